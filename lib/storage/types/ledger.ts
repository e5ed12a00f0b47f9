import type { Entry } from '../../domain/ledger/entry.ts';
import type { EntryId, Instant, IssueId, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ProgressOptions } from './progress.ts';

export type LedgerHead = Readonly<{ ledger: LedgerId; code: string; own: boolean }> &
  Readonly<{ n: number; link: Sha256Hex; issues: number }>;

export type ChainLine = Readonly<{ n: number; sha256: Sha256Hex; link: Sha256Hex }>;

/** The line of an entry as stored. `json` is its canonical text; null once erased. */
export type EntryLine = ChainLine &
  Readonly<{
    ledger: LedgerId;
    id: EntryId;
    kind: string;
    at: Instant;
    recordedAt: Instant;
    issueId?: IssueId;
  }> &
  Readonly<{ json: string | null }>;

export type Verification = Readonly<
  | { ok: true; entries: number; heads: readonly LedgerHead[] }
  | { ok: false; ledger: LedgerId; brokenAt: number }
>;

/** What is written in the ledgers, as it is stored. */
export type LedgerReading = Readonly<{
  own(): Promise<LedgerHead>;
  ledgers(): Promise<readonly LedgerHead[]>;
  /** Every line of these issues, all ledgers, in order of ledger and number. */
  entriesOf(issueIds: readonly IssueId[]): Promise<readonly EntryLine[]>;
  /** A page of a ledger from `fromN` (inclusive). */
  entries(ledger: LedgerId, fromN: number, limit: number): Promise<readonly EntryLine[]>;
  /** Every readable entry of the directory, about promises, or of conversations, in order of ledger and number. */
  marked(mark: 'conversation' | 'directory' | 'promise'): Promise<readonly Entry[]>;
  chain(ledger: LedgerId, fromN: number, limit: number): Promise<readonly ChainLine[]>;
  verify(options?: ProgressOptions): Promise<Verification>;
  /** What packs of this profile are signed with; made when it is first asked for. null: the browser cannot make it. */
  signingKey(): Promise<CryptoKeyPair | null>;
}>;
