import { safeFileName } from '../../domain/privacy/display.ts';
import type { PackDoc } from '../../export/packs/doc.ts';
import { packHtml } from '../../export/packs/pack-html.tsx';
import { packMarkdown } from '../../export/packs/pack-markdown.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { noteExport } from '../export/note-export.ts';
import { lockFiles } from '../protect/lock-files.ts';
import type { PackFacts, PackScope } from './pack-facts.ts';
import { readFacts, type PackDeps } from './read-facts.ts';

export type PackForm = 'html' | 'markdown';
/** `code`: of the storage, `cancelled`, or `no-provider`. */
export type PackRead = Readonly<{ ok: true; facts: PackFacts } | { ok: false; code: string }>;

/** `not-verified`: what was locked did not give the pack back, and nothing went out. */
export type PackDelivered =
  Readonly<{ fileName: string; noted: boolean }> | Readonly<{ failed: 'cancelled' | 'not-verified' }>;

export type PackService = Readonly<{
  /** Everything a pack of this scope can say, as of now. */
  read(scope: PackScope, signal: AbortSignal): Promise<PackRead>;
  /**
   * Hands the pack to the browser's download, with a password in a locked zip, and notes in the ledger that it went out;
   * `noted` false if it could not.
   */
  deliver(doc: PackDoc, form: PackForm, password?: string | null): Promise<PackDelivered>;
}>;

export type PackServiceDeps = Omit<PackDeps, 'store'> &
  Readonly<{
    store: PackDeps['store'] & Pick<Store, 'own' | 'append'>;
    download: (blob: Blob, fileName: string) => void;
  }>;

const FORMS = {
  html: { type: 'text/html', ending: 'html' },
  markdown: { type: 'text/markdown', ending: 'md' },
} as const;

export function createPackService(deps: PackServiceDeps): PackService {
  const { now, download } = deps;
  return {
    async read(scope, signal) {
      try {
        const facts = await readFacts(deps, scope, signal);
        return facts === null ? { ok: false, code: 'no-provider' } : { ok: true, facts };
      } catch (error) {
        if (signal.aborted) return { ok: false, code: 'cancelled' };
        const failure = storageFailureOf(error);
        if (failure) return { ok: false, code: failure.code };
        throw error;
      }
    },
    async deliver(doc, form, password = null) {
      const { type, ending } = FORMS[form];
      const text = form === 'html' ? await packHtml(doc) : packMarkdown(doc);
      const at = now();
      const plain = {
        blob: new Blob([text], { type }),
        fileName: `${safeFileName(`${doc.title} ${at.toISOString().slice(0, 10)}`)}.${ending}`,
      };
      const locked = password === null ? null : await lockFiles([plain], password, at, {});
      if (locked?.ok === false) return { failed: locked.code };
      const { blob, fileName } = locked?.files[0] ?? plain;
      download(blob, fileName);
      const noted = await noteExport(deps, { formats: [`pack-${form}`], issues: doc.issues });
      return { fileName, noted };
    },
  };
}
