import { safeFileName } from '../../domain/privacy/display.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { PackDoc } from '../../export/packs/doc.ts';
import { mailDraft } from '../../export/formats/eml/draft.ts';
import { ATTACHED_BYTES } from '../../export/packs/limits.ts';
import { packHtml } from '../../export/packs/pack-html.tsx';
import { packPlain } from '../../export/packs/pack-plain.ts';
import { packFile } from '../../export/packs/pack-file.ts';
import { packMarkdown } from '../../export/packs/pack-markdown.ts';
import type { ReportSource } from '../../export/source.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { noteExport } from '../export/note-export.ts';
import { lockFiles, type LockFailure } from '../protect/lock-files.ts';
import { composeLetter } from './compose-letter.ts';
import { composePack } from './compose-pack.ts';
import type { PackOrder } from './pack-order.ts';
import { receiverOf, receiversOf } from './receivers.ts';
import type { PackFacts, PackScope } from './pack-facts.ts';
import { bytesOf, type PackPictures } from './pack-pictures.ts';
import { readFacts, type PackDeps } from './read-facts.ts';
import { readPictures } from './read-pictures.ts';

export type PackForm = 'html' | 'markdown';
/** `code`: of the storage, `cancelled`, or `no-provider`. */
export type PackRead = Readonly<{ ok: true; facts: PackFacts } | { ok: false; code: string }>;

/**
 * `apart`: of a mail, the pack that is not attached to it. `not-verified`: what was locked did not give the pack back, and
 * nothing went out. `missing`: a picture cannot be read any more, nothing went out either.
 */
export type PackDelivered =
  | Readonly<{
      fileName: string;
      noted: boolean;
      apart?: Readonly<{ name: string; why: 'large' | 'locked' }> | null;
    }>
  | Readonly<{ failed: LockFailure | 'missing' }>;

export type PicturesRead = Readonly<{ ok: true; pictures: PackPictures } | { ok: false; code: string }>;

export type PackService = Readonly<{
  /** Everything a pack of this scope can say, as of now. */
  read(scope: PackScope, signal: AbortSignal): Promise<PackRead>;
  /** The pictures of these issues as they leave; nothing of any other issue is read. */
  pictures(ids: readonly IssueId[], signal: AbortSignal): Promise<PicturesRead>;
  /**
   * Hands the pack to the browser's download, with a password in a locked zip, and notes in the ledger that it went out;
   * `noted` false if it could not.
   */
  deliver(
    doc: PackDoc,
    form: PackForm,
    pictures: PackPictures,
    password?: string | null,
  ): Promise<PackDelivered>;
  /** The same as a mail draft: the summary as text, the pack attached if it is small and `locked` is false. */
  deliverMail(
    facts: PackFacts,
    order: PackOrder,
    pictures: PackPictures,
    locked?: boolean,
  ): Promise<PackDelivered>;
}>;

export type PackServiceDeps = Omit<PackDeps, 'store'> &
  Readonly<{
    store: PackDeps['store'] & Pick<Store, 'own' | 'append' | 'newId'>;
    /** Pictures only with what was drawn on them burnt in. */
    source: ReportSource;
    download: (blob: Blob, fileName: string) => void;
  }>;

export function createPackService(deps: PackServiceDeps): PackService {
  const { store, now, download, sharing, source } = deps;
  async function guarded<T>(signal: AbortSignal, task: () => Promise<T>) {
    try {
      return await task();
    } catch (error) {
      if (signal.aborted) return { ok: false, code: 'cancelled' } as const;
      const failure = storageFailureOf(error);
      if (failure) return { ok: false, code: failure.code } as const;
      throw error;
    }
  }
  const baseOf = ({ title }: PackDoc): string => safeFileName(`${title} ${now().toISOString().slice(0, 10)}`);
  return {
    read: (scope, signal) =>
      guarded<PackRead>(signal, async () => {
        const facts = await readFacts(deps, scope, signal);
        return facts === null ? { ok: false, code: 'no-provider' } : { ok: true, facts };
      }),
    pictures: (ids, signal) =>
      guarded<PicturesRead>(signal, async () => {
        const pictures = await readPictures(source, ids, await sharing(), signal);
        return { ok: true, pictures };
      }),
    async deliver(doc, form, pictures, password = null) {
      const base = baseOf(doc);
      const made =
        form === 'html'
          ? await packFile(doc, bytesOf(pictures), base)
          : { blob: new Blob([packMarkdown(doc)], { type: 'text/markdown' }), ending: 'md' };
      if (made === null) return { failed: 'missing' };
      const plain = { blob: made.blob, fileName: `${base}.${made.ending}` };
      const locked = password === null ? null : await lockFiles([plain], password, now(), {});
      if (locked?.ok === false) return { failed: locked.code };
      const { blob, fileName } = locked?.files[0] ?? plain;
      download(blob, fileName);
      const noted = await noteExport(deps, { formats: [`pack-${form}`], issues: doc.issues });
      return { fileName, noted };
    },
    async deliverMail(facts, order, pictures, locked = false) {
      const doc = composePack(facts, order, pictures);
      const base = baseOf(doc);
      const made = await packFile(doc, bytesOf(pictures), base);
      if (made === null) return { failed: 'missing' };
      const { blob, ending } = made;
      const name = `${base}.${ending}`;
      const isSmall = ending === 'html' && blob.size <= ATTACHED_BYTES;
      const way = locked ? 'locked' : isSmall ? 'attached' : 'large';
      const letter = composeLetter(facts, order, pictures, { name, bytes: blob.size, way });
      const mail = mailDraft({
        id: store.newId(),
        to: receiverOf(receiversOf(facts), order.kind, order.to)?.address ?? null,
        subject: letter.subject,
        text: packPlain(letter.doc),
        html: await packHtml(letter.doc),
        at: now().toISOString(),
        file:
          way === 'attached'
            ? { name, mime: 'text/html', bytes: new Uint8Array(await blob.arrayBuffer()) }
            : null,
      });
      const fileName = `${base}.eml`;
      download(new Blob([mail], { type: 'message/rfc822' }), fileName);
      const noted = await noteExport(deps, { formats: ['pack-eml'], issues: doc.issues });
      return { fileName, noted, apart: way === 'attached' ? null : { name, why: way } };
    },
  };
}
