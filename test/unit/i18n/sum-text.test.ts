import { describe, expect, it } from 'vitest';
import { accounts } from '../../../lib/i18n/accounts/accounts.ts';
import { sumText } from '../../../lib/i18n/accounts/sum-text.ts';
import { createFormat } from '../../../lib/i18n/format.ts';

const MINUTE = 60_000;
const share = (minutes: number, worked = 0) => ({ rawMs: minutes * MINUTE, businessMs: worked * MINUTE });
const NOTHING = share(0);
const KNOWN = { us: true, provider: true };
const say = (sum: Parameters<typeof sumText>[0], language: 'en' | 'de', known = KNOWN) =>
  sumText(sum, 'Acme', known, accounts[language], createFormat(language, 'Europe/Berlin'));

const PING_PONG = {
  totalMs: 2930 * MINUTE,
  provider: share(410, 410),
  us: share(2490, 570),
  unreported: share(30, 30),
  agreed: NOTHING,
  closed: NOTHING,
};

describe('the sentence of the sum', () => {
  it('says who had the ball for how long, and how much of it in working hours', () => {
    expect(say(PING_PONG, 'en')).toBe(
      'Of 48 h 50 min, 6 h 50 min were with Acme (all in working time), 41 h 30 min with us (9 h 30 min of our working time), 30 min before we reported.',
    );
    expect(say(PING_PONG, 'de')).toBe(
      'Von 48 h 50 min lagen 6 h 50 min bei Acme (ganz in Arbeitszeit), 41 h 30 min bei uns (9 h 30 min davon in unserer Arbeitszeit), 30 min vor unserer Meldung.',
    );
  });

  it('claims nothing about working hours that nobody entered', () => {
    expect(say(PING_PONG, 'en', { us: false, provider: true })).toContain('41 h 30 min with us, 30 min');
  });

  it('leaves out what is nothing, and says waits of both and times of peace', () => {
    const sum = {
      ...PING_PONG,
      totalMs: 500 * MINUTE,
      provider: NOTHING,
      us: share(60),
      unreported: NOTHING,
    };
    expect(say({ ...sum, agreed: share(240), closed: share(200) }, 'en')).toBe(
      'Of 8 h 20 min, 1 h were with us (none of it in working time), 4 h in a wait that both agreed on, 3 h 20 min it counted as done.',
    );
  });

  it('says that nobody was told yet', () => {
    const sum = {
      totalMs: 30 * MINUTE,
      provider: NOTHING,
      us: NOTHING,
      unreported: share(30),
      agreed: NOTHING,
      closed: NOTHING,
    };
    expect(say(sum, 'de')).toBe('Seit dem ersten Mal sind 30 min vergangen. Gemeldet ist es noch nicht.');
  });

  it('counts days where it lasted long', () => {
    const days = {
      ...PING_PONG,
      totalMs: 100 * 60 * MINUTE,
      provider: share(99 * 60, 2400),
      us: NOTHING,
      unreported: share(60),
    };
    expect(say(days, 'en')).toBe(
      'Of 4 days 4 h, 4 days 3 h were with Acme (40 h of their working time), 1 h before we reported.',
    );
    expect(say(days, 'de')).toBe(
      'Von 4 Tagen 4 h lagen 4 Tage 3 h bei Acme (40 h davon in deren Arbeitszeit), 1 h vor unserer Meldung.',
    );
  });
});
