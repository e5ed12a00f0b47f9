import type { Table } from 'dexie';
import type { AccountRow } from '../../domain/accountability/account-row.ts';
import type { AccountSource } from '../../domain/accountability/account-source.ts';
import type { Digest } from '../../domain/accountability/concerned.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';

/** The account of one issue, with all it was made of: a changed directory makes it anew without reading the log. */
export type StoredAccount = Readonly<{
  row: number;
  id: IssueId;
  m?: readonly IssueId[];
  o: 0 | 1;
  w: 'us' | 'provider' | 'nobody' | 'closed';
  y?: 1;
  k?: 1;
  p: string;
  s: string;
  d?: number;
  u?: number;
  g: number;
  /** As in the row of the log. */
  r: number;
  v: AccountRow;
  source: AccountSource;
}>;

/** How far the accounts of a generation follow the ledgers and the directory. */
export type Marker = Readonly<{
  key: 'marker';
  /** Made with the generation: whoever does not find it again writes into one that is gone. */
  token: string;
  edition: number;
  /** Rows of the log up to here are done; null: all of them. */
  filled: number | null;
  heads: Readonly<Record<string, number>>;
  digest: Digest;
  /** Number of the last change. */
  change: number;
  /** Issues to be made anew: something that was part of them was purged. */
  again: readonly IssueId[];
}>;

/** Counts of one provider (`of:<id>`, `of:` without one), and of all (`all`). */
export type AccountTally = Readonly<{
  key: string;
  open: number;
  closed: number;
  waitingUs: number;
  waitingProvider: number;
  /** Of those on us: a question, or a fix to look at. */
  toAnswer: number;
  toVerify: number;
  recurring: number;
  /** How many have left since the generation was made: then what was kept of them is wrong. */
  gone: number;
}>;

export type AccountTables = Readonly<{
  rows: Table<StoredAccount, number>;
  notes: Table<Marker | AccountTally, string>;
}>;
