import type { Directory } from '../directory/directory.ts';
import type { Issue } from '../issue/issue.ts';
import { promisesOf, type IssuePromise } from '../issue/promises-of.ts';
import { ticketsIn, type TimelineLine } from '../issue/timeline-of.ts';
import { msOf, type Ms } from '../time/instant.ts';
import { accountOfSource, type Around, type SourceAccount } from './account-of-source.ts';
import { accountSource } from './account-source.ts';
import { nextOf } from './changes-at.ts';
import { claimsOf, endsOf, type Claims } from './claims-of.ts';
import { calendarOf } from './responsible.ts';

export type { Around };

/** Everything that follows from an issue's entries and the directory. */
export type IssueAccount = SourceAccount &
  Readonly<{
    timeline: readonly TimelineLine[];
    tickets: readonly string[];
    promises: readonly IssuePromise[];
    /** In the zone of the agreement. */
    claims: Claims | null;
  }>;

function duesOf(promises: readonly IssuePromise[]): Ms[] {
  return promises
    .filter(({ deliveredAt, withdrawn }) => deliveredAt === null && withdrawn === null)
    .flatMap(({ due, dueOriginal }) => [msOf(due) + 1, msOf(dueOriginal) + 1]);
}

/** As of an instant. Pure. */
export function issueAccount(
  issue: Issue,
  directory: Directory,
  asOf: Ms,
  around: Around = {},
): IssueAccount {
  const account = accountOfSource(accountSource(issue), directory, asOf, around);
  const { agreement, version } = account;
  const promises = promisesOf(issue.entries);
  const calendar = (id: string) => calendarOf(directory, id)?.rules ?? null;
  const claims =
    agreement === null || version === null ? null : claimsOf(issue, agreement, version, calendar);
  const deadlines = claims === null || agreement === null ? [] : endsOf(claims, agreement.tz);
  return {
    ...account,
    timeline: issue.timeline,
    tickets: ticketsIn(issue.timeline),
    promises,
    claims,
    changesAt: nextOf([account.changesAt, ...duesOf(promises), ...deadlines], asOf),
  };
}
