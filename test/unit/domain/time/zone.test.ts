import 'temporal-polyfill/global';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../lib/domain/time/civil.ts';
import { isZone } from '../../../../lib/domain/time/zone-offset.ts';
import { zoneOf } from '../../../../lib/domain/time/zone.ts';
import { AWKWARD, AWKWARD_ZONES } from '../../../support/oracle/awkward.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** `2026-03-29 02:30` on the wall of a zone. */
function instant(tz: string, wall: string): string {
  const [date = '', time = ''] = wall.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const day = parseDate(date) ?? Number.NaN;
  return new Date(zoneOf(tz).instantOf(day * DAY + (hours * 60 + minutes) * MINUTE)).toISOString();
}

describe('the first instant at which a wall clock reads a time or later', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00:00.000Z', 'skipped: the moment of the jump'],
    ['Europe/Berlin', '2026-03-29 03:00', '2026-03-29T01:00:00.000Z', 'the first time after the jump'],
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z', 'twice: the earlier one'],
    ['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00.000Z', 'after both'],
    ['Africa/Cairo', '2025-04-25 00:00', '2025-04-24T22:00:00.000Z', 'a day that begins at 01:00'],
    ['America/Sao_Paulo', '2018-11-04 00:00', '2018-11-04T03:00:00.000Z', 'a day that begins at 01:00'],
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-30T10:00:00.000Z', 'a day that never was'],
    ['Pacific/Apia', '2011-12-31 00:00', '2011-12-30T10:00:00.000Z', 'the day after it'],
    ['Pacific/Kwajalein', '1993-08-21 08:00', '1993-08-21T12:00:00.000Z', 'a day that never was'],
    [
      'America/St_Johns',
      '2010-11-07 00:00',
      '2010-11-07T02:30:00.000Z',
      'midnight twice: the first, a minute long',
    ],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:30:00.000Z', 'a gap of half an hour'],
    ['Asia/Kathmandu', '1986-01-01 00:10', '1985-12-31T18:30:00.000Z', 'a gap of a quarter'],
    ['UTC', '2026-03-29 02:30', '2026-03-29T02:30:00.000Z', 'no change'],
    ['Asia/Kolkata', '2026-03-29 02:30', '2026-03-28T21:00:00.000Z', 'no change'],
  ])('%s %s is %s (%s)', (tz, wall, at) => {
    expect(instant(tz, wall)).toBe(at);
  });

  it(
    'is what Temporal says wherever a time exists, and the moment of the jump where it does not',
    { timeout: 60_000 },
    () => {
      const different: string[] = [];
      let gaps = 0;
      for (const [tz, near] of AWKWARD) {
        const zone = zoneOf(tz);
        const middle = (parseDate(near) ?? 0) * DAY;
        for (let local = middle - 2 * DAY; local <= middle + 2 * DAY; local += 30 * MINUTE) {
          const wall = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, 19));
          const earlier = wall.toZonedDateTime(tz, { disambiguation: 'earlier' });
          const exists = earlier.toPlainDateTime().equals(wall);
          gaps += exists ? 0 : 1;
          const expected = exists ? earlier : earlier.getTimeZoneTransition('next');
          if (zone.instantOf(local) !== expected?.epochMilliseconds)
            different.push(`${tz} ${wall.toString()}`);
        }
      }
      expect(different).toEqual([]);
      expect(gaps).toBeGreaterThan(50);
    },
  );

  it('never runs backwards, which "compatible" does in a gap', () => {
    const backwards: string[] = [];
    for (const [tz, near] of AWKWARD) {
      const zone = zoneOf(tz);
      const middle = (parseDate(near) ?? 0) * DAY;
      let before = -Infinity;
      for (let local = middle - 2 * DAY; local <= middle + 2 * DAY; local += MINUTE) {
        const at = zone.instantOf(local);
        if (at < before) backwards.push(`${tz} ${new Date(local).toISOString()}`);
        before = at;
      }
    }
    expect(backwards).toEqual([]);
  });
});

describe('an offset', () => {
  it('is that of the date, not of today, over 60 years of every awkward zone', { timeout: 60_000 }, () => {
    const different: string[] = [];
    for (const tz of AWKWARD_ZONES) {
      const zone = zoneOf(tz);
      for (let at = Date.UTC(1975, 0, 1); at < Date.UTC(2035, 0, 1); at += 53 * DAY + 7 * MINUTE) {
        const temporal = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz).offsetNanoseconds;
        if (zone.offsetAt(at) !== temporal / 1e6) different.push(`${tz} ${new Date(at).toISOString()}`);
      }
    }
    expect(different).toEqual([]);
  });

  it('is the same whichever time was asked for first', () => {
    const [early, late] = [Date.UTC(1990, 5, 1), Date.UTC(2040, 5, 1)];
    for (const tz of ['Europe/Paris', 'Europe/Madrid'])
      for (const at of tz === 'Europe/Paris' ? [early, late] : [late, early])
        expect(zoneOf(tz).offsetAt(at)).toBe(2 * 60 * MINUTE);
  });
});

describe('a zone', () => {
  it('is one that the browser knows', () => {
    expect(AWKWARD_ZONES.every(isZone)).toBe(true);
    expect(['', 'Mars/Olympus', 'Berlin'].some(isZone)).toBe(false);
  });
});
