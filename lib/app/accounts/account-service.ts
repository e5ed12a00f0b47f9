import type { IssueAccount } from '../../domain/accountability/issue-account.ts';
import type { Scoreboard } from '../../domain/accountability/scoreboard.ts';
import type { Scorecard } from '../../domain/accountability/scorecards.ts';
import type { Outage } from '../../domain/accountability/outages.ts';
import type { ClockFigures } from '../../domain/accountability/issue-figures.ts';
import type { promisesOf } from '../../domain/accountability/statistics/promises.ts';
import type { Breadth, TeamRow } from '../../domain/accountability/team-table.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Priority } from '../../domain/issue/priority.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { AccountCounts, AccountRow } from '../../storage/types/accounts.ts';

export type { AccountCounts, AccountRow, IssueAccount };

/** Half-open; on the first occurrence. null: everything. */
export type Period = Readonly<{ from: Ms; to: Ms }> | null;

export type BoardPromises = ReturnType<typeof promisesOf>;

export type MeasuredAccount = Readonly<{
  priority: Priority | null;
  response: ClockFigures | null;
  resolution: ClockFigures | null;
}>;

/** What one provider and we owe each other and how it went, over a period. */
export type ProviderBoard = Readonly<{
  asOf: Ms;
  period: Period;
  /** Since when anything is recorded here at all; null: unknown. */
  observedSince: Ms | null;
  /** Of all its issues, whatever the period. */
  outages: readonly Outage[];
  board: Scoreboard;
  cards: Readonly<{ provider: Scorecard; us: Scorecard }>;
  promises: Readonly<{ provider: BoardPromises; us: BoardPromises }>;
  teams: readonly TeamRow[];
  breadth: Breadth;
  /** Now, whatever the period. */
  now: AccountCounts;
  /** One by one, for targets that are proposed from what is achieved: as of when it is asked for. */
  measured: () => readonly MeasuredAccount[];
}>;

/** How far the accounts follow the log; null: they are up to date. */
export type Following = Readonly<{ done: number; total: number }> | null;

export type LiveCounts = AccountCounts & Readonly<{ following: Following }>;

/** What we owe: for the badge. `dues` are those of our open promises. */
export type Owed = Readonly<{ answers: number; verifications: number; dues: readonly Ms[] }>;

type OnError = (code: string) => void;

export type AccountsService = Readonly<{
  /** Now, after every change, and when time makes it change. null: there is no such issue. */
  liveIssue(id: IssueId, onValue: (account: IssueAccount | null) => void, onError: OnError): () => void;
  /** For the list: by its row numbers, in their order. null: not followed yet, or in the trash. */
  rows(rowNumbers: ArrayLike<number>): Promise<readonly (AccountRow | null)[]>;
  liveCounts(onValue: (counts: LiveCounts) => void, onError: OnError): () => void;
  liveOwed(onValue: (owed: Owed) => void, onError: OnError): () => void;
  /** By id of the provider; '' for what has none. */
  providers(): Promise<ReadonlyMap<string, AccountCounts>>;
  /** At once, if it was looked at before; then after every change, and every minute while something is open. */
  liveBoard(
    providerId: string,
    period: Period,
    onValue: (board: ProviderBoard) => void,
    onError: OnError,
  ): () => void;
  /** After every change of any account. */
  onChange(listener: () => void): () => void;
}>;
