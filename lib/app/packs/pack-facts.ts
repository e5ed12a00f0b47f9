import type { DecisionState } from '../../domain/conversations/became-of.ts';
import type { SharedConversation } from '../../domain/conversations/shared.ts';
import type { AccountRow } from '../../domain/accountability/account-row.ts';
import type { AvailabilityWindow } from '../../domain/accountability/availability-windows.ts';
import type { Scoreboard } from '../../domain/accountability/scoreboard.ts';
import type { Scorecard } from '../../domain/accountability/scorecards.ts';
import type { Breadth, TeamRow } from '../../domain/accountability/team-table.ts';
import type { Agreement } from '../../domain/directory/agreement.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Provider } from '../../domain/directory/provider.ts';
import type { IssuePromise } from '../../domain/issue/promises-of.ts';
import type { PromiseOutcome } from '../../domain/accountability/statistics/promises.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { SharedIssue } from '../../export/model/shared-issue.ts';
import type { LedgerHead } from '../../export/source.ts';
import type { BoardPromises, Period } from '../accounts/account-service.ts';

/** What of a provider a pack is about. */
export type PackScope = Readonly<{
  providerId: string;
  /** On the first occurrence, as on the provider's page. */
  period: Period;
  /** null: all of its systems. */
  systemId: string | null;
  /** null: all of our teams; otherwise issues that this team has seen. */
  teamId: string | null;
}>;

/**
 * An issue as a pack knows it: what is counted, and what may leave. `shared` has no place for internal notes: only
 * `shareIssue` makes one. null: too many to be described one by one, it is counted only.
 */
export type PackIssue = Readonly<{
  row: AccountRow;
  shared: SharedIssue | null;
  /**
   * Pictures of which others only get a copy with marks, redactions or crop burnt in, by their id: the copy is what is
   * kept, or it is made when it leaves and the checksum of what is kept is not for others.
   */
  reduced: ReadonlyMap<string, 'kept' | 'made'>;
}>;

export type PackPromise = IssuePromise & Readonly<{ outcome: PromiseOutcome }>;

/** A decision of last time, what became of it by then, and the numbers of the entries that say so. */
export type PackDecision = DecisionState & Readonly<{ entries: readonly number[] }>;

/** The last conversation that was over. Made of a `SharedConversation`, which has no place for internal notes. */
export type PackLast = Readonly<{
  startedAt: SharedConversation['startedAt'];
  decisions: readonly PackDecision[];
}>;

export type PackAvailability = Readonly<{ agreement: Agreement; windows: readonly AvailabilityWindow[] }>;

/** The figures of a part of the time, for a trend. */
export type PackPart = Readonly<{ from: Ms; to: Ms; board: Scoreboard }>;

/** All that a pack says, as of one instant, before anything is worded. */
export type PackFacts = Readonly<{
  scope: PackScope;
  provider: Provider;
  directory: Directory;
  asOf: Ms;
  zone: string;
  version: string;
  observedSince: Ms | null;
  heads: readonly LedgerHead[];
  /** Of all issues in scope, those that are not described as well: figures cannot be made better by leaving out. */
  board: Scoreboard;
  cards: Readonly<{ provider: Scorecard; us: Scorecard }>;
  promises: Readonly<{
    provider: BoardPromises;
    us: BoardPromises;
    /** Those that are counted: first promised for a day of the period. */
    all: readonly PackPromise[];
    /** Open ones of other days: to be talked about, not counted. */
    later: readonly PackPromise[];
  }>;
  /** null: no conversation with this provider was held before. */
  last: PackLast | null;
  teams: readonly TeamRow[];
  breadth: Breadth;
  availability: readonly PackAvailability[];
  /** By first occurrence. */
  issues: readonly PackIssue[];
  /** The last four quarters up to the end of the period, oldest first. */
  quarters: readonly PackPart[];
  /** The accounts lag behind the log: figures may still change. */
  following: boolean;
}>;
