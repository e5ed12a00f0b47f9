import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../lib/export/importers/ics/read-ics.ts';

const YEARS = { from: 2025, to: 2027 };
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const day = (name: string, date: string, ...more: string[]) =>
  event(`UID:${name}`, `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${date}`, ...more);

const read = (text: string | Uint8Array<ArrayBuffer>, years = YEARS) =>
  readIcs(new Blob([text]), years, () => performance.now());

async function datesOf(...events: string[]): Promise<string[]> {
  const result = await read(calendar(...events));
  return result.ok ? result.days.map(({ date }) => date) : [result.code];
}

describe('a calendar file', () => {
  it('gives whole days as dates that have no zone', async () => {
    const result = await read(calendar(day('Labour Day', '20260501'), day('Christmas', '20261225')));
    expect(result).toEqual({
      ok: true,
      days: [
        { date: '2026-05-01', name: 'Labour Day', closedFrom: null, doubt: null, note: '' },
        { date: '2026-12-25', name: 'Christmas', closedFrom: null, doubt: null, note: '' },
      ],
      timed: 0,
      unread: 0,
    });
  });

  it('closes each day of a closure, without the day on which it ends', async () => {
    expect(await datesOf(day('Company holidays', '20261228', 'DTEND;VALUE=DATE:20270102'))).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(await datesOf(day('Two', '20260501', 'DURATION:P2D'))).toEqual(['2026-05-01', '2026-05-02']);
    expect(await datesOf(day('Same end', '20260501', 'DTEND;VALUE=DATE:20260501'))).toEqual(['2026-05-01']);
  });

  it('takes a day from midnight to midnight for a whole one, in whatever zone it was written', async () => {
    const lines = (start: string, end: string) => event('UID:a', 'SUMMARY:Closed', start, end);
    expect(
      await datesOf(
        lines('DTSTART;TZID=Europe/Berlin:20260501T000000', 'DTEND;TZID=Europe/Berlin:20260502T000000'),
        lines('DTSTART:20260601T000000Z', 'DTEND:20260602T000000Z'),
        lines('DTSTART:20260701T000000', 'DTEND:20260702T000000'),
      ),
    ).toEqual(['2026-05-01', '2026-06-01', '2026-07-01']);
  });

  it('leaves appointments out and says how many there were', async () => {
    const meeting = event('UID:m', 'SUMMARY:Meeting', 'DTSTART:20260501T090000Z', 'DTEND:20260501T100000Z');
    const hours = event('UID:h', 'SUMMARY:Short', 'DTSTART:20260501T000000Z', 'DURATION:PT2H');
    const result = await read(calendar(meeting, hours, day('Day', '20260502')));
    expect(result).toMatchObject({ ok: true, timed: 2, days: [{ date: '2026-05-02' }] });
  });

  it('repeats a day every year, without the dates that are taken out or moved', async () => {
    const yearly = day('Founders’ day', '20200310', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20260310');
    expect(await datesOf(yearly)).toEqual(['2025-03-10', '2027-03-10']);
    const moved = event(
      'UID:Founders’ day',
      'SUMMARY:Founders’ day (moved)',
      'RECURRENCE-ID;VALUE=DATE:20270310',
      'DTSTART;VALUE=DATE:20270312',
    );
    expect(await datesOf(yearly, moved)).toEqual(['2025-03-10', '2027-03-12']);
  });

  it.each([
    [
      'the last Monday of May',
      'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
      ['2025-05-26', '2026-05-25', '2027-05-31'],
    ],
    ['until a year', 'FREQ=YEARLY;UNTIL=20260110', ['2025-01-10', '2026-01-10']],
    ['a number of times', 'FREQ=YEARLY;COUNT=7', ['2025-01-10', '2026-01-10']],
    ['every second year', 'FREQ=YEARLY;INTERVAL=2', ['2026-01-10']],
    ['two days of a month', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31;COUNT=13', ['2025-12-24', '2025-12-31']],
    ['every quarter', 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20250601', ['2025-01-10', '2025-04-10']],
  ])('follows a rule: %s', async (_, rule, dates) => {
    expect(await datesOf(day('Day', '20200110', `RRULE:${rule}`))).toEqual(dates);
  });

  it('leaves out 29 February where there is none, and 30 February always', async () => {
    const years = { from: 2024, to: 2032 };
    const leap = await read(calendar(day('Leap', '20240229', 'RRULE:FREQ=YEARLY')), years);
    expect(leap).toMatchObject({
      days: [{ date: '2024-02-29' }, { date: '2028-02-29' }, { date: '2032-02-29' }],
    });
    const never = await datesOf(day('Never', '20250101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'));
    expect(never).toEqual(['2025-01-01']);
  });

  it('tells of rules that it does not follow and takes their first day', async () => {
    const rules = [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=SECONDLY',
      'FREQ=WEEKLY',
      'FREQ=YEARLY;BYSETPOS=2',
    ];
    const result = await read(calendar(...rules.map((rule, i) => day(`D${i}`, '20260501', `RRULE:${rule}`))));
    expect(result).toMatchObject({ ok: true, unread: 4 });
    expect(result.ok && result.days.every(({ date }) => date === '2026-05-01')).toBe(true);
  });

  it('does not take the change of the clock or a mere observance for a holiday', async () => {
    const result = await read(
      calendar(
        day('Daylight Saving Time starts', '20260329'),
        day('Ende der Sommerzeit', '20261025'),
        day('Zeitumstellung', '20261026'),
        day('Martinstag', '20261111', 'DESCRIPTION:Feier- oder Gedenktag\\nAusblenden…'),
        day('Allerheiligen', '20261101', 'DESCRIPTION:Gesetzlicher Feiertag in Bayern'),
      ),
    );
    expect(result.ok && result.days.map(({ name, doubt }) => [name, doubt])).toEqual([
      ['Daylight Saving Time starts', 'no_holiday'],
      ['Ende der Sommerzeit', 'no_holiday'],
      ['Zeitumstellung', 'no_holiday'],
      ['Allerheiligen', null],
      ['Martinstag', 'no_holiday'],
    ]);
  });

  it('forgets what was cancelled, and names each day once', async () => {
    const cancelled = day('Gone', '20260501', 'STATUS:CANCELLED');
    expect(await datesOf(cancelled, day('Twice', '20260502'), day('Twice', '20260502'))).toEqual([
      '2026-05-02',
    ]);
  });

  it('may be folded, have a byte order mark and other line ends', async () => {
    const folded = `\uFEFF${calendar('BEGIN:VE\r\n VENT\r\nUID:1\r\nSUMMARY:Long\r\n er name\r\nDTSTART;VALUE=DA\r\n TE:20260501\r\nEND:VEVENT')}`;
    for (const text of [folded, folded.replaceAll('\r\n', '\n')])
      expect(await read(text)).toMatchObject({
        ok: true,
        days: [{ date: '2026-05-01', name: 'Longer name' }],
      });
  });

  it('shows a name as it is, without what reorders or hides text', async () => {
    const result = await read(calendar(day('Day\u202Egnp.exe <b>x</b>', '20260501')));
    expect(result).toMatchObject({ days: [{ name: 'Day⟦U+202E⟧gnp.exe <b>x</b>' }] });
  });
});

describe('a file that is no calendar', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const latin = new Uint8Array([...new TextEncoder().encode('BEGIN:VCALENDAR\r\nX:'), 0xfc, 0x0d, 0x0a]);
  const nested = 'BEGIN:VEVENT\r\n'.repeat(10_000) + 'END:VEVENT\r\n'.repeat(10_000);
  const folded = 'BEG\r\n IN:VEVENT\r\n'.repeat(5000);
  it.each<readonly [string, string | Uint8Array<ArrayBuffer>, string]>([
    ['is empty', '', 'empty'],
    ['is a picture', png, 'not-calendar'],
    ['is some text', 'Hello', 'not-calendar'],
    ['is a web page', '<!doctype html><p>BEGIN:VCALENDAR</p>', 'not-calendar'],
    ['is in another encoding', latin, 'not-utf8'],
    ['has UTF-16', new Uint8Array([0xff, 0xfe, 0x42, 0x00]), 'not-utf8'],
    ['ends in the middle', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n', 'not-calendar'],
    ['is nested ten thousand times', calendar(nested), 'too-many'],
    ['hides nesting in folded lines', calendar(folded), 'too-many'],
    ['is too large', calendar('X-A:'.padEnd(3 << 20, 'x')), 'too-large'],
    [
      'has too many entries',
      calendar(...Array.from({ length: 6000 }, (_, i) => day(`${i}`, '20260501'))),
      'too-many',
    ],
    ['has no whole day in these years', calendar(day('Long ago', '19990101')), 'no-days'],
  ])('is refused with the reason when it %s', async (_, content, code) => {
    expect(await read(content)).toEqual({ ok: false, code });
  });

  it('is refused when its days are too many', async () => {
    const closures = Array.from({ length: 200 }, (_, i) =>
      day(`C${i}`, '20260101', 'DTEND;VALUE=DATE:20270101'),
    );
    expect(await read(calendar(...closures))).toEqual({ ok: false, code: 'too-many' });
  });

  it('is given up when its rules take too long', async () => {
    let time = 0;
    const rules = day('Never', '20250101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5MO');
    const result = await readIcs(new Blob([calendar(rules, rules, rules)]), YEARS, () => (time += 3000));
    expect(result).toEqual({ ok: false, code: 'too-many' });
  });

  it('never hangs and never throws, whatever it says', { timeout: 60_000 }, async () => {
    const part = fc.constantFrom(
      'FREQ=YEARLY',
      'FREQ=MONTHLY',
      'FREQ=DAILY',
      'INTERVAL=0',
      'INTERVAL=99',
      'COUNT=100000000',
      'UNTIL=99991231',
      'BYMONTH=2',
      'BYMONTH=13',
      'BYMONTHDAY=30',
      'BYMONTHDAY=-31',
      'BYDAY=5MO',
      'BYDAY=53SU',
      'BYDAY=XX',
      'BYYEARDAY=366',
      'BYWEEKNO=53',
      'WKST=SU',
    );
    const rule = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `RRULE:${parts.join(';')}`);
    const line = fc.oneof(
      { arbitrary: rule, weight: 8 },
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          'DTSTART;VALUE=DATE:20240229',
          'DTSTART;VALUE=DATE:20241399',
          'DTSTART;VALUE=DATE:00010101',
          'DTSTART:99991231T235959Z',
          'DTEND;VALUE=DATE:00010101',
          'DTEND;VALUE=DATE:99991231',
          'DURATION:P9999999W',
          'EXDATE:nonsense',
          'RDATE;VALUE=DATE:20260101,20260102',
          'RECURRENCE-ID:20260101',
          'SUMMARY;X="',
          'SUMMARY:x',
          'UID:__proto__',
          'BEGIN:VALARM',
          'END:VALARM',
        ),
      },
      { arbitrary: fc.string({ maxLength: 20 }), weight: 1 },
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const result = await read(
          calendar(event('DTSTART;VALUE=DATE:20240229', ...lines), day('Other', '20260101')),
        );
        if (result.ok) {
          taken += 1;
          for (const { date } of result.days) expect(date >= '2025-01-01' && date <= '2027-12-31').toBe(true);
        }
      }),
      { numRuns: 600 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
