import { thingOf, type Directory } from '../directory/directory.ts';
import type { IssueId } from '../ledger/primitives.ts';
import type { Priority } from '../issue/priority.ts';
import { MINUTE, type Ms } from '../time/instant.ts';
import type { SourceAccount } from './account-of-source.ts';
import type { AccountSource } from './account-source.ts';
import type { Stretch } from './custody.ts';
import { figuresOf, type IssueFigures } from './issue-figures.ts';
import type { NextDue, OurDuty } from './next-due.ts';
import { outageOf } from './outages.ts';
import { type Owner, type Turn, turnOf } from './owner.ts';
import type { RecurrenceFlag } from './statistics/recurrence.ts';
import type { Status } from './status.ts';
import type { TeamSighting } from './team-table.ts';

/** The thin bar of the list. */
export type Bar = Readonly<{
  stretches: readonly (readonly [owner: Owner, from: Ms, to: Ms])[];
  /** The last stretch lasts until now. */
  open: boolean;
  /** Where the flag stands: the next due time, else that of the fix. */
  dueAt: Ms | null;
  late: boolean;
}>;

/** What the log and the boards show of an issue's account. */
export type AccountRow = Readonly<{
  id: IssueId;
  /** `nobody` also where there is nobody to tell. */
  turn: Turn;
  duty: OurDuty['duty'] | null;
  /** Since when the ball is there. */
  since: Ms | null;
  status: Status;
  providerId: string | null;
  systemId: string | null;
  /** Several systems fit: somebody has to say which. */
  ask: boolean;
  due: NextDue | null;
  /** When it is certainly late; null: nothing is due. */
  lateFrom: Ms | null;
  recurring: readonly RecurrenceFlag['rule'][];
  bar: Bar;
  firstAt: Ms | null;
  lastAt: Ms | null;
  asOf: Ms;
  /** When this changes by itself. */
  changesAt: Ms | null;
  /** That set the target, at the end. */
  priority: Priority | null;
  /** null without a provider. */
  figures: IssueFigures | null;
  sightings: readonly TeamSighting[];
}>;

/** More stretches than that cannot be told apart in the list. */
const MOST_STRETCHES = 40;

/** Where nobody is known to be told, nobody has to report it. */
function turnIn(owner: Owner | null, known: boolean): Turn {
  return owner === null || (owner === 'us_unreported' && !known) ? 'nobody' : turnOf(owner);
}

/** The shortest give their time to the one before them. */
function merged(stretches: readonly Stretch[]): Bar['stretches'] {
  const kept = stretches.map(({ owner, from, to }): [Owner, Ms, Ms] => [owner, from.at, to.at]);
  while (kept.length > MOST_STRETCHES) {
    let shortest = 1;
    const lengthAt = (i: number) => (kept[i]?.[2] ?? 0) - (kept[i]?.[1] ?? 0);
    for (let i = 2; i < kept.length - 1; i += 1) if (lengthAt(i) < lengthAt(shortest)) shortest = i;
    const [gone] = kept.splice(shortest, 1);
    const before = kept[shortest - 1];
    if (gone !== undefined && before !== undefined) before[2] = gone[2];
  }
  return kept;
}

function barOf({ account, due }: SourceAccount): Bar {
  const { resolution } = account.clocks;
  return {
    stretches: merged(account.stretches),
    open: account.owner !== null && account.owner !== 'closed',
    dueAt: due?.at ?? resolution?.dueAt ?? null,
    late: due?.overdue === true || resolution?.verdict === 'missed' || resolution?.verdict === 'overdue',
  };
}

function lateFrom({ account, due }: SourceAccount): Ms | null {
  if (due === null) return null;
  const { response, restore, resolution, update } = account.clocks;
  const open = [response, restore, resolution].flatMap((clock) =>
    clock?.overdueFrom == null || clock.stoppedAt !== null ? [] : [clock.overdueFrom],
  );
  const all = update?.dueAt == null ? open : [...open, update.dueAt + 1];
  return all.length === 0 ? null : Math.min(...all);
}

function sightingsOf({ sightings }: AccountSource, directory: Directory): TeamSighting[] {
  const counts = new Map<string, number>();
  for (const [, reporterId] of sightings) {
    const team = thingOf(directory, 'reporter', reporterId)?.teamId;
    if (team !== undefined) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  return [...counts].map(([team, occurrences]) => ({ team, occurrences }));
}

function outageIn(issue: IssueId, { account, agreement, version, basis, priority }: SourceAccount) {
  if (basis !== 'agreed' || agreement === null || version === null) return null;
  return outageOf(account, { issue, agreement: agreement.id, version, priority });
}

/** `made` of the same source and directory. */
export function accountRowOf(
  id: IssueId,
  source: AccountSource,
  made: SourceAccount,
  directory: Directory,
): AccountRow {
  const { account, terms, asOf, calendars, target, priority } = made;
  const seen = source.sightings.map(([at]) => at);
  return {
    id,
    turn: turnIn(account.owner, made.provider !== null),
    duty: made.duty?.duty ?? null,
    since: account.ownerSince,
    status: account.status,
    providerId: made.provider?.id ?? null,
    systemId: made.system?.id ?? null,
    ask: made.ask.length > 0,
    due: made.due,
    lateFrom: lateFrom(made),
    recurring: made.recurrence.map(({ rule }) => rule),
    bar: barOf(made),
    firstAt: seen[0] ?? null,
    lastAt: seen.at(-1) ?? null,
    asOf,
    changesAt: made.changesAt,
    priority,
    figures:
      made.provider === null
        ? null
        : figuresOf(account, {
            occurrences: seen,
            evidence: source.evidence,
            updateEveryMs: target?.updateEveryMin === undefined ? undefined : target.updateEveryMin * MINUTE,
            providerCalendar: target?.calendar ?? terms.calendar,
            ours: calendars.ours.rules,
            outage: outageIn(id, made),
          }),
    sightings: sightingsOf(source, directory),
  };
}
