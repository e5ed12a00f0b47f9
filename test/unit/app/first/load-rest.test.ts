import { describe, expect, it, vi } from 'vitest';
import { offerRest, REST_FILE, restLoader } from '../../../../lib/app/first/load-rest.ts';
import type { Scope } from '../../../../lib/app/first/load-rest.ts';

const make = () => {
  throw new Error('is not made here');
};
const noModule = () => Promise.reject(new Error('a worker has no import'));

type Rules = Readonly<{ createScriptURL: (file: string) => string }>;

/** A service worker under our policy: it knows one name, and takes no plain text for an address. */
function worker() {
  const made: Rules[] = [];
  const imported: unknown[] = [];
  const scope: Scope = {
    importScripts(file) {
      expect(file).toEqual({ trusted: REST_FILE });
      imported.push(file);
      offerRest(make, scope);
    },
    trustedTypes: {
      createPolicy(name, rules) {
        expect(name).toBe('casebook-rest');
        made.push(rules);
        return { createScriptURL: (file) => ({ trusted: rules.createScriptURL(file) }) };
      },
    },
  };
  return { scope, made, imported };
}

describe('loading the rest of the background', () => {
  it('imports it once in a service worker, through one policy', async () => {
    const { scope, made, imported } = worker();
    const load = restLoader(scope, noModule);
    expect(await load()).toBe(make);
    expect(await load()).toBe(make);
    expect(imported).toHaveLength(1);
    expect(made).toHaveLength(1);
  });

  it('has imported before it comes back: later would be too late while a worker is being installed', () => {
    const { scope, imported } = worker();
    void restLoader(scope, noModule)();
    expect(imported).toHaveLength(1);
  });

  it.each([
    '/background-rest.js?x',
    'background-rest.js',
    'https://evil.example/background-rest.js',
    '/popup.js',
    '',
  ])('has a policy that admits no other file: %s', async (file) => {
    const { scope, made } = worker();
    await restLoader(scope, noModule)();
    expect(() => made[0]?.createScriptURL(file)).toThrow(TypeError);
    expect(made[0]?.createScriptURL(REST_FILE)).toBe(REST_FILE);
  });

  it('loads a module in an event page', async () => {
    const scope: Scope = {};
    const load = restLoader(scope, async () => offerRest(make, scope));
    expect(await load()).toBe(make);
  });

  it('fails where the file offers nothing, and tries again', async () => {
    const scope: Scope = {};
    const importModule = vi.fn(async () => undefined);
    const load = restLoader(scope, importModule);
    await expect(load()).rejects.toThrow('offers nothing');
    await expect(load()).rejects.toThrow('offers nothing');
    expect(importModule).toHaveBeenCalledTimes(2);
  });
});
