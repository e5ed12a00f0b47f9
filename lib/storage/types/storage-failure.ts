import type { LedgerId } from '../../domain/ledger/primitives.ts';

/** Why storage could not do what it was asked. The words for each live in lib/i18n. */
export type StorageCode =
  | 'disk-full' // nothing can be written; the connection was closed and opens again on the next call
  | 'blob-write-failed' // a picture did not fit, a row without it may: try again without the picture
  | 'quota' // the browser's own limit for this extension
  | 'blocked' // an old window keeps the database from being upgraded; continues by itself
  | 'closed' // a newer Casebook took over: this window must be reloaded
  | 'read-only-newer' // written by a newer Casebook: reading and exporting work, writing does not
  | 'upgrade-failed' // the upgrade was rolled back: as above
  | 'terminated' // the browser closed the database under us
  | 'unavailable' // the database cannot be opened
  | 'not-allowed' // the browser refuses databases here (private mode, history off)
  | 'timeout'
  | 'aborted'
  | 'busy' // another rebuild or import is running
  | 'cancelled' // by the caller's AbortSignal
  | 'no-such-issue' // the issue was purged or never recorded
  | 'invalid' // not a valid entry; `paths` names the fields
  | 'conflict' // import: same ledger and number, other content
  | 'broken-chain' // import: hash or link do not match
  | 'not-undoable' // that import is not there any more, or something was built on it
  | 'missing-picture' // import: a picture that an entry names is not in the file
  | 'damaged';

export type StorageFailure = Readonly<{
  ok: false;
  code: StorageCode;
  /** Names of fields, never values. */
  paths?: readonly string[];
  /** Where in which ledger (import). */
  ledger?: LedgerId;
  n?: number;
  /** How many lines contradict those here; `ledger` and `n` name the first. */
  conflicts?: number;
}>;
