import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRows, delimiterOf, TABLE_LIMITS } from '../../../../lib/export/importers/table/csv-rows.ts';
import { readTable } from '../../../../lib/export/importers/table/read-table.ts';
import { STRINGS } from '../../../support/corpus/strings.ts';
import { quickestMs } from '../../../support/quick.ts';

const breathe = () => Promise.resolve();
const read = (...parts: BlobPart[]) => readTable(new Blob(parts), breathe);
const HEAD = 'Number;Title;Created\n';
const bytes = (text: string, encoding: 'latin1' | 'utf16le') => new Uint8Array(Buffer.from(text, encoding));

async function cells(...parts: BlobPart[]): Promise<unknown> {
  const made = await read(...parts);
  return made.ok ? made.table.rows.map((row) => row.cells) : made;
}

describe('tables of text', () => {
  it('are read like two readers of other projects read them, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('"', '""', '\n', '\r\n', ',', ';', 'a"b', '=1+1', ' x ', 'ü'),
      fc.string({ maxLength: 8 }),
      fc.constantFrom(...STRINGS.map(({ value }) => value.slice(0, 200).toWellFormed())),
    );
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.boolean(), (rows, delimiter, quotes) => {
        const text = Papa.unparse(rows, { delimiter, quotes, newline: '\r\n' });
        const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
        const ours = [...csvRows(text, delimiter)].map((row) => row.cells);
        expect(ours).toEqual(filled);
        const theirs: string[][] = parse(text, { delimiter, record_delimiter: '\r\n', relax_quotes: true });
        expect(ours).toEqual(theirs.filter((row) => row.some((one) => one.trim() !== '')));
      }),
    );
  });

  it('know the line on which each row begins, with every kind of line end', () => {
    const lines = [...csvRows('a,b\r\n"1\n2",x\r\r\n"3\r\n4",y\nz,z', ',')].map(({ line }) => line);
    expect(lines).toEqual([1, 2, 5, 7]);
  });

  it('say which separator they have', () => {
    expect(delimiterOf('a;b;c\n1,2;3;4').delimiter).toBe(';');
    expect(delimiterOf('"a;b;c;d",e,f').delimiter).toBe(',');
    expect(delimiterOf('a\tb\n').delimiter).toBe('\t');
    expect(delimiterOf('sep=|\na|b')).toEqual({ delimiter: '|', skip: 6 });
  });

  it('are read in the encodings that ticket tools write', async () => {
    const text = `${HEAD}1;Drucker für Köln;23.11.2026`;
    const expected = [['1', 'Drucker für Köln', '23.11.2026']];
    expect(await cells(text)).toEqual(expected);
    expect(await cells('\ufeff', text)).toEqual(expected);
    expect(await cells(bytes(text, 'latin1'))).toEqual(expected);
    expect(await cells(bytes(text, 'utf16le'))).toEqual(expected);
    expect(await cells(bytes(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(await cells(bytes(`\ufeff${text}`, 'utf16le').map((_, i, all) => all[i ^ 1] ?? 0))).toEqual(
      expected,
    );
    const latin = await read(bytes(text, 'latin1'));
    expect(latin.ok && latin.table.encoding).toBe('windows-1252');
    expect(await cells('sep=;\r\n', text)).toEqual(expected);
  });

  it.each([
    ['nothing', '', { code: 'other-kind', kind: 'empty' }],
    ['a workbook', 'PK\u0003\u0004', { code: 'other-kind', kind: 'zip' }],
    ['a page', '<!doctype html><table>', { code: 'other-kind', kind: 'report-html' }],
    ['JSON', '{"tickets":[]}', { code: 'other-kind', kind: 'json' }],
    ['a mail', 'From: a@b.example\nSubject: x', { code: 'other-kind', kind: 'mail' }],
    ['a machine’s bytes', 'a,b\n\u0000\u0001\u0002', { code: 'binary' }],
    ['one column', 'Number\n1\n2', { code: 'not-a-table' }],
    ['a heading alone', HEAD, { code: 'no-rows' }],
    ['a quote without end', `${HEAD}1;"open;2\n`, { code: 'quote-open', line: 2 }],
    [
      'a cell without end',
      `${HEAD}1;${'x'.repeat(TABLE_LIMITS.cell + 1)}`,
      { code: 'cell-too-long', line: 2 },
    ],
    [
      'columns without end',
      `${HEAD}${';'.repeat(TABLE_LIMITS.columns + 1)}`,
      { code: 'too-many-columns', line: 2 },
    ],
  ])('refuse %s', async (_, text, expected) => {
    expect(await read(text)).toMatchObject({ ok: false, ...expected });
  });

  it('keep quotes that do not begin a cell, and lines that are too short', async () => {
    expect(await cells(`${HEAD}1;5" screen;x\n2\n3;"a" b;y`)).toEqual([
      ['1', '5" screen', 'x'],
      ['2'],
      ['3', 'a b', 'y'],
    ]);
  });

  it('stop where the caller stops', async () => {
    const rows = `${HEAD}${'1;a;b\n'.repeat(6000)}`;
    const stopped = readTable(new Blob([rows]), () => Promise.reject(new Error('stopped')));
    await expect(stopped).rejects.toThrow('stopped');
  });
});

describe('tables that want to do harm', () => {
  const row = `1234;"Printer, 2nd floor";23.11.2026 14:02\n`;
  it.each([
    ['100,000 rows', HEAD + row.repeat(100_000)],
    ['one row more', HEAD + row.repeat(100_002)],
    ['30 MB of quotes', HEAD + '"'.repeat(30 * 1024 * 1024)],
    ['30 MB of quotes and letters', HEAD + 'a"'.repeat(15 * 1024 * 1024)],
    ['30 MB of empty lines', HEAD + '\n'.repeat(30 * 1024 * 1024)],
    ['30 MB of separators', HEAD + `${';'.repeat(400)}\n`.repeat(75_000)],
    ['33 MB', HEAD + 'x'.repeat(33 * 1024 * 1024)],
  ])('%s: read or refused in less than 2 s', { timeout: 60_000 }, async (_, text) => {
    const file = new Blob([text]);
    const spent = await quickestMs(async () => {
      const made = await readTable(file, breathe);
      if (!made.ok) expect(made.code).toMatch(/^(?:too|quote|cell)/u);
    }, 2000);
    expect(spent).toBeLessThan(2000);
  });
});
