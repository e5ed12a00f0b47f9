import ical from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../../lib/export/formats/ics/calendar.ts';
import type { DueEntry } from '../../../lib/export/formats/ics/calendar.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { URLS } from '../../support/corpus/urls.ts';

const about = { name: 'Casebook: what is due', madeAt: '2026-11-23T14:02:05.123Z', version: '0.1.0' };

function due(over: Partial<DueEntry>): DueEntry {
  const plain = {
    uid: 'promise-1',
    title: 'Send the logs',
    text: 'Send the logs',
    category: 'Promise',
    moves: 0,
  };
  return { ...plain, at: '2026-11-25T16:00:00.000Z', ...over };
}

/** What a reader of another project finds; it checks the calendar against its own schema. */
const read = (text: string) => convertIcsCalendar(undefined, text);

describe('the calendar file', () => {
  it('is read by a parser of another project: it ends when it is due, and keeps its id', async () => {
    const text = await calendarText([due({ moves: 2 })], about);
    const { version, prodId, events = [] } = read(text);
    expect([version, prodId]).toEqual(['2.0', '-//Casebook//Casebook 0.1.0//EN']);
    expect(events).toMatchObject([
      {
        uid: 'promise-1@casebook.invalid',
        summary: 'Send the logs',
        sequence: 2,
        start: { date: new Date('2026-11-25T15:45:00.000Z') },
        end: { date: new Date('2026-11-25T16:00:00.000Z') },
        stamp: { date: new Date('2026-11-23T14:02:05.000Z') },
      },
    ]);
  });

  it('is folded as RFC 5545 says, also in the middle of long German words and other scripts', async () => {
    const long = 'Störungsbehebungsfristverlängerung 障害 👨‍👩‍👧‍👦 '.repeat(20);
    const text = await calendarText([due({ title: long, text: long })], about);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const encoder = new TextEncoder();
    for (const line of text.split('\r\n')) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(read(text).events?.[0]?.description).toBe(long);
  });

  it('lets no hostile text become a line, a property or an event of its own', async () => {
    const values = [...STRINGS.map(({ value }) => value), ...URLS.map(({ input }) => input)].map((value) =>
      value.slice(0, 2000).toWellFormed(),
    );
    const injected = [
      'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y',
      'a\nATTENDEE:mailto:x@y.example',
      'a;b,c\\n:"d"',
    ];
    const entries = [...values, ...injected].map((value, i) =>
      due({ uid: `u${i}`, title: value, text: value }),
    );
    const text = await calendarText(entries, about);
    const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(entries.length);
    const names = events.map((event) =>
      event
        .getAllProperties()
        .map(({ name }) => name)
        .join(),
    );
    expect(new Set(names)).toEqual(
      new Set(['uid,dtstamp,dtstart,dtend,summary,description,categories,sequence,transp']),
    );
    for (const hidden of ['\u202e', '\u0000', '\u001b']) expect(text).not.toContain(hidden);
  });

  it('gives back any text that can be shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (value) => {
        const said = `a${value}z`.toWellFormed();
        const calendar = new ical.Component(ical.parse(await calendarText([due({ text: said })], about)));
        const [event] = calendar.getAllSubcomponents('vevent');
        return event?.getFirstPropertyValue('description') === visibleText(said);
      }),
      { numRuns: 200 },
    );
  });
});
