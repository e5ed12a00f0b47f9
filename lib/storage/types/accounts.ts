import type { IssueFigures } from '../../domain/accountability/issue-figures.ts';
import type { ClockName } from '../../domain/accountability/next-due.ts';
import type { Status } from '../../domain/accountability/status.ts';
import type { Owner } from '../../domain/accountability/owner.ts';
import type { RecurrenceFlag } from '../../domain/accountability/statistics/recurrence.ts';
import type { TeamSighting } from '../../domain/accountability/team-table.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Priority } from '../../domain/issue/priority.ts';
import type { Ms } from '../../domain/time/instant.ts';

/** Who has the ball, as the list shows it. `nobody`: an agreed wait, or no provider is known. */
export type Turn = 'us' | 'provider' | 'third' | 'nobody' | 'closed';

/** The thin bar: who had the ball from when to when; the last stretch of an open issue has no end. */
export type BarStretch = readonly [owner: Owner, from: Ms, to: Ms | null];

/** What the account of an issue says, as far as the log and the boards need it. A projection of a projection. */
export type AccountRow = Readonly<{
  id: IssueId;
  /** The line of the log it belongs to. */
  row: number;
  turn: Turn;
  duty: 'report' | 'answer' | 'verify' | null;
  status: Status;
  providerId: string | null;
  systemId: string | null;
  /** Next due time of the provider, and of which clock. */
  dueAt: Ms | null;
  dueClock: ClockName | null;
  /** From when on the issue is at risk, and late. */
  riskFrom: Ms | null;
  lateFrom: Ms | null;
  recurring: readonly RecurrenceFlag['rule'][];
  bar: readonly BarStretch[];
  firstAt: Ms;
  lastAt: Ms;
  asOf: Ms;
  priority: Priority | null;
  /** null without a provider. */
  figures: IssueFigures | null;
  sightings: readonly TeamSighting[];
}>;

export type AccountCounts = Readonly<{
  open: number;
  closed: number;
  waitingUs: number;
  waitingProvider: number;
  overdue: number;
  toVerify: number;
  recurring: number;
}>;
