import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../../../lib/domain/accountability/timeline.ts';
import { businessMs, dueAt } from '../../../../lib/domain/time/business-time.ts';
import { event, hours, march, minutes, OFFICE, raw, terms, told, week } from '../../../support/timelines.ts';

/** What users of desk tools reported about them; none of it can happen here. The tool and the report in brackets. */
const reported = event('reported', '10 09:00');
const business = (rules: Parameters<typeof businessMs>[0], from: string, to: string) =>
  businessMs(rules, Date.parse(from), Date.parse(to)) / 60_000;
const resolutionOf = (events: readonly TimelineEvent[], asOf: string, rules = terms()) =>
  told(events, { asOf, terms: rules }).clocks.resolution;

describe('pauses', () => {
  it('move the due time by working time, not by the time on the wall (Frappe Helpdesk PR 2449, 2075; ERPNext PR 47172)', () => {
    const weekend = [
      event('reported', '13 14:00'),
      event('info_requested', '13 16:00'),
      event('info_provided', '16 11:00'),
    ];
    const clock = resolutionOf(weekend, '16 12:00', terms({ targets: { any: { resolutionMin: 480 } } }));
    expect(clock?.dueAt).toBe(march('16 17:00'));
  });

  it('may be ended on a day off without turning into more than they were (Frappe Helpdesk 1554, 1675)', () => {
    const saturday = [
      event('reported', '13 14:00'),
      event('info_requested', '13 16:00'),
      event('info_provided', '14 12:00'),
    ];
    const clock = resolutionOf(saturday, '16 10:00', terms({ targets: { any: { resolutionMin: 480 } } }));
    expect([minutes(clock?.elapsed.ms), clock?.dueAt]).toEqual([180, march('16 15:00')]);
  });

  it('keep what is "over" from growing (Frappe Helpdesk PR 3709)', () => {
    const late = [reported, event('info_requested', '10 14:00')];
    const over = (asOf: string) => minutes(resolutionOf(late, asOf)?.overMs);
    expect([over('10 14:00'), over('10 17:00'), over('12 17:00')]).toEqual([60, 60, 60]);
  });

  it('over a weekend are not counted twice (GLPI 10594, PR 14937)', () => {
    const pause = [
      [march('13 16:00'), march('16 10:00')],
      [march('14 09:00'), march('15 09:00')],
    ] as const;
    expect(businessMs(OFFICE, march('13 15:00'), march('16 11:00'), pause) / 60_000).toBe(120);
  });

  it('survive a change of the agreement or of the priority (GLPI 6902, 15605)', () => {
    const events = [
      event('reported', '10 09:00', { to: 3 }),
      event('info_requested', '10 10:00'),
      event('info_provided', '10 15:00'),
    ];
    const before = resolutionOf(events, '10 16:00');
    const other = terms({ targets: { any: { resolutionMin: 60 } } });
    const changed = resolutionOf(
      [...events, event('priority_changed', '10 15:30', { to: 1 })],
      '10 16:00',
      other,
    );
    expect([minutes(before?.elapsed.ms), minutes(changed?.elapsed.ms)]).toEqual([120, 120]);
    expect(changed?.dueAt).toBe(march('10 10:00'));
  });

  it('do not let an issue that waits for us become overdue (GLPI 24481)', () => {
    const waiting = [reported, event('info_requested', '10 10:00')];
    expect(resolutionOf(waiting, '20 17:00')).toMatchObject({
      state: 'paused',
      verdict: 'open',
      dueAt: null,
    });
  });
});

