import { describe, expect, it } from 'vitest';
import { nextDue } from '../../../../lib/domain/accountability/next-due.ts';
import type { TimelineEvent } from '../../../../lib/domain/accountability/timeline.ts';
import { event, hours, march, minutes, terms, told } from '../../../support/timelines.ts';

const reported = event('reported', '10 09:00');
const AROUND_THE_CLOCK = hours(
  Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
);

describe('the response clock', () => {
  it.each([
    'acknowledged',
    'provider_update',
    'info_requested',
    'workaround_provided',
    'resolved',
    'closed_by_provider',
  ] as const)('stops at the first human %s', (kind) => {
    const { response } = told([reported, event(kind, '10 09:45')], { asOf: '10 12:00' }).clocks;
    expect(response).toMatchObject({ state: 'stopped', verdict: 'met', stoppedAt: march('10 09:45') });
    expect(minutes(response?.elapsed.ms)).toBe(45);
  });

  it.each(['chased', 'escalated', 'info_provided', 'hold_by_provider', 'note', 'priority_changed'] as const)(
    'runs on after %s',
    (kind) => {
      const { response } = told([reported, event(kind, '10 09:45')], { asOf: '10 12:00' }).clocks;
      expect(response).toMatchObject({ state: 'running', verdict: 'overdue', stoppedAt: null });
    },
  );

  it('is not paused by a hold', () => {
    const pauseOn = ['us_info', 'hold', 'third_party', 'agreed'] as const;
    const { response } = told(
      [reported, event('hold_by_provider', '10 09:10'), event('acknowledged', '10 12:00')],
      {
        asOf: '10 13:00',
        terms: terms({ pauseOn }),
      },
    ).clocks;
    expect(minutes(response?.elapsed.ms)).toBe(180);
  });

  it('begins when it broke where the contract says so; the gap is ours otherwise', () => {
    const events = [reported, event('acknowledged', '10 09:30')];
    const elapsed = (startAt: 'reported' | 'occurred') =>
      minutes(
        told(events, { occurred: '09 16:00', asOf: '10 10:00', terms: terms({ startAt }) }).clocks.response
          ?.elapsed.ms,
      );
    expect([elapsed('reported'), elapsed('occurred')]).toEqual([30, 90]);
  });

  it('judges nothing when it was withdrawn before an answer', () => {
    const { response } = told([reported, event('withdrawn', '10 12:00')], { asOf: '10 13:00' }).clocks;
    expect(response).toMatchObject({ state: 'cancelled', verdict: 'cancelled' });
  });
});

describe('the resolution clock', () => {
  const waiting = [reported, event('info_requested', '10 11:00')];

  it('has no due time while it waits for us, and says what is left', () => {
    const { resolution } = told(waiting, { asOf: '10 15:00' }).clocks;
    expect(resolution).toMatchObject({
      state: 'paused',
      dueAt: null,
      verdict: 'open',
      remainingMs: 7_200_000,
    });
  });

  it('is paused from the very minute of the question', () => {
    expect(told(waiting, { asOf: '10 11:00' }).clocks.resolution?.state).toBe('paused');
  });

  it('moves its due time by the pause, in working time', () => {
    const { resolution } = told([...waiting, event('info_provided', '11 10:00')], {
      asOf: '11 10:30',
    }).clocks;
    expect(resolution).toMatchObject({ state: 'running', dueAt: march('11 12:00'), atRisk: false });
  });

  it('is at risk from three quarters of the target on, until it is overdue', () => {
    const at = (asOf: string) => {
      const clock = told([reported], { asOf }).clocks.resolution;
      return [clock?.atRisk, clock?.verdict];
    };
    expect([at('10 11:59'), at('10 12:00'), at('10 13:00'), at('10 13:01')]).toEqual([
      [false, 'open'],
      [true, 'open'],
      [true, 'open'],
      [false, 'overdue'],
    ]);
  });

  it('is met when it is resolved exactly when it is due', () => {
    const verdict = (at: string) =>
      told([reported, event('resolved', at)], { asOf: '12 09:00' }).clocks.resolution?.verdict;
    expect([verdict('10 13:00'), verdict('10 13:01')]).toEqual(['met', 'missed']);
  });

  it('is stopped by our own verification when nobody said "resolved"', () => {
    const { resolution } = told([reported, event('verified', '10 12:00')], { asOf: '11 09:00' }).clocks;
    expect(resolution).toMatchObject({ state: 'stopped', stoppedAt: march('10 12:00') });
  });

  it('has no verdict where nothing was agreed, and is measured all the same', () => {
    const { resolution } = told([reported, event('resolved', '10 12:00')], {
      asOf: '11 09:00',
      terms: terms({ targets: {} }),
    }).clocks;
    expect(resolution).toMatchObject({ verdict: null, targetMs: null, dueAt: null, remainingMs: null });
    expect(minutes(resolution?.elapsed.ms)).toBe(180);
  });
});

