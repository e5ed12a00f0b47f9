import { mergePlan, sharedThings, type MergePlan } from '../../domain/directory/merge-plan.ts';
import type { Instant } from '../../domain/ledger/primitives.ts';
import { DIRECTORY_LIMITS } from '../../export/directory/directory-format.ts';
import { directoryText } from '../../export/directory/write-directory.ts';
import {
  readDirectoryFile,
  type DirectoryProblem,
  type DirectoryRead,
  type ReadDirectory,
} from '../../export/importers/directory-reader.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { EditDone } from '../log/edits.ts';
import type { DirectoryService } from './directory-service.ts';

export type { DirectoryProblem, MergePlan };

export const DIRECTORY_FILE_BYTES: number = DIRECTORY_LIMITS.fileBytes;

export type DirectoryFileMade = Readonly<{ blob: Blob; fileName: string; things: number }>;

/** What a file would do here. */
export type DirectoryDryRun = MergePlan & Readonly<{ ok: true; madeAt: Instant; version: string }>;

export type DirectoryFileFailure = Readonly<{
  ok: false;
  /** `unreadable`: the file was moved, changed or taken away. */
  code: DirectoryProblem | 'unreadable';
}>;

/** The directory could not be written; nothing of the file was taken. */
export type DirectoryNotStored = Readonly<{ ok: false; storage: StorageCode }>;

export type DirectoryApplied = Readonly<{ ok: true; fresh: number; changed: number; undo: EditDone['undo'] }>;

/** The directory as one file, so that one person can set up colleagues. */
export type DirectoryFileService = Readonly<{
  make(options: Readonly<{ withReporters: boolean }>): Promise<DirectoryFileMade>;
  deliver(file: DirectoryFileMade): void;
  /** Changes nothing. */
  inspect(file: Blob): Promise<DirectoryDryRun | DirectoryFileFailure>;
  /** All of it or nothing. Looked through again, because the file or the directory may have changed since the dry run. */
  apply(
    file: Blob,
    options: Readonly<{ replaceChanged: boolean }>,
  ): Promise<DirectoryApplied | DirectoryFileFailure | DirectoryNotStored>;
}>;

export type DirectoryFileDeps = Readonly<{
  directory: Pick<DirectoryService, 'view' | 'saveAll'>;
  now: () => Date;
  version: string;
  download: (blob: Blob, fileName: string) => void;
}>;

const pad = (value: number): string => String(value).padStart(2, '0');

/** `casebook-directory_2026-11-23.json`, by the clock on the wall. */
function fileNameOf(now: Date): string {
  return `casebook-directory_${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}.json`;
}

async function readFile(file: Blob): Promise<DirectoryRead | DirectoryFileFailure> {
  try {
    return await readDirectoryFile(file);
  } catch (error) {
    if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name))
      return { ok: false, code: 'unreadable' };
    throw error;
  }
}

export function createDirectoryFileService(deps: DirectoryFileDeps): DirectoryFileService {
  const { directory: service, now, version, download } = deps;

  async function planOf({ things, refused }: ReadDirectory): Promise<MergePlan> {
    const { directory, managed } = await service.view();
    const plan = mergePlan(directory, managed, things);
    return { ...plan, refused: [...refused, ...plan.refused] };
  }

  return {
    async make({ withReporters }) {
      const { directory } = await service.view();
      const things = sharedThings(directory, withReporters);
      const madeAt = now();
      const text = directoryText({ madeAt: madeAt.toISOString(), version }, things);
      return {
        blob: new Blob([text], { type: 'application/json' }),
        fileName: fileNameOf(madeAt),
        things: things.length,
      };
    },
    deliver: ({ blob, fileName }) => download(blob, fileName),
    async inspect(file) {
      const read = await readFile(file);
      if (!read.ok) return read;
      return { ...(await planOf(read)), ok: true, madeAt: read.madeAt, version: read.version };
    },
    async apply(file, { replaceChanged }) {
      const read = await readFile(file);
      if (!read.ok) return read;
      const { fresh, changed } = await planOf(read);
      const replaced = replaceChanged ? changed : [];
      const counts = { fresh: fresh.length, changed: replaced.length };
      if (counts.fresh + counts.changed === 0) return { ok: true, ...counts, undo: null };
      const merged = {
        sha256: read.sha256,
        exportedAt: read.madeAt,
        new: counts.fresh,
        changed: counts.changed,
      };
      const saved = await service.saveAll([...fresh, ...replaced], { merged });
      return saved.ok ? { ok: true, ...counts, undo: saved.undo } : { ok: false, storage: saved.code };
    },
  };
}
