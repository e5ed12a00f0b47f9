import { thingOf, type Directory } from '../directory/directory.ts';
import type { Agreement, AgreementVersion } from '../directory/agreement.ts';
import type { Provider } from '../directory/provider.ts';
import type { System } from '../directory/system.ts';
import { recogniseSystem } from '../issue/system-of-issue.ts';
import type { Priority } from '../issue/priority.ts';
import type { Ms } from '../time/instant.ts';
import { accountOf, type Account } from './account.ts';
import type { AccountSource } from './account-source.ts';
import { changesAt } from './changes-at.ts';
import { nextDue, ourDuty, type NextDue, type OurDuty } from './next-due.ts';
import { priorityAt } from './priorities.ts';
import {
  aroundTheClock,
  calendarOf,
  ourCalendar,
  responsibleFor,
  systemsIn,
  type NamedCalendar,
} from './responsible.ts';
import { recurrenceRulesOf } from './recurrence-rules-of.ts';
import { recurrenceOf, type RecurrenceFlag } from './statistics/recurrence.ts';
import { STANDARD_TERMS, targetFor, type Target, type Terms } from './terms.ts';
import { termsOf, versionAt } from './terms-of.ts';

/** Why there are no due times; `agreed`: there are. */
export type Basis =
  | 'agreed'
  /** Nobody is responsible as far as we know: time is measured, nobody is judged. */
  | 'no-provider'
  /** The agreement says that nothing was agreed: everything is measured, nothing is judged. */
  | 'none-agreed'
  | 'no-agreement'
  /** It begins later than this issue. */
  | 'not-in-force'
  /** A calendar that it names is not there. */
  | 'calendar-missing';

/** What an issue alone does not say. */
export type Around = Readonly<{
  /** Since when we record at all; null: unknown. */
  observedSince?: Ms | null;
  /** Zone of our wall clock, where no calendar says it. */
  zone?: string;
}>;

/** What follows from the timeline and the directory. */
export type SourceAccount = Readonly<{
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
  terms: Terms;
  /** What was agreed for the priority that holds now. */
  target: Target | null;
  /** Of the two that set targets: the one that the agreement takes. */
  priority: Priority | null;
  account: Account;
  due: NextDue | null;
  /** null also where there is nobody to report to. */
  duty: OurDuty | null;
  recurrence: readonly RecurrenceFlag[];
  /** When this changes by itself; null: it does not. */
  changesAt: Ms | null;
}>;

/** When its clocks begin, so that it is known which version holds. */
function begin({ events, occurred }: AccountSource, asOf: Ms): Ms {
  const reported = events.find(({ event, at }) => event === 'reported' && at <= asOf);
  return reported?.at ?? occurred?.at ?? events[0]?.at ?? asOf;
}

type Agreed = Pick<SourceAccount, 'version' | 'basis' | 'terms'> & Readonly<{ provider: NamedCalendar }>;

/** Terms are values: what was made of a version stays with it as long as the directory does. */
const made = new WeakMap<Directory, WeakMap<AgreementVersion, Terms | null>>();

function termsIn(directory: Directory, version: AgreementVersion): Terms | null {
  const ofVersions = made.get(directory) ?? new WeakMap<AgreementVersion, Terms | null>();
  made.set(directory, ofVersions);
  const known = ofVersions.get(version);
  if (known !== undefined) return known;
  const terms = termsOf(version, (id) => calendarOf(directory, id)?.rules ?? null);
  ofVersions.set(version, terms);
  return terms;
}

function agreedFor(directory: Directory, agreement: Agreement | null, tz: string, at: Ms): Agreed {
  const version = agreement === null ? null : versionAt(agreement, at);
  const calendar = calendarOf(directory, version?.calendarId);
  const assumed = calendar ?? aroundTheClock(agreement?.tz ?? tz);
  const measured = (basis: Basis): Agreed => ({
    version,
    basis,
    provider: assumed,
    terms: { ...STANDARD_TERMS, calendar: assumed.rules },
  });
  if (agreement === null) return measured('no-agreement');
  if (version === null) return measured('not-in-force');
  if (agreement.type === 'none') return measured('none-agreed');
  const terms = termsIn(directory, version);
  if (terms === null || calendar === null) return measured('calendar-missing');
  return { version, basis: 'agreed', provider: calendar, terms };
}

const FIXED = new Set(['resolved', 'closed_by_provider', 'verified']);

function recurrence(
  source: AccountSource,
  directory: Directory,
  version: AgreementVersion | null,
  { asOf, since, tz }: Readonly<{ asOf: Ms; since: Ms | null; tz: string }>,
) {
  const sightings = source.sightings.map(([at, reporterId]) => ({
    at,
    team: thingOf(directory, 'reporter', reporterId)?.teamId ?? null,
  }));
  const fixedAt = source.events.filter(({ event, at }) => FIXED.has(event) && at <= asOf).map(({ at }) => at);
  return recurrenceOf({ sightings, fixedAt, observedSince: since, tz }, recurrenceRulesOf(version));
}

/** The account of an issue as of an instant. Pure. */
export function accountOfSource(
  source: AccountSource,
  directory: Directory,
  asOf: Ms,
  { observedSince = null, zone = 'UTC' }: Around = {},
): SourceAccount {
  const systems = systemsIn(directory);
  const recognised = recogniseSystem(source.addressed, systems.now, systems.retired);
  const system = recognised.kind === 'one' ? recognised.system : null;
  const { provider, agreement } = responsibleFor(system, directory);
  const { version, basis, terms, ...agreed } = agreedFor(
    directory,
    provider === null ? null : agreement,
    provider?.tz ?? zone,
    begin(source, asOf),
  );
  const ours = ourCalendar(source.sightings[0]?.[1] ?? null, directory) ?? aroundTheClock(zone);
  const { events, occurred } = source;
  const priority = { us: source.priority, provider: null };
  const account = accountOf({ occurred, events, priority, terms, ours: ours.rules, asOf });
  const inForce = priorityAt(events, priority, terms.whosePriority, asOf).priority;
  const duty = ourDuty(account);
  return {
    asOf,
    system,
    ask: recognised.kind === 'ask' ? recognised.systems : [],
    provider,
    agreement: provider === null ? null : agreement,
    version,
    basis: provider === null ? 'no-provider' : basis,
    calendars: { provider: agreed.provider, ours },
    terms,
    target: targetFor(terms, inForce),
    priority: inForce,
    account,
    due: nextDue(account),
    duty: provider === null && duty?.duty === 'report' ? null : duty,
    recurrence: recurrence(source, directory, version, { asOf, since: observedSince, tz: ours.rules.tz }),
    changesAt: changesAt(account, events, asOf),
  };
}
