import { accountOf, type Account } from '../../../lib/domain/accountability/account.ts';
import { STANDARD_TERMS, type Target, type Terms } from '../../../lib/domain/accountability/terms.ts';
import { exactly } from '../../../lib/domain/accountability/timeline.ts';
import type { CalendarRules } from '../../../lib/domain/time/calendar.ts';
import type { OracleCase, OraclePolicy } from './case.ts';

const MINUTE = 60_000;

export function termsOfPolicy(policy: OraclePolicy, calendar: CalendarRules): Terms {
  const { response, resolution, ...rules } = policy;
  const targets: Record<string, Target> = {};
  for (const [priority, responseMin] of Object.entries(response))
    targets[priority === '0' ? 'any' : priority] = { responseMin };
  for (const [priority, resolutionMin] of Object.entries(resolution)) {
    const name = priority === '0' ? 'any' : priority;
    targets[name] = { ...targets[name], resolutionMin };
  }
  return { ...STANDARD_TERMS, ...rules, calendar, targets };
}

/** The oracle's case put to the engine. `zero` is the instant of minute 0. */
export function accountOfCase(
  { occurred, events, asOf, policy }: OracleCase,
  zero: number,
  calendars: Readonly<{ provider: CalendarRules; ours: CalendarRules }>,
): Account {
  const instant = (minute: number) => zero + minute * MINUTE;
  return accountOf({
    occurred: occurred === null ? null : exactly(instant(occurred)),
    events: events.map(({ at, until, ...event }, n) => ({
      ...event,
      at: instant(at),
      n,
      ...(until === undefined ? {} : { until: instant(until) }),
    })),
    priority: { us: null, provider: null },
    terms: termsOfPolicy(policy, calendars.provider),
    ours: calendars.ours,
    asOf: instant(asOf),
  });
}
