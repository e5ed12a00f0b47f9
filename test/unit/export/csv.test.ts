import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { looksLikeFormula, safeCell } from '../../../lib/export/formats/csv/cell.ts';
import { RAW_COLUMNS } from '../../../lib/export/formats/csv-raw/format.ts';
import { TABLE_COLUMNS } from '../../../lib/export/model/words.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { described, exportedText, makeIssue } from './support.ts';

const DANGEROUS = /^[\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^[\p{Cc}]/u;
const storable = (value: string, limit: number) => value.toWellFormed().slice(0, limit).toWellFormed();

function cells(text: string, delimiter: string): string[][] {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('the table for people', () => {
  it('never begins a cell with something a spreadsheet runs', () => {
    const sign = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      '＋',
      '－',
      '＠',
      '\u0000',
      '﹦',
    );
    const blank = fc.constantFrom(
      '',
      ' ',
      '\ufeff',
      '\u200b',
      '\u00a0',
      '\u2060',
      '\u3000',
      '\u00ad',
      '\u2800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.array(blank), sign, fc.string())
        .map(([before, first, rest]) => before.join('') + first + rest),
    );
    fc.assert(
      fc.property(text, (value) => !DANGEROUS.test(safeCell(value)) && !looksLikeFormula(safeCell(value))),
      { numRuns: 2000 },
    );
  });

  it('guards a cell that another separator would begin', () => {
    expect(safeCell('a;=1')).toBe("a;'=1");
    expect(safeCell('x\t@SUM(1)')).toBe("x\t'@SUM(1)");
    expect(safeCell('5,-')).toBe('5,-');
  });

  it.each(STRINGS)('keeps $id in one cell of one line', async ({ value }) => {
    const text = storable(value, 1024);
    for (const language of ['en', 'de'] as const) {
      const file = await exportedText([makeIssue(1, { title: text }, [described(1, text)])], 'csv', {
        language,
      });
      expect(file.startsWith('\ufeff"')).toBe(true);
      const table = cells(file, language === 'de' ? ';' : ',');
      expect(table).toHaveLength(2);
      expect(table[1]).toHaveLength(TABLE_COLUMNS.length);
      expect((table[1] ?? []).filter((cell) => DANGEROUS.test(cell))).toEqual([]);
      expect(table[1]?.[TABLE_COLUMNS.indexOf('description')]).toBe(safeCell(text));
    }
  });

  it('writes times as the clock on the wall showed them, with the zone beside', async () => {
    const [, row = []] = cells(await exportedText([makeIssue(0)], 'csv'), ',');
    expect(row[TABLE_COLUMNS.indexOf('firstSeen')]).toBe('2026-01-05 08:00:00');
    expect(row[TABLE_COLUMNS.indexOf('timeZone')]).toBe('Europe/Berlin (UTC+01:00)');
  });
});

describe('the table for programs', () => {
  it.each(STRINGS)('gives $id back exactly as it was stored', async ({ value }) => {
    const text = storable(value, 1024);
    const table = cells(
      await exportedText([makeIssue(1, { title: text }, [described(1, text)])], 'csv-raw'),
      ',',
    );
    expect(table[0]).toEqual([...RAW_COLUMNS]);
    expect(table[1]?.[RAW_COLUMNS.indexOf('page_title')]).toBe(text);
    expect(table[1]?.[RAW_COLUMNS.indexOf('description')]).toBe(text);
  });

  it('has a line for every occurrence, in UTC', async () => {
    const issue = makeIssue(0);
    const twice = { ...issue, occurrences: [...issue.occurrences, ...issue.occurrences] };
    const table = cells(await exportedText([twice], 'csv-raw'), ',');
    expect(table).toHaveLength(3);
    expect(table[1]?.[RAW_COLUMNS.indexOf('at')]).toBe('2026-01-05T07:00:00.000Z');
  });
});
