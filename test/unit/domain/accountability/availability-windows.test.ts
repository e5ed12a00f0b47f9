import { describe, expect, it } from 'vitest';
import {
  availabilityOver,
  availabilityWindows,
} from '../../../../lib/domain/accountability/availability-windows.ts';
import { outageOf, type Outage } from '../../../../lib/domain/accountability/outages.ts';
import type { TimelineEvent } from '../../../../lib/domain/accountability/timeline.ts';
import { agreement, type Agreement } from '../../../../lib/domain/directory/agreement.ts';
import { issueId } from '../../../../lib/domain/ledger/primitives.ts';
import { event, march, MINUTE, told, type Told } from '../../../support/timelines.ts';

const ISSUE = issueId.parse('0198c0de-0000-7000-8000-000000000001');
const availability = {
  targetMilliPercent: 99_900,
  unit: 'minutes',
  wholeMinutesOnly: false,
  excludesMaintenance: true,
};
const creditTiers = [
  { belowMilliPercent: 99_900, creditPercent: 10 },
  { belowMilliPercent: 99_000, creditPercent: 25 },
];
const from = (validFrom: string, more: object = {}) => ({
  validFrom,
  calendarId: 'c',
  targets: {},
  availability: { ...availability, ...more },
  creditTiers,
});
const contract = (...versions: unknown[]): Agreement =>
  agreement.parse({ id: 'a', providerId: 'p', type: 'sla', name: 'Care', tz: 'Europe/Berlin', versions });
const whole = contract(from('2026-01-01'));

function down(
  events: readonly TimelineEvent[],
  more: Partial<Told> = {},
  facts: { priority?: 1 | 2 | null; downPriority?: number } = {},
): Outage | null {
  const account = told(events, { occurred: '10 08:00', asOf: '31 12:00', ...more });
  const agreed = { ...whole.versions[0]?.availability, downPriority: facts.downPriority };
  return outageOf(account, {
    issue: ISSUE,
    agreement: 'a',
    version: agreementOf(agreed),
    priority: facts.priority === undefined ? 1 : facts.priority,
  });
}
function agreementOf(agreed: object) {
  const [version] = contract(from('2026-01-01', JSON.parse(JSON.stringify(agreed)))).versions;
  if (!version) throw new Error('It has a version.');
  return version;
}
/** Down for so many minutes from 10 March, 9:00. */
const forMinutes = (minutes: number, more: Partial<TimelineEvent> = {}) => {
  const outage = down([
    event('reported', '10 09:00'),
    { event: 'resolved', at: march('10 09:00') + minutes * MINUTE, ...more },
  ]);
  if (!outage) throw new Error('This is an outage.');
  return outage;
};
/** As of 10 April: March is over, April is not. */
const LATER = Date.parse('2026-04-10T10:00:00+02:00');
const windowsOf = (outages: readonly Outage[], more: object = {}) =>
  availabilityWindows({
    agreement: whole,
    outages,
    period: null,
    observedSince: Date.parse('2026-02-20T12:00:00Z'),
    asOf: LATER,
    ...more,
  });
const marchOf = (outages: readonly Outage[], more: object = {}) =>
  windowsOf(outages, more).find(({ span }) => span[0] === march('01 00:00'));

describe('an outage', () => {
  it('lasts from the report to the workaround or the fix, by the clock on the wall', () => {
    const outage = down([
      event('reported', '10 09:00'),
      event('info_requested', '10 10:00'),
      event('workaround_provided', '11 02:00'),
      event('resolved', '12 09:00'),
    ]);
    expect(outage?.spans.map(({ from: begin, to }) => [begin.at, to?.at])).toEqual([
      [march('10 09:00'), march('11 02:00')],
    ]);
    expect(outage?.sure).toBe(true);
  });

  it('comes back when it is reopened, and lasts while nobody calls it done', () => {
    const outage = down([
      event('reported', '10 09:00'),
      event('resolved', '10 10:00'),
      event('reopened', '12 10:00'),
    ]);
    expect(outage?.spans.map(({ to }) => to?.at ?? null)).toEqual([march('10 10:00'), null]);
  });

  it('is none below the priority that was agreed, nor when it was withdrawn', () => {
    const events = [event('reported', '10 09:00'), event('resolved', '10 10:00')];
    expect(down(events, {}, { priority: 2 })).toBeNull();
    expect(down(events, {}, { priority: 2, downPriority: 2 })).not.toBeNull();
    expect(down([event('reported', '10 09:00'), event('withdrawn', '10 10:00')])).toBeNull();
  });

  it('is in doubt without a priority, and when the provider was never told', () => {
    const events = [event('reported', '10 09:00'), event('resolved', '10 10:00')];
    expect(down(events, {}, { priority: null })?.sure).toBe(false);
    const untold = down([]);
    expect(untold?.sure).toBe(false);
    expect(untold?.spans).toMatchObject([{ from: { at: march('10 08:00') }, to: null }]);
  });
});

