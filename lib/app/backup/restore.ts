import type { Instant, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { openBackup } from '../../export/importers/backup-reader.ts';
import type { OpenBackup } from '../../export/importers/backup-reader.ts';
import { Refusal } from '../../export/importers/refusal.ts';
import type { RefusalCode } from '../../export/importers/refusal.ts';
import type { Work } from '../../export/source.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { ImportSource, ImportSummary } from '../../storage/types/import.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';

export type RestoreFailure = Readonly<{
  ok: false;
  code: RefusalCode | StorageCode | 'unreadable';
  /** File and line, or ledger and number; never content. */
  where: string | null;
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
  }>;
export type RestoreResult = RestoreSummary | RestoreFailure;

function sourceOf(backup: OpenBackup) {
  return {
    lines: () => backup.lines(),
    picture: (sha256: Sha256Hex) => backup.picture(sha256),
  } satisfies ImportSource;
}

function summaryOf(backup: OpenBackup, summary: ImportSummary, hasSettings: boolean): RestoreSummary {
  const { manifest, pictures, unlisted } = backup;
  return {
    ...summary,
    madeAt: manifest.madeAt,
    version: manifest.application.version,
    picturesInFile: pictures.length,
    lostPictures: manifest.counts.lostPictures,
    unlisted: unlisted.length,
    hasSettings,
  };
}

/** Turns everything that can be wrong with a file or the store into a returned failure; bugs stay thrown. */
async function guarded(work: Work, task: () => Promise<RestoreResult>): Promise<RestoreResult> {
  try {
    return await task();
  } catch (error) {
    if (work.signal?.aborted) return { ok: false, code: 'cancelled', where: null };
    if (error instanceof Refusal) return { ok: false, code: error.code, where: error.where };
    const failure = storageFailureOf(error);
    if (failure) return { ok: false, code: failure.code, where: null };
    // The file was moved, changed or taken away while it was read.
    if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)) {
      return { ok: false, code: 'unreadable', where: null };
    }
    throw error;
  }
}

function progressOf(work: Work) {
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
  return { ok: false, code, where: ledger === undefined ? null : `${ledger} ${n ?? ''}`.trim() };
}

/** Reads the whole file, every hash, link and picture, and says what restoring it would do. */
export function inspectBackup(store: Store, file: Blob, work: Work): Promise<RestoreResult> {
  return guarded(work, async () => {
    const backup = await openBackup(file);
    const settings = await backup.settings();
    const summary = await store.inspectLedgers(sourceOf(backup), progressOf(work));
    if (!summary.ok) return refused(summary);
    for (const [index, sha256] of backup.pictures.entries()) {
      work.signal?.throwIfAborted();
      await backup.picture(sha256);
      work.onProgress?.({ done: index + 1, total: backup.pictures.length, what: 'pictures' });
    }
    return summaryOf(backup, summary, settings !== undefined);
  });
}

/** All or nothing. Everything is checked again, because the file may have changed since the dry run. */
export function restoreBackup(
  store: Store,
  file: Blob,
  takeSettings: ((settings: unknown) => Promise<void>) | null,
  work: Work,
): Promise<RestoreResult> {
  return guarded(work, async () => {
    const backup = await openBackup(file);
    const settings = await backup.settings();
    const summary = await store.importLedgers(sourceOf(backup), progressOf(work));
    if (!summary.ok) return refused(summary);
    if (takeSettings && settings !== undefined) await takeSettings(settings);
    return summaryOf(backup, summary, settings !== undefined);
  });
}
