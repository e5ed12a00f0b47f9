import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../../lib/domain/accountability/account.ts';
import { dateIn, termsOf, versionAt } from '../../../../lib/domain/accountability/terms-of.ts';
import { exactly } from '../../../../lib/domain/accountability/timeline.ts';
import { agreement, type Agreement } from '../../../../lib/domain/directory/agreement.ts';
import { workingCalendar, type WorkingCalendar } from '../../../../lib/domain/directory/working-calendar.ts';
import { event, march, minutes, OURS, week } from '../../../support/timelines.ts';

const version = (validFrom: string, resolutionMin: number, more: object = {}) => ({
  validFrom,
  calendarId: 'office',
  targets: { any: { responseMin: 60, resolutionMin } },
  ...more,
});
const agreed = (...versions: unknown[]): Agreement =>
  agreement.parse({ id: 'a', providerId: 'p', type: 'sla', name: 'Care', tz: 'Europe/Berlin', versions });

const calendar = (...versions: { validFrom: string; hours: unknown }[]): WorkingCalendar =>
  workingCalendar.parse({ id: 'office', name: 'Office', tz: 'Europe/Berlin', versions });
const nine = { validFrom: '2020-01-01', hours: { weekly: week('09:00', '17:00') } };

/** An issue reported and resolved at times of March 2026, by an agreement and a calendar. */
function accountBy(contract: Agreement, hours: WorkingCalendar, from: string, to: string) {
  const inForce = versionAt(contract, march(from));
  const terms = inForce && termsOf(inForce, (id) => (id === 'office' ? hours : null));
  if (!terms) throw new Error('The test expected terms.');
  return accountOf({
    occurred: exactly(march(from)),
    events: [event('reported', from), event('resolved', to)],
    priority: { us: null, provider: null },
    terms,
    ours: OURS,
    asOf: march('31 12:00'),
  });
}

describe('an agreement that is edited from a date on', () => {
  const old = agreed(version('2026-01-01', 480));
  const edited = agreed(version('2026-01-01', 480), version('2026-03-16', 60));

  it('leaves everything before that date as it was, to the last number', () => {
    expect(accountBy(edited, calendar(nine), '10 09:00', '10 12:00')).toEqual(
      accountBy(old, calendar(nine), '10 09:00', '10 12:00'),
    );
  });

  it('counts from that date on', () => {
    const verdict = (contract: Agreement, day: string) =>
      accountBy(contract, calendar(nine), `${day} 09:00`, `${day} 12:00`).clocks.resolution?.verdict;
    expect([verdict(edited, '13'), verdict(edited, '16'), verdict(old, '16')]).toEqual([
      'met',
      'missed',
      'met',
    ]);
  });

  it('keeps the version of the report for an issue that is still open when it changes', () => {
    const { resolution } = accountBy(edited, calendar(nine), '13 16:00', '16 12:00').clocks;
    expect([minutes(resolution?.targetMs), resolution?.verdict]).toEqual([480, 'met']);
  });

  it('begins at midnight of the contract’s zone, whatever the date is elsewhere', () => {
    const at = (text: string) => versionAt(edited, Date.parse(text))?.validFrom ?? null;
    expect([at('2026-03-15T22:59:59Z'), at('2026-03-15T23:00:00Z'), at('2025-12-31T22:00:00Z')]).toEqual([
      '2026-01-01',
      '2026-03-16',
      null,
    ]);
    expect(dateIn('Pacific/Kiritimati', Date.parse('2026-03-15T10:00:00Z'))).toBe('2026-03-16');
  });
});

describe('a calendar that is edited from a date on', () => {
  const edited = calendar(nine, { validFrom: '2026-03-11', hours: { weekly: week('11:00', '17:00') } });
  const contract = agreed(version('2026-01-01', 480));

  it('leaves everything before that date as it was', () => {
    expect(accountBy(contract, edited, '09 09:00', '10 12:00')).toEqual(
      accountBy(contract, calendar(nine), '09 09:00', '10 12:00'),
    );
  });

  it('counts from that date on, also for what was open', () => {
    const elapsed = (hours: WorkingCalendar) =>
      minutes(accountBy(contract, hours, '10 16:00', '11 12:00').clocks.resolution?.elapsed.ms);
    expect([elapsed(calendar(nine)), elapsed(edited)]).toEqual([240, 120]);
  });
});

describe('terms', () => {
  const [full] = agreed(
    version('2026-01-01', 480, {
      startAt: 'occurred',
      autoAckCounts: true,
      firstResponse: ['resolved'],
      pauseOn: ['hold'],
      reopen: 'last',
      priorityChange: 'prospective',
      whosePriority: 'provider',
      atRiskPercent: 50,
      targets: { P1: { responseMin: 5, updateEveryMin: 10, restoreMin: 20, calendarId: 'always' }, any: {} },
    }),
  ).versions;

  it('carry every rule that is written down, and the standard ones where nothing is', () => {
    const always = calendar({ validFrom: '2020-01-01', hours: { weekly: {} } });
    const terms = full && termsOf(full, (id) => (id === 'always' ? always : calendar(nine)));
    expect(terms).toMatchObject({
      startAt: 'occurred',
      autoAckCounts: true,
      firstResponse: ['resolved'],
      pauseOn: ['hold'],
      reopen: 'last',
      priorityChange: 'prospective',
      whosePriority: 'provider',
      atRiskPercent: 50,
      targets: { 1: { responseMin: 5, updateEveryMin: 10, restoreMin: 20, calendar: always }, any: {} },
    });
    const [plain] = agreed(version('2026-01-01', 480)).versions;
    expect(plain && termsOf(plain, () => calendar(nine))).toMatchObject({
      startAt: 'reported',
      autoAckCounts: false,
      pauseOn: ['us_info', 'agreed'],
      reopen: 'resume',
      priorityChange: 'retroactive',
      whosePriority: 'us',
      atRiskPercent: 75,
    });
  });

  it('are none when a calendar is missing', () => {
    expect(full && termsOf(full, () => null)).toBeNull();
    expect(full && termsOf(full, (id) => (id === 'office' ? calendar(nine) : null))).toBeNull();
  });
});