describe('reopening', () => {
  const events = [
    reported,
    event('resolved', '10 11:00'),
    event('reopened', '11 10:00'),
    event('resolved', '11 13:00'),
    event('reopened', '12 09:00'),
  ];
  it.each([
    ['resume', 120 + 180 + 60],
    ['first', 120],
    ['last', 60],
    ['continuous', 480 + 480 + 60],
  ] as const)('counted by the rule "%s" leaves %i minutes', (reopen, expected) => {
    const account = told(events, { asOf: '12 10:00', terms: terms({ reopen }) });
    expect(minutes(account.clocks.resolution?.elapsed.ms)).toBe(expected);
    expect(account.clocks.resolution?.state).toBe(reopen === 'first' ? 'stopped' : 'running');
    expect(account.fixes.reopened).toBe(2);
  });
});

describe('the restore clock', () => {
  it('stops at the workaround; what is reopened later concerns the fix', () => {
    const { restore, resolution } = told(
      [
        reported,
        event('workaround_provided', '10 10:00'),
        event('resolved', '10 12:00'),
        event('reopened', '10 13:00'),
      ],
      { asOf: '10 14:00', terms: terms({ targets: { any: { restoreMin: 90, resolutionMin: 480 } } }) },
    ).clocks;
    expect([minutes(restore?.elapsed.ms), restore?.verdict]).toEqual([60, 'met']);
    expect([minutes(resolution?.elapsed.ms), resolution?.state]).toEqual([240, 'running']);
  });

  it('runs again with a fix that did not hold, where there was no workaround', () => {
    const { restore } = told([reported, event('resolved', '10 10:00'), event('reopened', '10 11:00')], {
      asOf: '10 12:00',
    }).clocks;
    expect([minutes(restore?.elapsed.ms), restore?.state]).toEqual([120, 'running']);
  });
});

