import type { AccountInput } from '../../lib/domain/accountability/account.ts';
import { OWNERS } from '../../lib/domain/accountability/owner.ts';
import { STANDARD_TERMS, type Target, type Terms } from '../../lib/domain/accountability/terms.ts';
import { EVENT_KINDS, exactly, type TimelineEvent } from '../../lib/domain/accountability/timeline.ts';
import type { Priority } from '../../lib/domain/issue/priority.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { z } from '../../lib/domain/z.ts';
import { calendarOf, caseHead, instant, ms, type Calendars } from './file.ts';

const priority = z.enum(['P1', 'P2', 'P3', 'P4', 'P5']);
const side = z.enum(['us', 'provider', 'third_party']);
const text = z.optional(z.string());

const event = z.strictObject({
  kind: z.enum(EVENT_KINDS),
  at: instant,
  recordedAt: z.optional(instant),
  certainty: z.optional(z.enum(['exact', 'documented', 'recalled'])),
  plusMinusMin: z.optional(z.number()),
  automatic: z.optional(z.boolean()),
  until: z.optional(z.nullable(instant)),
  priority: z.optional(priority),
  to: z.optional(priority),
  by: z.optional(z.union([side, z.strictObject({ side })])),
  byWhom: z.optional(side),
  level: z.optional(z.number()),
  reason: text,
  channel: text,
  ticketRef: text,
  text,
  visibility: text,
});

const timed = z.strictObject({ minutes: z.number(), calendar: z.optional(z.string()) });
const target = z.union([z.number(), timed, z.partialRecord(priority, z.union([z.number(), timed]))]);

const owner = z.enum(OWNERS);
const policy = z.strictObject({
  pauseOn: z.optional(z.array(owner)),
  reopen: z.optional(z.enum(['resume', 'first', 'last', 'continuous'])),
  autoAckCounts: z.optional(z.boolean()),
  priorityChange: z.optional(z.enum(['retroactive', 'prospective'])),
  startAt: z.optional(z.enum(['reported', 'occurred'])),
  start: z.optional(z.enum(['reported', 'occurred'])),
  whosePriority: z.optional(z.enum(['us', 'ours', 'provider'])),
  firstResponseKinds: z.optional(z.array(z.enum(EVENT_KINDS))),
  atRiskPercent: z.optional(z.number()),
});

export const clockCase = z.strictObject({
  ...caseHead,
  providerCalendar: z.string(),
  ourCalendar: z.string(),
  targets: z.strictObject({
    response: z.optional(target),
    update: z.optional(target),
    restore: z.optional(target),
    resolution: z.optional(target),
  }),
  policy,
  priority: z.optional(priority),
  occurredAt: z.optional(z.nullable(instant)),
  events: z.array(event),
  asOf: instant,
  expected: z.record(z.string(), z.unknown()),
});
type ClockCase = z.infer<typeof clockCase>;

const level = (value: z.infer<typeof priority> | undefined) =>
  value === undefined ? undefined : (Number(value.slice(1)) as Priority); // as: P1 … P5

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [name in K]?: V }; // as: one key or none

function eventOf(value: z.infer<typeof event>, n: number): TimelineEvent {
  const author = value.byWhom ?? (typeof value.by === 'object' ? value.by.side : value.by);
  return {
    event: value.kind,
    at: ms(value.at),
    recordedAt: ms(value.recordedAt ?? value.at),
    // Events of the same minute keep the order of the file, but nothing comes before the report.
    n: value.kind === 'reported' ? -1 : n,
    ...given('plusMinusMs', value.plusMinusMin === undefined ? undefined : value.plusMinusMin * MINUTE),
    ...given('automatic', value.automatic),
    ...given('until', value.until == null ? undefined : ms(value.until)),
    ...given('to', level(value.to ?? value.priority)),
    ...given('byWhom', author === 'provider' ? author : undefined),
  };
}

const MINUTES = {
  response: 'responseMin',
  update: 'updateEveryMin',
  restore: 'restoreMin',
  resolution: 'resolutionMin',
} as const;

type Timed = number | z.infer<typeof timed>;

/** What the file says for which priority: one figure for all, or one for each. */
function byPriority(value: z.infer<typeof target>): readonly (readonly [Priority | 'any', Timed])[] {
  if (typeof value === 'number') return [['any', value]];
  if ('minutes' in value) return [['any', value]];
  return Object.entries(value).flatMap(([name, timing]) => {
    const number = level(priority.parse(name));
    return number === undefined || timing === undefined ? [] : [[number, timing] as const];
  });
}

function targetsOf(targets: ClockCase['targets'], calendars: Calendars): Terms['targets'] {
  const result: { [name in Priority | 'any']?: Target } = {};
  for (const [key, field] of Object.entries(MINUTES)) {
    const value = targets[key as keyof typeof MINUTES]; // as: the keys of MINUTES
    for (const [name, timing] of value === undefined ? [] : byPriority(value)) {
      const own = typeof timing === 'number' ? undefined : timing.calendar;
      result[name] = {
        ...result[name],
        [field]: typeof timing === 'number' ? timing : timing.minutes,
        ...given('calendar', own === undefined ? undefined : calendarOf(calendars, own)),
      };
    }
  }
  return result;
}

/** A case of the file as the engine takes it. */
export function accountInput(value: ClockCase, calendars: Calendars): AccountInput {
  const { policy: rules, occurredAt = null } = value;
  const terms: Terms = {
    ...STANDARD_TERMS,
    calendar: calendarOf(calendars, value.providerCalendar),
    targets: targetsOf(value.targets, calendars),
    ...given('pauseOn', rules.pauseOn),
    ...given('reopen', rules.reopen),
    ...given('autoAckCounts', rules.autoAckCounts),
    ...given('priorityChange', rules.priorityChange),
    ...given('startAt', rules.startAt ?? rules.start),
    ...given('whosePriority', rules.whosePriority === 'ours' ? 'us' : rules.whosePriority),
    ...given('firstResponse', rules.firstResponseKinds),
    ...given('atRiskPercent', rules.atRiskPercent),
  };
  return {
    occurred: occurredAt === null ? null : exactly(ms(occurredAt)),
    events: value.events.map(eventOf),
    priority: { us: level(value.priority) ?? null, provider: null },
    terms,
    ours: calendarOf(calendars, value.ourCalendar),
    asOf: ms(value.asOf),
  };
}