describe('hours', () => {
  it('are all that counts: no evenings, weekends and holidays (osTicket-1.7 515; osTicket 1168, 2131, 4969)', () => {
    const withHoliday = hours(week('08:00', '17:00'), 'Europe/Berlin', { exceptions: { '2026-03-16': [] } });
    const due = resolutionOf(
      [event('reported', '13 16:00')],
      '13 16:30',
      terms({ calendar: withHoliday, targets: { any: { resolutionMin: 240 } } }),
    );
    expect(due?.dueAt).toBe(march('17 11:00'));
  });

  it('say when a clock becomes at risk, too, not midnight (GLPI PR 22678)', () => {
    const rules = terms({
      calendar: hours(week('08:00', '18:00')),
      targets: { any: { responseMin: 240 } },
      atRiskPercent: 75,
    });
    const { response } = told([event('reported', '09 17:00')], { asOf: '09 17:30', terms: rules }).clocks;
    expect([response?.dueAt, response?.atRiskFrom]).toEqual([march('10 11:00'), march('10 10:00')]);
  });

  it('may have a lunch break (Frappe Helpdesk 2212, osTicket 6847)', () => {
    const lunch = hours({
      tue: [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
    });
    expect(business(lunch, '2026-03-10T00:00:00Z', '2026-03-11T00:00:00Z')).toBe(480);
  });

  it('around the clock lose no minute at midnight (Zammad 3180)', () => {
    const all = hours(
      Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
      ),
    );
    expect(business(all, '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z')).toBe(7 * 1440);
  });

  it('may run through the night (chatwoot 6733, 5254; business_time 227; moment-business-time 34)', () => {
    const night = hours({ mon: [['22:00', '06:00']] });
    expect(business(night, '2026-03-09T00:00:00+01:00', '2026-03-11T00:00:00+01:00')).toBe(480);
  });

  it('outside of which something is reported do not make it free of time (GLPI 687)', () => {
    const saturday = [event('reported', '14 12:00')];
    expect(minutes(resolutionOf(saturday, '16 11:00')?.elapsed.ms)).toBe(120);
  });

  it('of one day in a week are found, however far away (osTicket 6739)', () => {
    const tuesdays = hours({ tue: [['09:00', '17:00']] });
    expect(dueAt(tuesdays, march('11 10:00'), 3_600_000)).toBe(march('17 10:00'));
  });

  it('may never open without anybody waiting for an answer for ever (Frappe Helpdesk)', () => {
    expect(dueAt(hours({}), march('11 10:00'), 3_600_000)).toBeNull();
  });

  it('of holidays are what the list says; what is unticked is a working day (Zammad 390)', () => {
    const withHoliday = hours(week('09:00', '17:00'), 'Europe/Berlin', { exceptions: { '2026-11-11': [] } });
    const span = ['2026-11-11T00:00:00+01:00', '2026-11-12T00:00:00+01:00'] as const;
    expect([business(withHoliday, ...span), business(OFFICE, ...span)]).toEqual([0, 480]);
  });

  it('are closed between the years every year, also after New Year (GLPI)', () => {
    const closed = hours(week('09:00', '17:00'), 'Europe/Berlin', {
      recurring: [{ from: '12-24', to: '01-02', windows: [] }],
    });
    for (const year of [2025, 2026, 2027])
      expect(business(closed, `${year}-12-24T00:00:00+01:00`, `${year + 1}-01-03T00:00:00+01:00`)).toBe(0);
  });
});

