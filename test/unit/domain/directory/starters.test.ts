import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../../lib/domain/accountability/terms-of.ts';
import { targetFor } from '../../../../lib/domain/accountability/terms.ts';
import { agreement } from '../../../../lib/domain/directory/agreement.ts';
import {
  STARTERS,
  starter,
  starterHours,
  type StarterKey,
} from '../../../../lib/domain/directory/starters.ts';
import { workingCalendar } from '../../../../lib/domain/directory/working-calendar.ts';
import { canonicalText } from '../../../../lib/domain/ledger/canonical.ts';
import { businessMs, dueAt } from '../../../../lib/domain/time/business-time.ts';
import { MINUTE, msOf } from '../../../../lib/domain/time/instant.ts';

function parts(key: StarterKey, tz = 'Europe/Berlin') {
  let next = 0;
  return starter(key, {
    ids: () => `id-${(next += 1)}`,
    providerId: 'acme',
    tz,
    validFrom: '2026-01-01',
    names: { agreement: 'Support', aroundTheClock: 'Always', officeHours: 'Office' },
  });
}

function termsFor(key: StarterKey) {
  const { calendars, agreement: made } = parts(key);
  const [version] = made.versions;
  if (!version) throw new Error('A starter has a version.');
  const terms = termsOf(version, (id) => calendars.find((calendar) => calendar.id === id) ?? null);
  if (!terms) throw new Error('A starter brings all calendars that it names.');
  return terms;
}

describe('a starter agreement', () => {
  it.each(STARTERS)('fits the schemas and can be stored: %s', (key) => {
    const { calendars, agreement: made } = parts(key);
    expect(agreement.parse(made)).toEqual(made);
    expect(calendars.map((calendar) => workingCalendar.parse(calendar))).toEqual(calendars);
    expect(calendars).toHaveLength(starterHours(key).length);
    for (const thing of [made, ...calendars]) expect(() => canonicalText(thing)).not.toThrow();
    expect(new Set([made.id, ...calendars.map(({ id }) => id)]).size).toBe(calendars.length + 1);
  });

  it.each(STARTERS)('names only calendars that come with it, and uses all of them: %s', (key) => {
    const { calendars, agreement: made } = parts(key);
    const named = made.versions.flatMap(({ calendarId, targets }) => [
      calendarId,
      ...Object.values(targets).flatMap((target) => target?.calendarId ?? []),
    ]);
    expect([...new Set(named)].toSorted()).toEqual(calendars.map(({ id }) => id).toSorted());
  });

  it.each(STARTERS)('never asks for more of a lower priority than of a higher one: %s', (key) => {
    const { calendar, ...terms } = termsFor(key);
    const from = msOf('2026-03-02T00:00:00.000Z');
    const dues = ([1, 2, 3, 4, 5] as const).map((priority) => {
      const target = targetFor({ ...terms, calendar }, priority);
      return target?.responseMin === undefined
        ? Infinity
        : (dueAt(target.calendar ?? calendar, from, target.responseMin * MINUTE, []) ?? Infinity);
    });
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  });

  it('of an MSP is open on working days from nine to five', () => {
    const { calendar } = termsFor('msp_9_5');
    const hours = (from: string, to: string) => businessMs(calendar, msOf(from), msOf(to)) / (60 * MINUTE);
    expect(hours('2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z')).toBe(8);
    expect(hours('2026-03-07T00:00:00.000Z', '2026-03-09T00:00:00.000Z')).toBe(0);
    expect(hours('2026-03-02T07:30:00.000Z', '2026-03-02T08:30:00.000Z')).toBe(0.5);
  });

  it('of a SaaS vendor counts urgent ones around the clock and others in office hours', () => {
    const terms = termsFor('saas_24x7');
    const night = [msOf('2026-03-07T22:00:00.000Z'), msOf('2026-03-08T02:00:00.000Z')] as const;
    const open = (priority: 1 | 4) =>
      businessMs(targetFor(terms, priority)?.calendar ?? terms.calendar, ...night) / (60 * MINUTE);
    expect([open(1), open(4)]).toEqual([4, 0]);
  });

  it('of nobody has no target: nothing is judged, everything is measured', () => {
    const { agreement: made, calendars } = parts('measure_first');
    expect(made.type).toBe('none');
    expect(made.versions.map(({ targets }) => targets)).toEqual([{}]);
    expect(calendars).toHaveLength(1);
  });

  it('does not share its tables with the last one that was made', () => {
    const first = parts('saas_24x7');
    const again = parts('saas_24x7');
    expect(again).toEqual(first);
    expect(again.agreement.versions[0]?.targets).not.toBe(first.agreement.versions[0]?.targets);
  });
});