describe('the availability of a month', () => {
  it('is kept to the minute and missed by the next one: March in Berlin has 44,580', () => {
    // 0.1 % of 44,580 minutes.
    expect(marchOf([forMinutes(44)])).toMatchObject({ verdict: 'met', doubt: null, credit: { sure: 0 } });
    expect(marchOf([forMinutes(45)])).toMatchObject({ verdict: 'missed', credit: { sure: 10, most: 10 } });
    expect(marchOf([forMinutes(45)])?.percent?.likely).toBeCloseTo((1 - 45 / 44_580) * 100, 10);
    expect(marchOf([forMinutes(446)])).toMatchObject({ credit: { sure: 25 } });
  });

  it('counts outages that overlap once', () => {
    expect(marchOf([forMinutes(40), forMinutes(44)])?.downMs.likely).toBe(44 * MINUTE);
  });

  it('cannot be shown when the times leave room for both, nor the credit beyond what is sure', () => {
    const about = forMinutes(44, { plusMinusMs: 10 * MINUTE });
    expect(marchOf([about])).toMatchObject({
      verdict: 'unproven',
      doubt: 'times',
      credit: { sure: 0, most: 10 },
      downMs: { low: 34 * MINUTE, likely: 44 * MINUTE, high: 54 * MINUTE },
    });
  });

  it('cannot be shown while an issue without a priority may have been an outage', () => {
    const maybe = { ...forMinutes(500), sure: false };
    expect(marchOf([maybe])).toMatchObject({ verdict: 'unproven', doubt: 'unsure', downMs: { likely: 0 } });
    // What is certain is not made doubtful by it.
    expect(marchOf([maybe, forMinutes(45)])).toMatchObject({ verdict: 'missed' });
  });

  it('cannot be shown from before anything was recorded, nor in users who are not counted', () => {
    const [, , february] = windowsOf([]);
    expect(february).toMatchObject({ verdict: 'unproven', doubt: 'unobserved' });
    const users = contract(from('2026-01-01', { unit: 'userMinutes' }));
    expect(marchOf([forMinutes(45)], { agreement: users })).toMatchObject({
      verdict: 'unproven',
      doubt: 'users',
      percent: null,
      credit: null,
    });
  });

  it('that is not over is kept so far, as if nothing more happened, or missed already', () => {
    const now = { asOf: march('20 12:00') };
    expect(windowsOf([forMinutes(44)], now)[0]).toMatchObject({ verdict: 'open' });
    expect(windowsOf([forMinutes(45)], now)[0]).toMatchObject({ verdict: 'missed' });
  });

  it('has what began in the month before, and what is still down', () => {
    const still = down([event('reported', '30 09:00')]);
    const [april, inMarch] = windowsOf(still ? [still] : []);
    // From 10:00 by the summer clock.
    expect(inMarch?.downMs.likely).toBe(38 * 60 * MINUTE);
    expect(april?.downMs.likely).toBe(LATER - Date.parse('2026-04-01T00:00:00+02:00'));
  });

  it('counts whole minutes only where that was agreed', () => {
    const rules = contract(from('2026-01-01', { wholeMinutesOnly: true }));
    const short = forMinutes(44.5);
    expect(marchOf([short], { agreement: rules })?.downMs.likely).toBe(44 * MINUTE);
    expect(marchOf([short])?.downMs.likely).toBe(44.5 * MINUTE);
  });

  it('leaves out the outages of other agreements', () => {
    expect(marchOf([{ ...forMinutes(45), agreement: 'b' }])).toMatchObject({ verdict: 'met' });
  });
});

describe('the windows of a contract', () => {
  const starts = (windows: ReturnType<typeof windowsOf>) =>
    windows.map(({ span }) => new Date(span[0] + 12 * 3_600_000).toISOString().slice(0, 10));

  it('are its months from midnight to midnight in its zone, newest first, none before anything was recorded', () => {
    expect(starts(windowsOf([]))).toEqual(['2026-04-01', '2026-03-01', '2026-02-01']);
    const period = { from: march('15 00:00'), to: march('20 00:00') };
    expect(starts(windowsOf([], { period }))).toEqual(['2026-03-01']);
  });

  it('may be quarters or years, and begin with the contract', () => {
    const since = { observedSince: Date.parse('2025-01-01T00:00:00Z') };
    const quarters = contract(from('2025-11-15', { window: 'quarter' }));
    expect(starts(windowsOf([], { agreement: quarters, ...since }))).toEqual([
      '2026-04-01',
      '2026-01-01',
      '2025-11-15',
    ]);
    const years = contract(from('2025-11-15', { window: 'year' }));
    expect(starts(windowsOf([], { agreement: years, ...since }))).toEqual(['2026-01-01', '2025-11-15']);
  });

  it('are decided by the version in force when they begin: a later one leaves them as they were', () => {
    const edited = contract(from('2026-01-01'), from('2026-03-20', { targetMilliPercent: 99_990 }));
    const [april, inMarch] = windowsOf([forMinutes(44)], { agreement: edited });
    expect(inMarch).toEqual(marchOf([forMinutes(44)]));
    expect(april?.targetMilliPercent).toBe(99_990);
  });

  it('are none where nothing is agreed or it is not known since when we record', () => {
    const none = contract({ validFrom: '2026-01-01', calendarId: 'c', targets: {} });
    expect(windowsOf([], { agreement: none })).toEqual([]);
    expect(windowsOf([], { agreement: { ...whole, type: 'none' } })).toEqual([]);
    expect(windowsOf([], { observedSince: null })).toEqual([]);
    expect(availabilityOver([])).toEqual({ percent: null, n: 0 });
  });

  it('make one share for the scorecard, as entered', () => {
    const windows = windowsOf([forMinutes(446)], {
      period: { from: march('01 00:00'), to: march('02 00:00') },
    });
    expect(availabilityOver(windows).percent).toBeCloseTo((1 - 446 / 44_580) * 100, 10);
    expect(availabilityOver(windows).n).toBe(windows.length);
  });
});