describe('clocks that change', () => {
  it('use the offset of the date, not of today (dbt_zendesk 25, chatwoot 2882, Grafana OnCall 3261)', () => {
    const monday = (date: string, offset: string) =>
      business(OFFICE, `${date}T09:00:00${offset}`, `${date}T17:00:00${offset}`);
    expect([monday('2026-01-12', '+01:00'), monday('2026-07-13', '+02:00')]).toEqual([480, 480]);
  });

  it('do not add or lose a day by counting 86,400 seconds (GLPI)', () => {
    const all = hours(Object.fromEntries(['sat', 'sun', 'mon'].map((day) => [day, [['00:00', '24:00']]])));
    expect(business(all, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(1500);
    expect(business(all, '2026-03-28T23:30:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(30 + 1380);
  });

  it('close at the first of two equal times and open at the moment of the jump (moment-business-time 58, biz 37)', () => {
    const edge = (from: string, to: string) => hours({ sun: [[from, to]] });
    expect(business(edge('00:00', '02:30'), '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(
      150,
    );
    expect(business(edge('02:30', '06:00'), '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(
      180,
    );
    expect(business(edge('02:30', '03:00'), '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(
      0,
    );
  });
});

describe('courses of events', () => {
  it('count what was worked before a reopening (Zammad 188, GLPI 5213)', () => {
    const events = [reported, event('resolved', '10 11:00'), event('reopened', '11 10:00')];
    const clock = resolutionOf(events, '11 11:00');
    expect([minutes(clock?.elapsed.ms), clock?.verdict, clock?.dueAt]).toEqual([
      180,
      'open',
      march('11 12:00'),
    ]);
  });

  it('begin the clock again only where that was agreed (GLPI 1911)', () => {
    const events = [reported, event('resolved', '10 11:00'), event('reopened', '11 10:00')];
    const used = (reopen: 'resume' | 'first' | 'last' | 'continuous') =>
      minutes(resolutionOf(events, '11 11:00', terms({ reopen }))?.elapsed.ms);
    expect([used('resume'), used('first'), used('last'), used('continuous')]).toEqual([180, 120, 60, 600]);
    const urgent = [
      event('reported', '10 09:00', { to: 3 }),
      event('priority_changed', '10 10:30', { to: 1 }),
    ];
    const left = (priorityChange: 'retroactive' | 'prospective') =>
      resolutionOf(
        urgent,
        '10 10:30',
        terms({ priorityChange, targets: { any: { resolutionMin: 240 }, 1: { resolutionMin: 60 } } }),
      )?.dueAt;
    expect([left('retroactive'), left('prospective')]).toEqual([march('10 10:00'), march('10 11:30')]);
  });

  it('clear what was overdue when that was said to be fixed, and tell it anew when it is reopened (osTicket PR 5206)', () => {
    const late = [reported, event('resolved', '10 14:00')];
    expect(resolutionOf(late, '10 13:30')?.verdict).toBe('overdue');
    const anew = terms({ reopen: 'last' });
    const reopened = [...late, event('reopened', '11 10:00')];
    expect(resolutionOf(reopened, '11 10:30', anew)).toMatchObject({
      verdict: 'open',
      dueAt: march('11 14:00'),
    });
    expect(resolutionOf(reopened, '11 10:30')?.verdict).toBe('overdue');
  });

  it('do not escalate what has been answered (Zammad 3140)', () => {
    const rules = terms({ targets: { any: { updateEveryMin: 60 } } });
    const update = told([reported, event('provider_update', '10 09:30')], { asOf: '12 09:00', terms: rules })
      .clocks.update;
    expect(update).toMatchObject({ running: false, overdue: false });
  });

  it('take an update as a first answer (Zammad 5177)', () => {
    const { response } = told(
      [reported, event('provider_update', '10 09:30'), event('acknowledged', '10 11:00')],
      { asOf: '10 12:00' },
    ).clocks;
    expect(minutes(response?.elapsed.ms)).toBe(30);
  });

  it('know the time of closing at once, not only after a reopening (Zammad 4777)', () => {
    expect(resolutionOf([reported, event('closed_by_provider', '10 10:00')], '10 10:00')).toMatchObject({
      state: 'stopped',
      stoppedAt: march('10 10:00'),
    });
  });

  it('do not stop the response clock by our own chasing', () => {
    const { response } = told([reported, event('chased', '10 09:20'), event('acknowledged', '10 11:00')], {
      asOf: '10 12:00',
    }).clocks;
    expect([minutes(response?.elapsed.ms), response?.verdict]).toEqual([120, 'missed']);
  });

  it('may be corrected later: only what the correction touches changes (Zammad "SLA change will cause wrong statistics")', () => {
    const events = [
      reported,
      event('info_requested', '10 10:00'),
      event('info_provided', '10 12:00'),
      event('resolved', '10 14:00'),
    ];
    const before = told(events, { occurred: '10 08:30', asOf: '10 15:00' });
    const corrected = events.map((entry) =>
      entry.event === 'info_provided' ? event('info_provided', '10 11:00') : entry,
    );
    const after = told(corrected, { occurred: '10 08:30', asOf: '10 15:00' });
    expect([raw(before), raw(after)]).toEqual([
      { us_unreported: 30, provider: 180, us_info: 120, us_verify: 60 },
      { us_unreported: 30, provider: 240, us_info: 60, us_verify: 60 },
    ]);
    expect(after.clocks.response).toEqual(before.clocks.response);
  });
});