describe('a changed priority', () => {
  const byPriority = { 1: { resolutionMin: 240 }, 3: { resolutionMin: 960 } };
  const events = [event('reported', '10 09:00', { to: 3 }), event('priority_changed', '10 13:00', { to: 1 })];
  const clock = (more: Parameters<typeof terms>[0], list: TimelineEvent[] = events, asOf = '10 14:00') =>
    told(list, { asOf, terms: terms({ targets: byPriority, ...more }) }).clocks.resolution;

  it('keeps the start, or counts from the change on, as agreed', () => {
    expect(clock({})).toMatchObject({ verdict: 'overdue', dueAt: march('10 13:00') });
    expect(clock({ priorityChange: 'prospective' })).toMatchObject({
      verdict: 'open',
      startedAt: march('10 13:00'),
      dueAt: march('10 17:00'),
    });
  });

  it('counts from the last real change only', () => {
    const same = [...events, event('priority_changed', '10 13:30', { to: 1 })];
    expect(clock({ priorityChange: 'prospective' }, same)).toMatchObject({ startedAt: march('10 13:00') });
  });

  it('is that of the side whose priority the agreement takes; ours while the provider has none', () => {
    const theirs = [...events, event('priority_changed', '10 13:30', { to: 3, byWhom: 'provider' })];
    const target = (whosePriority: 'us' | 'provider', list: TimelineEvent[]) =>
      minutes(clock({ whosePriority }, list)?.targetMs);
    expect([target('us', theirs), target('provider', theirs), target('provider', events)]).toEqual([
      240, 960, 240,
    ]);
  });

  it('changes nothing of what was resolved before', () => {
    const done = [
      event('reported', '10 09:00', { to: 3 }),
      event('resolved', '10 12:00'),
      event('priority_changed', '10 13:00', { to: 1 }),
    ];
    expect(clock({ priorityChange: 'prospective' }, done)).toMatchObject({
      verdict: 'met',
      targetMs: 57_600_000,
    });
  });

  it('may bring working hours of its own', () => {
    const targets = { ...byPriority, 1: { resolutionMin: 240, calendar: AROUND_THE_CLOCK } };
    const list = [event('reported', '10 16:00', { to: 1 })];
    expect(clock({ targets }, list, '10 18:00')?.dueAt).toBe(march('10 20:00'));
  });

  it('falls back to what holds for any priority', () => {
    const targets = { any: { responseMin: 30, resolutionMin: 600 }, 1: { resolutionMin: 240 } };
    const { response, resolution } = told([event('reported', '10 09:00', { to: 1 })], {
      asOf: '10 09:10',
      terms: terms({ targets }),
    }).clocks;
    expect([minutes(response?.targetMs), minutes(resolution?.targetMs)]).toEqual([30, 240]);
  });
});

describe('the update clock', () => {
  const targets = { any: { updateEveryMin: 60 } };
  const update = (events: readonly TimelineEvent[], asOf: string) =>
    told(events, { asOf, terms: terms({ targets }) }).clocks.update;

  it('runs only while the last word was ours', () => {
    const events = [reported, event('provider_update', '10 09:30')];
    expect(update(events, '10 12:00')).toMatchObject({
      running: false,
      overdue: false,
      late: 0,
      dueAt: null,
    });
    expect(update([...events, event('chased', '10 12:00')], '10 13:30')).toMatchObject({
      running: true,
      overdue: true,
      late: 1,
      dueAt: march('10 13:00'),
      elapsedMs: 5_400_000,
    });
  });

  it('counts from the first of our words, however often we chase', () => {
    const events = [reported, event('chased', '10 09:30'), event('chased', '10 09:50')];
    expect(minutes(update(events, '10 10:00')?.elapsedMs)).toBe(60);
  });

  it('takes an agreed wait out', () => {
    const wait = [event('agreed_wait_started', '10 09:10'), event('agreed_wait_ended', '10 12:10')];
    expect(minutes(update([reported, ...wait], '10 12:20')?.elapsedMs)).toBe(20);
  });

  it('is the next thing due when it comes first', () => {
    const account = told([reported], {
      asOf: '10 09:10',
      terms: terms({ targets: { any: { responseMin: 60, updateEveryMin: 30, resolutionMin: 240 } } }),
    });
    expect(nextDue(account)).toEqual({
      clock: 'update',
      at: march('10 09:30'),
      overdue: false,
      atRisk: false,
    });
  });
});

describe('a disputed hold', () => {
  it('has two readings, and the agreed one decides', () => {
    const account = told(
      [
        reported,
        event('hold_by_provider', '10 10:00'),
        event('hold_released', '10 15:00'),
        event('resolved', '10 16:00'),
      ],
      { asOf: '10 17:00' },
    );
    const { agreed, provider, none } = account.readings;
    expect([agreed, provider, none].map((clock) => [minutes(clock?.elapsed.ms), clock?.verdict])).toEqual([
      [420, 'missed'],
      [120, 'met'],
      [420, 'missed'],
    ]);
    expect(minutes(account.disputedHoldMs)).toBe(300);
  });
});
