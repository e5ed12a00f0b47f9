import type { StorageCode, StorageFailure } from './types/storage-failure.ts';

/** Thrown inside the storage layer; becomes a `StorageFailure` at its edge. */
export type StorageProblem = Error & Readonly<{ failure: StorageFailure }>;

export function problem(
  code: StorageCode,
  details: Omit<StorageFailure, 'ok' | 'code'> = {},
  cause?: unknown,
): StorageProblem {
  const failure: StorageFailure = { ok: false, code, ...details };
  const error = new Error(`The storage could not do what it was asked (${code}).`, { cause });
  return Object.assign(error, { name: 'StorageProblem', failure });
}

export function isProblem(error: unknown): error is StorageProblem {
  return error instanceof Error && error.name === 'StorageProblem' && 'failure' in error;
}

/** The failure a rejected read or write stands for; null for a bug, which must stay a thrown error. */
export function storageFailureOf(error: unknown): StorageFailure | null {
  if (isProblem(error)) return error.failure;
  const code = codeOf(error);
  return code === null ? null : { ok: false, code };
}

type Named = Readonly<{
  name: string;
  message: string;
  inner?: unknown;
  cause?: unknown;
  failures?: unknown;
}>;

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value;
}

const NO_SPACE = /NO_SPACE|no space|disk (?:is )?full|full disk/i;
const CLOSING = /connection is clos|connection was clos|database connection is clos/i;

/**
 * What the two browsers throw, by name and message, to our codes. Source of the names: faults.md 7.3.
 * The innermost error knows most, so wrappers (Dexie's OpenFailed, Abort, Bulk errors) are opened first.
 */
export function codeOf(error: unknown): StorageCode | null {
  if (isProblem(error)) return error.failure.code;
  if (!isNamed(error)) return null;
  const inside = codeOf(error.inner) ?? codeOf(error.cause) ?? firstFailure(error.failures);
  if (inside !== null) return inside;
  const { name, message } = error;
  switch (name) {
    case 'QuotaExceededError':
      return 'quota';
    case 'DataError':
      // Any other DataError is a bad key: our bug.
      return /write blobs/i.test(message) ? 'blob-write-failed' : null;
    case 'UnknownError':
    case 'InternalError':
      if (NO_SPACE.test(message)) return 'disk-full';
      return CLOSING.test(message) ? 'terminated' : 'unavailable';
    case 'InvalidStateError':
      // Firefox where history is off or the window is private.
      return /mutation operation/i.test(message) ? 'not-allowed' : 'terminated';
    case 'MissingAPIError':
    case 'SecurityError':
      return 'not-allowed';
    // A statement that came too late because the browser had ended the transaction.
    case 'TransactionInactiveError':
    case 'AbortError':
      return NO_SPACE.test(message) ? 'disk-full' : 'aborted';
    case 'NotFoundError':
    case 'NotReadableError':
    case 'ConstraintError':
      return 'damaged';
    case 'VersionError':
      return 'read-only-newer';
    case 'DatabaseClosedError':
      return 'terminated';
    case 'TimeoutError':
      return 'timeout';
    case 'UpgradeError':
      return 'upgrade-failed';
    default:
      return null;
  }
}

function firstFailure(failures: unknown): StorageCode | null {
  return Array.isArray(failures) ? codeOf(failures[0]) : null;
}

/** Turns a rejected write into its failure; a bug stays thrown. */
export async function asResult<T>(work: () => Promise<T>): Promise<T | StorageFailure> {
  try {
    return await work();
  } catch (error) {
    const failure = storageFailureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw problem('cancelled');
}

export function isFull(code: StorageCode | null): code is 'disk-full' | 'blob-write-failed' | 'quota' {
  return code === 'disk-full' || code === 'blob-write-failed' || code === 'quota';
}

/** The transaction could not even begin. */
export function isDeadAtStart(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'DatabaseClosedError' ||
      (error.name === 'InvalidStateError' && codeOf(error) === 'terminated'))
  );
}

export function failureDetails(error: unknown): object {
  if (!(error instanceof Error) || error.name !== 'StorageProblem' || !('failure' in error)) return {};
  const { ok: _ok, code: _code, ...details } = error.failure as Record<string, unknown>; // as: made by problem()
  return details;
}
