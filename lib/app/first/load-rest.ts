import type { MakeBackground } from './contract.ts';

/** The one file that is loaded later. */
export const REST_FILE = '/background-rest.js';
/** The one policy that Chromium's manifest admits; no page can make it. */
const POLICY = 'casebook-rest';

/** The globals of a background that are used here. */
export type Scope = {
  /** Where the file leaves what it has to offer: it is a classic script, which cannot export. */
  casebookRest?: MakeBackground;
  /** Only where the background is a service worker. */
  importScripts?: (file: string) => void;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: Readonly<{ createScriptURL: (file: string) => string }>,
    ): Readonly<{ createScriptURL: (file: string) => unknown }>;
  };
};

const onlyTheRest = (file: string): string => {
  if (file !== REST_FILE) throw new TypeError('There is no other file to load.');
  return file;
};

/**
 * Loads the rest of the background, once per start. In a service worker it has to be called for the first time while the
 * worker is being installed: only what was imported then can be imported later, and then at once and from the worker's own
 * store. Throws where the file is not to be had or offers nothing.
 */
export function restLoader(scope: Scope, importModule: (file: string) => Promise<unknown>) {
  let policy: Readonly<{ createScriptURL: (file: string) => unknown }> | null = null;

  function inWorker(importScripts: (file: string) => void): void {
    policy ??= scope.trustedTypes?.createPolicy(POLICY, { createScriptURL: onlyTheRest }) ?? {
      createScriptURL: onlyTheRest,
    };
    importScripts(policy.createScriptURL(REST_FILE) as string); // as: the type of such addresses is not in our libraries
  }

  return async function loadRest(): Promise<MakeBackground> {
    if (!scope.casebookRest) {
      if (scope.importScripts) inWorker(scope.importScripts);
      else await importModule(REST_FILE);
    }
    if (!scope.casebookRest) throw new Error('The rest of the background offers nothing.');
    return scope.casebookRest;
  };
}

/** Called by the rest when it is loaded. */
export function offerRest(make: MakeBackground, scope: Scope = globalThis): void {
  scope.casebookRest = make;
}
