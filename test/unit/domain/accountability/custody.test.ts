import { describe, expect, it } from 'vitest';
import { nextDue, ourDuty } from '../../../../lib/domain/accountability/next-due.ts';
import { event, march, raw, told } from '../../../support/timelines.ts';

const reported = event('reported', '10 09:00');

describe('the ball', () => {
  it('is ours until the provider is told', () => {
    const account = told([reported], { occurred: '10 08:00', asOf: '10 10:00' });
    expect(raw(account)).toEqual({ us_unreported: 60, provider: 60 });
    expect(account.status).toBe('reported');
  });

  it('is ours when nobody was told', () => {
    const account = told([], { occurred: '10 08:00', asOf: '10 10:00' });
    expect(raw(account)).toEqual({ us_unreported: 120 });
    expect(account).toMatchObject({ status: 'captured', clocks: { response: null, resolution: null } });
    expect(ourDuty(account)).toEqual({ duty: 'report', since: march('10 08:00') });
  });

  it('is nobody’s before anything happened', () => {
    const account = told([], { asOf: '10 10:00' });
    expect(account).toMatchObject({ owner: null, status: 'captured', ledger: { totalMs: 0 } });
    expect(ourDuty(account)).toBeNull();
    expect(nextDue(account)).toBeNull();
  });

  it('comes to us with a question and goes back with the answer', () => {
    const asked = [reported, event('info_requested', '10 10:00')];
    const waiting = told(asked, { asOf: '10 11:00' });
    expect(waiting).toMatchObject({
      status: 'waiting_on_us',
      owner: 'us_info',
      ownerSince: march('10 10:00'),
    });
    expect(ourDuty(waiting)).toEqual({ duty: 'answer', since: march('10 10:00') });
    const answered = told([...asked, event('info_provided', '10 10:30')], { asOf: '10 11:00' });
    expect(raw(answered)).toEqual({ provider: 90, us_info: 30 });
    expect(answered.status).toBe('with_provider');
  });

  it('is on hold only when the provider did not ask us anything', () => {
    const hold = event('hold_by_provider', '10 10:30');
    expect(told([reported, hold], { asOf: '10 11:00' }).status).toBe('on_hold');
    const asked = told([reported, event('info_requested', '10 10:00'), hold], { asOf: '10 11:00' });
    expect(asked.status).toBe('waiting_on_us');
    expect(asked.disputedHoldMs).toBe(0);
  });

  it('comes back to us when a wait ends and our answer is still missing', () => {
    const account = told(
      [
        reported,
        event('info_requested', '10 10:00'),
        event('third_party_started', '10 11:00'),
        event('third_party_ended', '10 12:00'),
      ],
      { asOf: '10 13:00' },
    );
    expect(raw(account)).toEqual({ provider: 60, us_info: 120, third_party: 60 });
  });

  it('leaves an agreed wait when it was agreed to end', () => {
    const wait = event('agreed_wait_started', '10 10:00', { until: march('10 12:00') });
    expect(told([reported, wait], { asOf: '10 11:00' }).status).toBe('agreed_wait');
    expect(raw(told([reported, wait], { asOf: '10 13:00' }))).toEqual({ provider: 120, agreed: 120 });
    const early = told([reported, wait, event('agreed_wait_ended', '10 11:00')], { asOf: '10 13:00' });
    expect(raw(early)).toEqual({ provider: 180, agreed: 60 });
  });

  it('is ours to verify when the provider says it is done, and done only when we say so', () => {
    for (const kind of ['resolved', 'closed_by_provider'] as const) {
      const claimed = told([reported, event(kind, '10 10:00')], { asOf: '10 12:00' });
      expect(claimed).toMatchObject({ status: 'resolved', owner: 'us_verify' });
      expect(ourDuty(claimed)).toEqual({ duty: 'verify', since: march('10 10:00') });
    }
    const verified = told([reported, event('resolved', '10 10:00'), event('verified', '10 11:00')], {
      asOf: '12 12:00',
    });
    expect(verified).toMatchObject({ status: 'verified', owner: 'closed', ownerSince: march('10 11:00') });
    expect(raw(verified)).toEqual({ provider: 60, us_verify: 60 });
    expect(ourDuty(verified)).toBeNull();
  });

  it('goes back to the provider when it comes back, and the time between is nobody’s', () => {
    const account = told(
      [reported, event('verified', '10 10:00'), event('reopened', '10 14:00'), event('chased', '10 15:00')],
      { asOf: '10 16:00' },
    );
    expect(account).toMatchObject({ status: 'with_provider', chased: 1 });
    expect(raw(account)).toEqual({ provider: 180, closed: 240 });
  });

  it('stays where it is when an event does not fit', () => {
    const odd = (['info_provided', 'hold_released', 'third_party_ended', 'agreed_wait_ended'] as const).map(
      (kind) => event(kind, '10 10:00'),
    );
    const account = told([reported, ...odd, event('reopened', '10 10:30')], { asOf: '10 11:00' });
    expect(raw(account)).toEqual({ provider: 120 });
    expect(account.fixes.reopened).toBe(0);
  });

  it('is not asked about what had not happened yet', () => {
    const events = [reported, event('resolved', '10 15:00')];
    expect(told(events, { asOf: '10 14:59' }).status).toBe('reported');
    expect(told(events, { asOf: '10 15:00' }).status).toBe('resolved');
  });
});

describe('a status', () => {
  it('is acknowledged by a person, not by a machine', () => {
    const receipt = event('acknowledged', '10 09:01', { automatic: true });
    expect(told([reported, receipt], { asOf: '10 10:00' }).status).toBe('reported');
    expect(told([reported, receipt, event('acknowledged', '10 09:30')], { asOf: '10 10:00' }).status).toBe(
      'acknowledged',
    );
  });

  it('tells withdrawn from verified by what came last', () => {
    const events = [reported, event('verified', '10 10:00'), event('reopened', '10 11:00')];
    expect(told([...events, event('withdrawn', '10 12:00')], { asOf: '10 13:00' }).status).toBe('withdrawn');
  });
});

describe('hand-offs and answers', () => {
  const account = told(
    [
      reported,
      event('acknowledged', '10 09:30'),
      event('info_requested', '10 10:00'),
      event('info_provided', '10 12:00'),
      event('agreed_wait_started', '10 13:00'),
      event('agreed_wait_ended', '10 14:00'),
      event('info_requested', '10 15:00'),
    ],
    { asOf: '11 10:00' },
  );

  it('count how often the ball changed sides; a wait that both agreed on is no change', () => {
    expect(account.handOffs).toBe(3);
  });

  it('are told for both sides in the working hours of each', () => {
    const min = (values: readonly number[]) => values.map((ms) => ms / 60_000);
    expect(min(account.answers.provider.givenMs)).toEqual([30, 180]);
    expect(min(account.answers.us.givenMs)).toEqual([120]);
    // Ours end at 16:00 and begin at 8:00.
    expect(min(account.answers.us.openMs)).toEqual([60 + 120]);
    expect(account.answers.provider.openMs).toEqual([]);
  });
});
