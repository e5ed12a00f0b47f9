import { describe, expect, it } from 'vitest';
import { event, march, minutes, terms, told } from '../../../support/timelines.ts';

const about = (at: string, kind: Parameters<typeof event>[0], plusMinus: number) =>
  event(kind, at, { plusMinusMs: plusMinus * 60_000 });

describe('a verdict', () => {
  const verdict = (answer: string, plusMinus: number) =>
    told([event('reported', '10 09:00'), about(answer, 'acknowledged', plusMinus)], { asOf: '10 17:00' })
      .clocks.response?.verdict;

  it('is given only where the times leave no doubt', () => {
    expect([verdict('10 09:40', 20), verdict('10 10:00', 30), verdict('10 11:00', 30)]).toEqual([
      'met',
      'unproven',
      'missed',
    ]);
  });

  it('needs no certainty where even the worst reading is clear: nights do not count', () => {
    const { response } = told([about('10 17:30', 'reported', 25), event('acknowledged', '11 09:50')], {
      asOf: '11 17:00',
    }).clocks;
    expect(response).toMatchObject({ verdict: 'met', elapsed: { least: 3_000_000, most: 3_000_000 } });
  });

  it('takes uncertain pauses into account', () => {
    const { resolution } = told(
      [
        event('reported', '10 09:00'),
        about('10 11:00', 'info_requested', 10),
        about('10 12:00', 'info_provided', 20),
        event('resolved', '10 14:00'),
      ],
      { asOf: '10 17:00', terms: terms({ targets: { any: { resolutionMin: 250 } } }) },
    ).clocks;
    const { ms, least, most } = resolution?.elapsed ?? { ms: 0, least: 0, most: 0 };
    expect([least, ms, most].map(minutes)).toEqual([210, 240, 270]);
    expect(resolution?.verdict).toBe('unproven');
  });

  it('calls nothing overdue that may still be in time', () => {
    const open = (asOf: string) =>
      told([about('10 09:00', 'reported', 30)], { asOf }).clocks.response?.verdict;
    expect([open('10 10:10'), open('10 10:30'), open('10 10:31')]).toEqual(['open', 'open', 'overdue']);
  });

  it('is not swayed by what is uncertain elsewhere', () => {
    const account = told(
      [
        event('reported', '10 09:00'),
        event('acknowledged', '10 09:30'),
        about('10 12:00', 'provider_update', 600),
      ],
      { asOf: '10 17:00' },
    );
    expect(account.clocks.response?.verdict).toBe('met');
    expect(account.clocks.response?.stoppedAt).toBe(march('10 09:30'));
  });
});

describe('a target that is used up exactly at closing', () => {
  const used = (resolved: string, more = {}) =>
    told([event('reported', '10 16:00'), event('resolved', resolved, more)], {
      asOf: '11 12:00',
      terms: terms({ targets: { any: { resolutionMin: 60 } } }),
    }).clocks.resolution;

  it('is met by a stop at closing and missed by one in the night after it, though no more time was used', () => {
    expect(used('10 17:00')).toMatchObject({ verdict: 'met', overMs: 0 });
    expect(used('10 17:01')).toMatchObject({ verdict: 'missed', overMs: 0 });
  });

  it('is met where it cannot be said when in the night it was: the most that was used is the target', () => {
    expect(used('10 17:30', { plusMinusMs: 20 * 60_000 })).toMatchObject({ verdict: 'met' });
  });

  it('is overdue from the first moment of the night on', () => {
    const open = (asOf: string) =>
      told([event('reported', '10 16:00')], {
        asOf,
        terms: terms({ targets: { any: { resolutionMin: 60 } } }),
      }).clocks.resolution;
    expect(open('10 17:00')?.verdict).toBe('open');
    expect(open('10 17:01')).toMatchObject({ verdict: 'overdue', atRisk: false });
  });
});
