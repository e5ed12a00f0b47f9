import type { Dexie, Table } from 'dexie';
import type {
  CaptureId,
  EntryId,
  Instant,
  IssueId,
  LedgerId,
  Sha256Hex,
} from '../domain/ledger/primitives.ts';
import type { IssueRow } from '../domain/issue/issue-row.ts';
import type { Print } from '../domain/issue/print.ts';
import type { AccountTables } from './accounts/tables.ts';
import { problem } from './failure.ts';
import type { ImportRow } from './types/import.ts';
import type { LossInfo, Quarantined } from './types/life.ts';
import type { StoredBlob } from './types/picture.ts';
import type { Draft, PendingCapture } from './types/unfinished.ts';

export type EntryRow = Readonly<{
  ledger: LedgerId;
  n: number;
  id: EntryId;
  kind: string;
  at: Instant;
  recordedAt: Instant;
  issueId?: IssueId;
  sha256: Sha256Hex;
  link: Sha256Hex;
  /** Canonical text; null once erased. */
  json: string | null;
  /** The click. Stays after an erasure (it is random), so that a late repetition cannot record a purged page again. */
  capture?: CaptureId;
  /** Content hash of the picture or file it names, unless those bytes were removed on purpose. */
  picture?: Sha256Hex;
  /** `backup.made`, `points`, `erases:<ledger>:<n>`, or `removed:<issue>:<picture>:<hash of the original>`. */
  mark?: string;
  /** The import that brought the content of a line of which only the place was here. */
  filledBy?: string;
}>;

export type LedgerRow = Readonly<{
  ledger: LedgerId;
  own: boolean;
  code: string;
  /** Rows of `entries` beyond it belong to an import that is not finished and are not there for anybody. */
  n: number;
  link: Sha256Hex;
  /** Issues that got their key from this ledger. */
  issues: number;
  recordedAt: Instant;
}>;

/** A line of the log with the short fields its indexes need. */
export type StoredIssue = Readonly<{
  row: number;
  /** 1 in the trash. */
  t: 0 | 1;
  /** 1 needs details. */
  d: 0 | 1;
  /** Priority, 6 without one. */
  p: number;
  /** −lastAt and −changedAt in ms: newest first is then the ascending order, which every engine reads fastest. */
  r: number;
  c: number;
  /** Folded beginning of the title. */
  s: string;
  /** Local calendar day of the last occurrence, in the zone it was recorded in. */
  day: string;
  /** Where the first own capture stands, for "since the last backup"; 0 for other people's issues. */
  firstLedger: LedgerId | '';
  firstN: number;
  v: IssueRow;
}>;

/** What search needs of one issue. flags: 1 trashed, 2 needs details. */
export type FreshText = Readonly<{ row: number; text: string; flags: number; at: number; host: string }>;

/** The texts of up to 1,000 issues as one string, each followed by U+0000; `ends` are the places of those. */
export type TextBlock = Readonly<{
  block: number;
  text: string;
  rows: Int32Array;
  ends: Int32Array;
  flags: Uint8Array;
  at: Float64Array;
  host: Uint16Array;
  hosts: readonly string[];
}>;

export type Totals = Readonly<{
  key: 'totals';
  all: number;
  trash: number;
  needsDetails: number;
  sinceBackup: number;
  /** The own ledger these counters were made for, and its last backup. */
  ledger: LedgerId | '';
  backup: Readonly<{ n: number; at: Instant; entries: number; pictures: number; bytes: number }> | null;
  nextRow: number;
  /** Fresh texts written since the last compaction. */
  freshWrites: number;
  /** Changes whenever a text block does: a cached block of another version is stale. */
  textsVersion: number;
}>;
export type Tally = Readonly<{ key: string; n: number }>;

export type Generation = 'a' | 'b';
export type Job = Readonly<{
  key: 'job';
  token: string;
  kind: 'rebuild' | 'import';
  to: Generation;
  /** Last sign of life, ms since 1970. */
  beat: number;
  /** Ledgers an unfinished import adds to; its pictures are those that its lines name. */
  ledgers: readonly LedgerId[];
}>;
/** Filler that makes the browser begin a new log file (log-roll.ts); nobody reads it. */
export type NoiseRow = Readonly<{ key: `noise:${number}`; noise: Uint8Array }>;
export type Meta =
  | Readonly<{ key: 'own'; ledger: LedgerId; after: LedgerId | null }>
  | Readonly<{ key: 'active'; generation: Generation }>
  | Readonly<{ key: 'loss'; loss: LossInfo }>
  | Readonly<{ key: 'signing-key'; pair: CryptoKeyPair }>
  | NoiseRow
  | ImportRow
  | Job;

/** An issue of a group and the one it is shown as, which has such a row too. Issues that stand alone have none. */
export type Place = Readonly<{ id: IssueId; root: IssueId; key: string }>;

