import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMarksOf, heldIn, ledgerBar } from '../../../../lib/domain/accountability/ledger-bar.ts';
import { roundedTogether, sumOf } from '../../../../lib/domain/accountability/sum-of.ts';
import { event, march, MINUTE, terms, told } from '../../../support/timelines.ts';

const reported = event('reported', '10 09:30');
const asked = event('info_requested', '10 11:00');
const answered = event('info_provided', '10 12:00');

const barOf = (account: ReturnType<typeof told>) => ledgerBar(heldIn(account), dueMarksOf(account));

describe('the ledger bar', () => {
  it('is split by who had the ball, with a tick where it changed sides', () => {
    const bar = barOf(
      told([reported, asked, answered], {
        occurred: '10 09:00',
        asOf: '10 13:00',
        terms: terms({ targets: {} }),
      }),
    );
    expect(bar?.parts).toEqual([
      { owner: 'us_unreported', begin: 0, end: 0.125 },
      { owner: 'provider', begin: 0.125, end: 0.5 },
      { owner: 'us_info', begin: 0.5, end: 0.75 },
      { owner: 'provider', begin: 0.75, end: 1 },
    ]);
    expect(bar?.handOffs).toEqual([0.125, 0.5, 0.75]);
    expect(bar).toMatchObject({ flags: [], now: 1 });
  });

  it('makes room for a due time that lies ahead, up to half of what has passed', () => {
    const bar = barOf(told([reported], { occurred: '10 09:30', asOf: '10 10:15' }));
    // Response is due in a quarter of an hour. Resolution, due in the afternoon, is told by words.
    expect(bar).toMatchObject({ now: 0.75, flags: [{ clock: 'response', place: 1, late: null }] });
    expect(barOf(told([reported], { occurred: '10 09:30', asOf: '10 10:00' }))).toMatchObject({
      now: 1,
      flags: [],
    });
  });

  it('shows lateness from the due time to when it was done', () => {
    const late = told([reported, event('acknowledged', '10 11:30')], {
      occurred: '10 09:30',
      asOf: '10 11:30',
    });
    expect(barOf(late)?.flags).toEqual([
      { clock: 'response', at: march('10 10:30'), place: 0.5, late: { begin: 0.5, end: 1 } },
    ]);
  });

  it('shows no lateness that cannot be shown', () => {
    const around = { plusMinusMs: 90 * MINUTE };
    const unclear = told([reported, event('acknowledged', '10 11:30', around)], { asOf: '10 12:00' });
    expect(unclear.clocks.response?.verdict).toBe('unproven');
    expect(barOf(unclear)?.flags[0]).toMatchObject({ clock: 'response', late: null });
  });

  it('is not there before anything happened', () => {
    expect(barOf(told([], { asOf: '10 09:00' }))).toBeNull();
  });
});

describe('the sum', () => {
  it('adds up as it is printed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10 ** 9 }), { maxLength: 8 }), (parts) => {
        const rounded = roundedTogether(parts, MINUTE);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(Math.round(total / MINUTE) * MINUTE);
        rounded.forEach((part, i) => expect(Math.abs(part - (parts[i] ?? 0))).toBeLessThan(MINUTE));
      }),
    );
  });

  it('tells the time before we reported apart from our other time', () => {
    const account = told([reported, asked, answered], { occurred: '10 09:00', asOf: '10 13:00' });
    expect(sumOf(account.ledger)).toEqual({
      totalMs: 240 * MINUTE,
      provider: { rawMs: 150 * MINUTE, businessMs: 150 * MINUTE },
      us: { rawMs: 60 * MINUTE, businessMs: 60 * MINUTE },
      unreported: { rawMs: 30 * MINUTE, businessMs: 30 * MINUTE },
      agreed: { rawMs: 0, businessMs: 0 },
      closed: { rawMs: 0, businessMs: 0 },
    });
  });

  it('counts a long one in hours', () => {
    const account = told([reported], { occurred: '02 09:13', asOf: '10 13:50' });
    const { totalMs, unreported, provider } = sumOf(account.ledger);
    expect([totalMs, unreported.rawMs, provider.rawMs].map((ms) => ms / MINUTE / 60)).toEqual([197, 192, 5]);
  });
});
