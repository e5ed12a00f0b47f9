import type { Entry, ErasedEntry } from '../../domain/ledger/entry.ts';
import type { Instant, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ChainLine, LedgerHead } from './ledger.ts';
import type { PictureMeta, StoredBlob } from './picture.ts';
import type { ProgressOptions } from './progress.ts';
import type { StorageFailure } from './storage-failure.ts';

/**
 * A line of an import: canonical text with its place in the chain, what is left of an erased one, or the place alone.
 * `entry`: what `json` was made of by `canonicalText`, from whoever has read it already; then it is not read again.
 */
export type ImportLine = ChainLine &
  Readonly<{ ledger: LedgerId }> &
  (
    | Readonly<{ json: string; entry?: Entry }>
    | Readonly<{ erased: ErasedEntry }>
    | Readonly<{ withheld: true }>
  );

/** What a backup or a colleague's log contains; `lines` is read twice, each ledger gapless from 1 and in order. A line never changes. */
export type ImportSource = Readonly<{
  /** How many lines the file says it has, for telling progress only. */
  entries?: number;
  lines(): AsyncIterable<readonly ImportLine[]>;
  /** Pictures in the order in which they are best read. */
  pictures?: readonly Sha256Hex[];
  /** A picture whose bytes the caller has just checked against `sha256`; null when the file lacks it. */
  picture(sha256: Sha256Hex): Promise<StoredBlob | null>;
  /** Where the file should have these bytes as they are: nothing of it is checked. null: only `picture` gives them. */
  place?(sha256: Sha256Hex, mime: string): Blob | null;
  /** Checks bytes as `picture` does, and rejects where they are not those of this name. */
  look?(sha256: Sha256Hex, content: Uint8Array<ArrayBuffer>): Promise<PictureMeta>;
  /** What was found out when all of these bytes were read and checked; null: that has not been done. */
  known?(sha256: Sha256Hex): PictureMeta | null;
  /** Whether it is certain that the file still is as it was before that. */
  unchanged?(): Promise<boolean>;
}>;

export type ImportSummary = Readonly<{
  ok: true;
  ledgers: readonly (Pick<LedgerHead, 'ledger' | 'code' | 'own'> &
    Readonly<{ known: boolean; entries: number; added: number; head: Sha256Hex }>)[];
  /** Lines in the file; of those not here yet; new ones of which the file has the place only; already here; erased by this import. */
  entries: number;
  added: number;
  withheld: number;
  identical: number;
  erased: number;
  /** Issues that can be read in the file (not erased), and how many of them are not in this log yet. */
  issues: number;
  newIssues: number;
  /** Pictures the new entries name and that are not stored yet. */
  pictures: number;
  pictureBytes: number;
  /** Named pictures that the file lacks (import only: stored as lost). */
  missingPictures: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
}>;

/** How far an import moved each ledger, for taking it back. */
export type ImportRow = Readonly<{
  key: `import:${string}`;
  importId: string;
  at: Instant;
  entries: number;
  ledgers: readonly Readonly<{ ledger: LedgerId; code: string; after: number; upTo: number }>[];
  /** It brought entries of this very log, so that a new ledger had to begin. */
  own: boolean;
}>;

/** Why an import cannot be taken back: it brought entries of this very log, or a later one brought more of its ledgers. */
export type UndoBar = 'own-log' | 'later-import';

/** An import that is part of this log. */
export type TakenIn = Readonly<{
  importId: string;
  at: Instant;
  /** Entries it brought. */
  entries: number;
  /** Codes of the ledgers it brought entries of, `K7`. */
  codes: readonly string[];
  /** null: it can be taken back. */
  bar: UndoBar | null;
}>;

export type TakenBack = Readonly<{ ok: true; entries: number; ledgers: number }>;

/** What an import is at: checking the file, storing its lines and pictures where nobody looks, making issues of it. */
export type ImportStep = 'checking' | 'storing' | 'pictures' | 'joining';

export type ImportOptions = Readonly<{
  signal?: AbortSignal;
  /** Lines, or pictures, of each step; total 0: not known. */
  onProgress?: (done: number, total: number, step: ImportStep) => void;
  /** By which it can be taken back later. */
  importId?: string;
}>;

/** Taking in a backup or the log of a colleague. */
export type Importing = Readonly<{
  /** Checks everything and says what an import would do; writes nothing. */
  inspectLedgers(source: ImportSource, options?: ProgressOptions): Promise<ImportSummary | StorageFailure>;
  importLedgers(source: ImportSource, options?: ImportOptions): Promise<ImportSummary | StorageFailure>;
  /** What was taken in, the latest first. */
  imports(): Promise<readonly TakenIn[]>;
  /** Takes an import back as a whole: every ledger ends where it ended before. What others erased stays erased. */
  undoImport(importId: string, options?: ProgressOptions): Promise<TakenBack | StorageFailure>;
}>;
