import { thingOf, type Directory } from '../directory/directory.ts';
import type { Agreement, AgreementVersion } from '../directory/agreement.ts';
import type { Provider } from '../directory/provider.ts';
import type { System } from '../directory/system.ts';
import type { Issue } from '../issue/issue.ts';
import { promisesOf, type IssuePromise } from '../issue/promises-of.ts';
import { systemOfIssue } from '../issue/system-of-issue.ts';
import { eventsOf, ticketsIn, type TimelineLine } from '../issue/timeline-of.ts';
import { MINUTE, msOf, type Ms } from '../time/instant.ts';
import { accountOf, type Account } from './account.ts';
import { changesAt } from './changes-at.ts';
import { claimsOf, endsOf, type Claims } from './claims-of.ts';
import { nextDue, ourDuty, type NextDue, type OurDuty } from './next-due.ts';
import {
  aroundTheClock,
  calendarOf,
  ourCalendar,
  responsibleFor,
  type NamedCalendar,
} from './responsible.ts';
import { recurrenceOf, type RecurrenceFlag } from './statistics/recurrence.ts';
import { STANDARD_TERMS, type Terms } from './terms.ts';
import { termsOf, versionAt } from './terms-of.ts';
import { timelineUntil, type Moment, type TimelineEvent } from './timeline.ts';

/** Why there are no due times; `agreed`: there are. */
export type Basis =
  | 'agreed'
  /** The agreement says that nothing was agreed: everything is measured, nothing is judged. */
  | 'none-agreed'
  | 'no-agreement'
  /** It begins later than this issue. */
  | 'not-in-force'
  /** A calendar that it names is not there. */
  | 'calendar-missing';

export type IssueAccount = Readonly<{
  asOf: Ms;
  system: System | null;
  /** Several systems fit the address equally well: somebody has to say which. */
  ask: readonly System[];
  provider: Provider | null;
  agreement: Agreement | null;
  /** In force when the clocks began. */
  version: AgreementVersion | null;
  basis: Basis;
  calendars: Readonly<{
    /** `id` null: nothing is known, around the clock is assumed. */
    provider: NamedCalendar;
    ours: NamedCalendar;
  }>;
  /** null: without a provider nobody can be waited for. */
  account: Account | null;
  due: NextDue | null;
  duty: OurDuty | null;
  timeline: readonly TimelineLine[];
  tickets: readonly string[];
  promises: readonly IssuePromise[];
  claims: Claims | null;
  recurrence: readonly RecurrenceFlag[];
  /** When this changes by itself, without anybody writing anything; null: it does not. */
  changesAt: Ms | null;
}>;

/** What an issue alone does not say. */
export type Around = Readonly<{
  /** Since when we record at all; null: unknown. */
  observedSince?: Ms | null;
  /** Zone of our wall clock, where no calendar says it. */
  zone?: string;
}>;

function occurredAt({ occurrences }: Pick<Issue, 'occurrences'>): Moment | null {
  const [first] = occurrences;
  if (first === undefined) return null;
  const at = msOf(first.at);
  const around = (first.plusMinusMin ?? 0) * MINUTE;
  return { at, earliest: at - around, latest: at + around };
}

/** When its clocks begin, so that it is known which version holds. */
function begin(events: readonly TimelineEvent[], occurred: Moment | null, asOf: Ms): Ms {
  return events.find(({ event }) => event === 'reported')?.at ?? occurred?.at ?? events[0]?.at ?? asOf;
}

type Agreed = Pick<IssueAccount, 'agreement' | 'version' | 'basis'> &
  Readonly<{ terms: Terms; provider: NamedCalendar }>;

function agreedFor(directory: Directory, agreement: Agreement | null, tz: string, at: Ms): Agreed {
  const version = agreement === null ? null : versionAt(agreement, at);
  const calendar = calendarOf(directory, version?.calendarId);
  const assumed = calendar ?? aroundTheClock(agreement?.tz ?? tz);
  const open = (basis: Basis): Agreed => ({
    agreement,
    version,
    basis,
    provider: assumed,
    terms: { ...STANDARD_TERMS, calendar: assumed.rules },
  });
  if (agreement === null) return open('no-agreement');
  if (version === null) return open('not-in-force');
  if (agreement.type === 'none') return open('none-agreed');
  const terms = termsOf(version, (id) => calendarOf(directory, id)?.rules ?? null);
  if (terms === null || calendar === null) return open('calendar-missing');
  return { agreement, version, basis: 'agreed', provider: calendar, terms };
}

function sightingsOf({ occurrences }: Issue, directory: Directory) {
  return occurrences.map(({ at, by }) => ({
    at: msOf(at),
    team: thingOf(directory, 'reporter', by.reporterId)?.teamId ?? null,
  }));
}

const FIXED = new Set(['resolved', 'closed_by_provider', 'verified']);

/** Everything that follows from an issue's entries and the directory, as of an instant. Pure. */
export function issueAccount(
  issue: Issue,
  directory: Directory,
  asOf: Ms,
  around: Around = {},
): IssueAccount {
  const { observedSince = null, zone = 'UTC' } = around;
  const retired = [...directory.retired.values()].flatMap((thing) =>
    thing.kind === 'system' ? [thing.value] : [],
  );
  const recognised = systemOfIssue(issue, [...directory.systems.values()], retired);
  const system = recognised.kind === 'one' ? recognised.system : null;
  const { provider, agreement } = responsibleFor(system, directory);
  const all = eventsOf(issue.timeline);
  const events = timelineUntil(all, asOf);
  const occurred = occurredAt(issue);
  const agreed = agreedFor(directory, agreement, provider?.tz ?? zone, begin(events, occurred, asOf));
  const ours = ourCalendar(issue, directory) ?? aroundTheClock(zone);
  const account =
    provider === null
      ? null
      : accountOf({
          occurred,
          events: all,
          priority: { us: issue.priority, provider: null },
          terms: agreed.terms,
          ours: ours.rules,
          asOf,
        });
  const promises = promisesOf(issue.entries);
  const claims =
    agreed.version === null || agreement === null
      ? null
      : claimsOf(issue, agreement, agreed.version, (id) => calendarOf(directory, id)?.rules ?? null);
  return {
    asOf,
    system,
    ask: recognised.kind === 'ask' ? recognised.systems : [],
    provider,
    agreement,
    version: agreed.version,
    basis: agreed.basis,
    calendars: { provider: agreed.provider, ours },
    account,
    due: account === null ? null : nextDue(account),
    duty: account === null ? null : ourDuty(account),
    timeline: issue.timeline,
    tickets: ticketsIn(issue.timeline),
    promises,
    claims,
    recurrence: recurrenceOf({
      sightings: sightingsOf(issue, directory),
      fixedAt: events.filter(({ event }) => FIXED.has(event)).map(({ at }) => at),
      observedSince,
      tz: ours.rules.tz,
    }),
    changesAt: changesAt({
      account,
      events: all,
      promises,
      deadlines: claims === null || agreement === null ? [] : endsOf(claims, agreement.tz),
      asOf,
    }),
  };
}
