import type { Instant } from '../../domain/ledger/primitives.ts';
import type { Chosen } from '../../export/importers/backup-reader.ts';
import { ahead } from '../../export/ahead.ts';
import { refusedIfGone } from '../../export/importers/forward-reader.ts';
import { Refusal } from '../../export/importers/refusal.ts';
import type { RefusalCode } from '../../export/importers/refusal.ts';
import type { Work } from '../../export/source.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { ImportSummary } from '../../storage/types/import.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { openIncoming } from './incoming.ts';
import type { Incoming, PackFacts } from './incoming.ts';
import { remembering, watchFiles } from './looked-at.ts';

export type RestoreFailure = Readonly<{
  ok: false;
  code: RefusalCode | StorageCode;
  /** File and line, or ledger and number; never content. */
  where: string | null;
  /** How many entries contradict those here. */
  conflicts?: number;
}>;

/** What a file would bring, found out without changing anything. */
export type RestoreSummary = Omit<ImportSummary, 'ok'> &
  Readonly<{
    ok: true;
    madeAt: Instant;
    version: string;
    /** Pictures in the file, all of them read and checked. */
    picturesInFile: number;
    /** Pictures that were already unreadable when the backup was made. */
    lostPictures: number;
    /** Files in the archive that its list does not name: ignored. */
    unlisted: number;
    hasSettings: boolean;
    /** null: it is a backup. */
    pack: PackFacts | null;
  }>;
export type RestoreResult = RestoreSummary | RestoreFailure;

/** What the screen says of each step of an import. */
const SHOWN_AS = {
  checking: 'checking',
  storing: 'entries',
  pictures: 'pictures',
  joining: 'issues',
} as const;

/** Pictures read at once: hides what each takes to come from another process. */
const AHEAD = 8;

function summaryOf(incoming: Incoming, summary: ImportSummary): RestoreSummary {
  const { madeAt, version, pictures, lostPictures, unlisted, settings, pack } = incoming;
  return {
    ...summary,
    madeAt,
    version,
    picturesInFile: pictures.length,
    lostPictures,
    unlisted,
    hasSettings: settings !== undefined,
    pack,
  };
}

/** Turns everything that can be wrong with a file or the store into a returned failure; bugs stay thrown. */
export async function guarded<T>(work: Work, task: () => Promise<T>): Promise<T | RestoreFailure> {
  try {
    return await task();
  } catch (error) {
    if (work.signal?.aborted) return { ok: false, code: 'cancelled', where: null };
    const refusal = refusedIfGone(error);
    if (refusal instanceof Refusal) return { ok: false, code: refusal.code, where: refusal.where };
    const failure = storageFailureOf(error);
    if (failure) return { ok: false, code: failure.code, where: null };
    throw error;
  }
}

/** Progress of storage in the terms of a screen. */
export function progressOf(work: Work) {
  const told = work.onProgress;
  return {
    ...(work.signal ? { signal: work.signal } : {}),
    ...(told ? { onProgress: (done: number, total: number) => told({ done, total, what: 'entries' }) } : {}),
  };
}

function refused(
  failure: Extract<Awaited<ReturnType<Store['inspectLedgers']>>, { ok: false }>,
): RestoreFailure {
  const { ledger, n } = failure;
  // Read as lines, but not what their kinds demand: the file is wrong, not the log.
  const code = failure.code === 'invalid' ? 'bad-entry' : failure.code;
  const where = ledger === undefined ? null : `${ledger} ${n ?? ''}`.trim();
  return { ok: false, code, where, ...(failure.conflicts && { conflicts: failure.conflicts }) };
}

/** What dry runs have read, for the restore that follows, as long as somebody holds the chosen files. */
export type LookedAt = WeakMap<Chosen, Incoming>;

type Looking = Readonly<{
  store: Store;
  lookedAt: LookedAt;
  now: () => Date;
  /** The browser refuses to read a chosen file that was changed after it was chosen. */
  noticesChanges: boolean;
}>;

/** Reads the whole file, every hash, link and picture, and says what taking it in would do. */
export function inspectBackup(
  { store, lookedAt, now, noticesChanges }: Looking,
  chosen: Chosen,
  work: Work,
): Promise<RestoreResult> {
  return guarded<RestoreResult>(work, async () => {
    const unchanged = watchFiles(chosen, noticesChanges, now().getTime());
    const incoming = remembering(await openIncoming(chosen, work), unchanged);
    const summary = await store.inspectLedgers(incoming.source, progressOf(work));
    if (!summary.ok) return refused(summary);
    const { pictures } = incoming;
    let done = 0;
    for await (const _ of ahead(pictures, AHEAD, incoming.check)) {
      work.signal?.throwIfAborted();
      work.onProgress?.({ done: (done += 1), total: pictures.length, what: 'pictures' });
    }
    lookedAt.set(chosen, incoming);
    return summaryOf(incoming, summary);
  });
}

/** All or nothing. What the dry run has not kept is read and checked again, because the file may have changed since. */
export function restoreBackup(
  { store, lookedAt }: Pick<Looking, 'store' | 'lookedAt'>,
  chosen: Chosen,
  takeSettings: ((settings: unknown) => Promise<void>) | null,
  work: Work,
  importId: string,
): Promise<RestoreResult> {
  return guarded<RestoreResult>(work, async () => {
    const incoming = lookedAt.get(chosen) ?? (await openIncoming(chosen, work));
    lookedAt.delete(chosen);
    const summary = await store.importLedgers(incoming.source, {
      importId,
      ...(work.signal && { signal: work.signal }),
      onProgress: (done, total, step) => work.onProgress?.({ done, total, what: SHOWN_AS[step] }),
    });
    if (!summary.ok) return refused(summary);
    if (takeSettings && incoming.settings !== undefined) await takeSettings(incoming.settings);
    return summaryOf(incoming, summary);
  });
}