/** What suggestions are looked up by and judged by; of issues in the trash there is none. */
export type PrintRow = Readonly<{ r: number; row: number; id: IssueId; keys: readonly number[]; v: Print }>;

/** A row whose print is to be made. Row 0: all up to `to`. Row −1: `to` is the edition the prints are of. */
export type Unprinted = Readonly<{ row: number; to?: number }>;

export type GenTables = Readonly<{
  issues: Table<StoredIssue, number>;
  texts: Table<TextBlock, number>;
  fresh: Table<FreshText, number>;
  counters: Table<Totals | Tally, string>;
  /** null in a database of schema 1, which is only read. */
  again: Readonly<{
    places: Table<Place, string>;
    prints: Table<PrintRow, [number, number]>;
    unprinted: Table<Unprinted, number>;
  }> | null;
  /** null before schema 3. */
  accounts: AccountTables | null;
}>;

export type Tables = Readonly<{
  entries: Table<EntryRow, [string, number]>;
  ledgers: Table<LedgerRow, string>;
  blobs: Table<StoredBlob, string>;
  pending: Table<PendingCapture, string>;
  drafts: Table<Draft, string>;
  meta: Table<Meta, string>;
  quarantine: Table<Quarantined & { q?: number }, number>;
  dirty: Table<{ issueId: IssueId }, string>;
  a: GenTables;
  b: GenTables;
}>;

/** One open database. */
export type Database = Readonly<{ dexie: Dexie; t: Tables }>;

export function databaseOf(dexie: Dexie): Database {
  const generation = (x: Generation): GenTables => ({
    issues: dexie.table(`issues_${x}`),
    texts: dexie.table(`texts_${x}`),
    fresh: dexie.table(`fresh_${x}`),
    counters: dexie.table(`counters_${x}`),
    again: dexie.tables.some(({ name }) => name === `places_${x}`)
      ? {
          places: dexie.table(`places_${x}`),
          prints: dexie.table(`prints_${x}`),
          unprinted: dexie.table(`unprinted_${x}`),
        }
      : null,
    accounts: dexie.tables.some(({ name }) => name === `accounts_${x}`)
      ? { rows: dexie.table(`accounts_${x}`), notes: dexie.table(`notes_${x}`) }
      : null,
  });
  return {
    dexie,
    t: {
      entries: dexie.table('entries'),
      ledgers: dexie.table('ledgers'),
      blobs: dexie.table('blobs'),
      pending: dexie.table('pending'),
      drafts: dexie.table('drafts'),
      meta: dexie.table('meta'),
      quarantine: dexie.table('quarantine'),
      dirty: dexie.table('dirty'),
      a: generation('a'),
      b: generation('b'),
    },
  };
}

const GENERATIONS = ['a', 'b'].flatMap((x) =>
  ['issues', 'texts', 'fresh', 'counters', 'places', 'prints', 'unprinted'].map((name) => `${name}_${x}`),
);
const ACCOUNTS = ['accounts_a', 'notes_a', 'accounts_b', 'notes_b'];
const LEDGER = ['entries', 'ledgers', 'meta', 'dirty', 'pending', 'drafts'];

/** What a write touches besides: accounts only where whole generations or issues go, so that no append waits for them. */
const EXTRA = {
  pictures: ['blobs'],
  generation: ['blobs', ...ACCOUNTS],
  all: ['blobs', 'quarantine', ...ACCOUNTS],
} as const;

/** One strict read-write transaction over the ledger and both generations; with the rest only when needed. */
export function write<T>(db: Database, also: keyof typeof EXTRA | null, work: () => Promise<T>): Promise<T> {
  const extra = also === null ? [] : EXTRA[also];
  // Dexie follows native awaits only below a function that is itself async.
  return Promise.resolve(
    db.dexie.transaction('rw', [...LEDGER, ...GENERATIONS, ...extra], async () => {
      try {
        return await work();
      } catch (error) {
        // The same name as for a connection that is closed, but here the transaction had begun and the browser ended it.
        if (error instanceof Error && error.name === 'InvalidStateError') throw problem('aborted', {}, error);
        throw error;
      }
    }),
  );
}

/** Reading for a write to come. Not of `pending`, which a capture is writing at that moment. */
export function readAhead<T>({ dexie }: Database, work: () => Promise<T>): Promise<T> {
  return Promise.resolve(
    dexie.transaction('r', ['entries', 'ledgers', 'meta', ...GENERATIONS], async () => work()),
  );
}

export async function activeGeneration(db: Database): Promise<Generation> {
  const row = await db.t.meta.get('active');
  return row?.key === 'active' ? row.generation : 'a';
}

export async function activeTables(db: Database): Promise<GenTables> {
  return db.t[await activeGeneration(db)];
}

export const otherGeneration = (generation: Generation): Generation => (generation === 'a' ? 'b' : 'a');
