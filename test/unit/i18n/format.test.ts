import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../lib/i18n/format.ts';
import { resolveLocale } from '../../../lib/i18n/locale.ts';

const BERLIN = 'Europe/Berlin';
const en = createFormat('en-GB', BERLIN);
const de = createFormat('de-DE', BERLIN);
/** Mon 23 Nov 2026, 15:00 in Berlin. */
const NOW = new Date('2026-11-23T14:00:00.000Z');

describe('times', () => {
  it('says the time of day in the zone of the record', () => {
    expect(de.time('2026-11-23T13:02:05.123Z')).toBe('14:02');
    expect(de.time('2026-11-23T13:02:05.123Z', 'America/New_York')).toBe('08:02');
  });
  it('counts days by the calendar, not by 24 hours', () => {
    expect(en.dayTime('2026-11-23T00:10:00.000Z', NOW)).toBe('Today 01:10');
    expect(en.dayTime('2026-11-22T22:30:00.000Z', NOW)).toBe('Yesterday 23:30');
    expect(de.dayTime('2026-11-22T23:30:00.000Z', NOW)).toBe('Heute 00:30');
  });
  it('is not a day off around the change to winter time', () => {
    const sunday = new Date('2026-10-25T22:30:00.000Z'); // 23:30, the 25-hour day
    expect(de.day('2026-10-24T22:30:00.000Z', sunday)).toBe('Heute');
    expect(de.day('2026-10-24T21:30:00.000Z', sunday)).toBe('Gestern');
  });
  it('names the weekday within a week and the year when it is another', () => {
    expect(en.dayTime('2026-11-20T13:02:00.000Z', NOW)).toBe('Fri 14:02');
    expect(en.dayTime('2026-11-03T13:02:00.000Z', NOW)).toContain('3 Nov');
    expect(en.dayTime('2025-11-03T13:02:00.000Z', NOW)).toContain('2025');
  });
  it('says what is to come in the same way', () => {
    expect(en.dayTime('2026-11-24T13:02:00.000Z', NOW)).toBe('Tomorrow 14:02');
    expect(en.dayTime('2026-11-27T13:02:00.000Z', NOW)).toBe('Fri 14:02');
    expect(en.dayTime('2026-12-03T13:02:00.000Z', NOW)).toContain('3 Dec');
  });
  it('begins small within a sentence', () => {
    expect(en.when('2026-11-23T13:02:00.000Z', NOW)).toBe('today 14:02');
    expect(de.when('2026-11-22T13:02:00.000Z', NOW)).toBe('gestern 14:02');
    expect(de.when('2026-11-20T13:02:00.000Z', NOW)).toBe('Fr., 14:02');
  });
  it('shows seconds and zone in the full form', () => {
    expect(en.full('2026-11-23T13:02:05.123Z')).toMatch(/Monday.*2026.*14:02:05.*(CET|GMT\+1)/);
  });
});

describe('sizes and durations', () => {
  it('uses the units people know', () => {
    expect(en.bytes(0)).toMatch(/^0 byte/);
    expect(en.bytes(999)).toMatch(/^999 byte/);
    expect(en.bytes(1_234_567)).toBe('1.2 MB');
    expect(de.bytes(1_234_567)).toBe('1,2 MB');
    expect(en.duration(420)).toBe('420 ms');
    expect(de.duration(1400)).toBe('1,4 s');
    expect(en.duration(24_600_000)).toBe('6 h 50 min');
    expect(en.duration(180_000_000)).toBe('2 days 2 h');
  });
  it('keeps the minutes of what lasted less than three days, and tells longer times in days', () => {
    expect(en.elapsed(2930 * 60_000)).toBe('48 h 50 min');
    expect(en.elapsed(100 * 3_600_000)).toBe('4 days 4 h');
    expect(de.elapsed(96 * 3_600_000)).toBe('4 Tage');
    expect(en.elapsed(20_000)).toBe('< 1 min');
  });
  it('never counts working time in days', () => {
    expect(en.worked(124.5 * 3_600_000)).toBe('124 h 30 min');
    expect(de.worked(1240 * 3_600_000)).toBe('1.240 h');
    expect(en.worked(0)).toBe('0 min');
  });
});

describe('locale', () => {
  it('follows the browser’s languages in their order', () => {
    expect(resolveLocale('auto', ['fr-FR', 'de-AT', 'en-US'])).toEqual({ language: 'de', tag: 'de-AT' });
    expect(resolveLocale('auto', ['ja'])).toEqual({ language: 'en', tag: 'en' });
  });
  it('keeps the region’s habits when another language is chosen', () => {
    const locale = resolveLocale('en', ['de-DE', 'de']);
    expect(locale).toEqual({ language: 'en', tag: 'en-DE' });
    expect(createFormat(locale.tag, BERLIN).time('2026-11-23T13:02:05.123Z')).toBe('14:02');
  });
  it('survives a language tag that is none', () => {
    expect(resolveLocale('auto', ['x_y_z', 'de']).language).toBe('de');
  });
});
