import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHolidayBook, placeText, type HolidayBook } from '../../../../lib/app/holidays/holiday-book.ts';
import { withDaysOff } from '../../../../lib/domain/directory/day-off.ts';
import { openingHours } from '../../../../lib/domain/time/calendar.ts';

let book: HolidayBook;
beforeAll(async () => {
  book = await openHolidayBook();
}, 30_000);

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the holidays of a country', () => {
  it('are those of Bavaria in 2026, by date and name', () => {
    const days = book.daysOff({ country: 'DE', state: 'BY' }, [2026], 'de-DE');
    expect(days.filter(({ doubt }) => doubt === null).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-01 Neujahr',
      '2026-01-06 Heilige Drei Könige',
      '2026-04-03 Karfreitag',
      '2026-04-06 Ostermontag',
      '2026-05-01 Maifeiertag',
      '2026-05-14 Christi Himmelfahrt',
      '2026-05-25 Pfingstmontag',
      '2026-06-04 Fronleichnam',
      '2026-10-03 Tag der Deutschen Einheit',
      '2026-11-01 Allerheiligen',
      '2026-12-25 1. Weihnachtstag',
      '2026-12-26 2. Weihnachtstag',
    ]);
  });

  it('have half days, which are for banks here and not taken unasked', () => {
    const days = book.daysOff({ country: 'DE', state: 'BY' }, [2026], 'en');
    expect(days.filter(({ closedFrom }) => closedFrom !== null)).toEqual([
      { date: '2026-12-24', name: 'Christmas Eve', closedFrom: '14:00', doubt: 'bank', note: '' },
      { date: '2026-12-31', name: "New Year's Eve", closedFrom: '14:00', doubt: 'bank', note: '' },
    ]);
  });

  it('differ between states and between regions of one state', () => {
    const has = (date: string, state: string, region?: string) =>
      book
        .daysOff({ country: 'DE', state, ...(region === undefined ? {} : { region }) }, [2026], 'de')
        .some((day) => day.date === date);
    expect([has('2026-03-08', 'BE'), has('2026-03-08', 'BY')]).toEqual([true, false]);
    expect([has('2026-08-15', 'BY', 'KATH'), has('2026-08-15', 'BY', 'EVANG')]).toEqual([true, false]);
    expect(
      book
        .regions('DE', 'BY', 'de')
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['A', 'EVANG', 'KATH']);
    expect(book.states('DE', 'de').map(({ name }) => name)).toContain('Baden-Württemberg');
    expect(book.regions('DE', 'BE', 'de')).toEqual([]);
    expect(book.states('ZZ', 'de')).toEqual([]);
  });

  it('moved to a working day stand on that day', () => {
    const england = book.daysOff({ country: 'GB', state: 'ENG' }, [2026, 2027], 'en').map(({ date }) => date);
    expect(england).toEqual(expect.arrayContaining(['2026-12-28', '2027-12-27', '2027-12-28']));
  });

  it('that last several days close each of them, also when they begin the evening before', () => {
    const of = (country: string, name: string) =>
      book.daysOff({ country }, [2026], 'en').flatMap((day) => (day.name.includes(name) ? [day.date] : []));
    expect(of('AE', 'End of Ramadan')).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
    expect(of('SZ', 'Incwala')).toHaveLength(6);
  });

  it('that concern only some people are not taken unasked', () => {
    const women = book.daysOff({ country: 'CN' }, [2026], 'en').find(({ date }) => date === '2026-03-08');
    expect(women).toMatchObject({ closedFrom: '12:00', doubt: 'some', note: 'Women' });
  });

  it('have names in the language of the reader where there are any', () => {
    const japan = book.daysOff({ country: 'JP' }, [2026], 'de').map(({ name }) => name);
    expect(japan).toContain('Neujahr');
    expect(book.countries('de').find(({ code }) => code === 'DE')?.name).toBe('Deutschland');
    expect(book.countries('en').find(({ code }) => code === 'DE')?.name).toBe('Germany');
    const names = book.countries('de').map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare));
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/London'])(
    'are the same on a machine in %s',
    (tz) => {
      const days = () =>
        ['DE', 'AE', 'JP', 'BR', 'NZ', 'IL'].map((country) => book.daysOff({ country }, [2026], 'en'));
      process.env['TZ'] = 'UTC';
      const expected = days();
      process.env['TZ'] = tz;
      expect(days()).toEqual(expected);
    },
  );

  it('can be written into a calendar, whatever the country', () => {
    const countries = book.countries('en');
    expect(countries.length).toBeGreaterThan(150);
    let withDays = 0;
    for (const { code } of countries) {
      const days = book.daysOff({ country: code }, [2026, 2030], 'en');
      if (days.length > 0) withDays += 1;
      const dates = days.map(({ date }) => date);
      expect(dates).toEqual(dates.toSorted());
      const hours = { weekly: { mon: [['09:00', '17:00']] }, exceptions: {} };
      const parsed = openingHours.parse(hours);
      expect(() => openingHours.parse({ ...parsed, exceptions: withDaysOff(parsed, days) })).not.toThrow();
    }
    expect(withDays).toBeGreaterThan(150);
  }, 60_000);
});

describe('the name of a place', () => {
  it('is what stands in the calendar as its source', () => {
    expect(placeText({ country: 'DE' })).toBe('DE');
    expect(placeText({ country: 'DE', state: 'BY' })).toBe('DE-BY');
    expect(placeText({ country: 'DE', state: 'BY', region: 'A' })).toBe('DE-BY-A');
    expect(placeText({ country: 'DE', state: '' })).toBe('DE');
  });
});
