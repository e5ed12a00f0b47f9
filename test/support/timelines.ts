import { accountOf, type Account, type AccountInput } from '../../lib/domain/accountability/account.ts';
import { STANDARD_TERMS, type Terms } from '../../lib/domain/accountability/terms.ts';
import { exactly, type EventKind, type TimelineEvent } from '../../lib/domain/accountability/timeline.ts';
import { calendarRules, type CalendarRules } from '../../lib/domain/time/calendar.ts';

export const MINUTE = 60_000;

export function hours(
  weekly: Record<string, unknown>,
  tz = 'Europe/Berlin',
  more: object = {},
): CalendarRules {
  return calendarRules.parse({ tz, versions: [{ validFrom: '2020-01-01', hours: { weekly, ...more } }] });
}
export const week = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]]));

/** Monday to Friday, Berlin. */
export const OFFICE = hours(week('09:00', '17:00'));
export const OURS = hours(week('08:00', '16:00'));

/** `10 09:30`: March 2026 in Berlin, before clocks change; the 10th is a Tuesday. */
export const march = (text: string) => Date.parse(`2026-03-${text.replace(' ', 'T')}:00+01:00`);

export function event(kind: EventKind, at: string, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return { event: kind, at: march(at), ...more };
}

export const terms = (more: Partial<Terms> = {}): Terms => ({
  ...STANDARD_TERMS,
  calendar: OFFICE,
  targets: { any: { responseMin: 60, resolutionMin: 240 } },
  ...more,
});

export type Told = Partial<Omit<AccountInput, 'occurred' | 'asOf'>> & { occurred?: string; asOf: string };

/** An account of events of March 2026. */
export function told(events: readonly TimelineEvent[], { occurred, asOf, ...more }: Told): Account {
  return accountOf({
    occurred: occurred === undefined ? null : exactly(march(occurred)),
    events,
    priority: { us: null, provider: null },
    terms: terms(),
    ours: OURS,
    ...more,
    asOf: march(asOf),
  });
}

export const minutes = (ms: number | null | undefined) => (ms == null ? null : ms / MINUTE);

/** Raw minutes of the owners that have any. */
export function raw({ ledger }: Account): Record<string, number> {
  const shares = Object.entries(ledger.owners).map(
    ([owner, share]) => [owner, share.rawMs / MINUTE] as const,
  );
  return Object.fromEntries(shares.filter(([, ms]) => ms > 0));
}
