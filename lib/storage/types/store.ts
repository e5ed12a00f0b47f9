import type { AccountReading } from './accounts.ts';
import type { Importing } from './import.ts';
import type { IssueReading } from './issue-reading.ts';
import type { LedgerReading } from './ledger.ts';
import type { Life } from './life.ts';
import type { LogReading } from './log-view.ts';
import type { PictureReading } from './picture.ts';
import type { Unfinished } from './unfinished.ts';
import type { Writing } from './writing.ts';

/**
 * The only way to the database. Writes answer with a union; reads reject with a `StorageProblem`
 * (`storageFailureOf(error)` gives the code) when the database cannot be read at all.
 * Opening happens by itself on the first call.
 */
export type Store = Life &
  Writing &
  LedgerReading &
  LogReading &
  IssueReading &
  PictureReading &
  Importing &
  AccountReading &
  Unfinished;
