import { Buffer } from 'node:buffer';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import readWorkbook from 'read-excel-file/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, serialOf, xmlText } from '../../../lib/export/formats/xlsx/xml.ts';
import { TABLE_COLUMNS } from '../../../lib/export/model/words.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { described, exported, makeIssue } from './support.ts';
import { HOSTILE, TOLD } from './targets-support.ts';

async function made(issues: readonly Issue[], language: 'en' | 'de' = 'en'): Promise<Blob> {
  const result = await exported(issues, ['xlsx'], { language });
  if (!result.ok) throw new Error(`The export failed: ${result.code} ${result.detail ?? ''}.`);
  expect(result.fileName).toMatch(/\.xlsx$/);
  expect(result.blob.type).toContain('spreadsheetml.sheet');
  return result.blob;
}

/** What an Excel reader of another project finds: every sheet with its name and cells. */
async function read(blob: Blob) {
  return readWorkbook(Buffer.from(await blob.arrayBuffer()));
}

async function partOf(blob: Blob, name: string): Promise<string> {
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false, checkSignature: true });
  const entry = (await reader.getEntries()).find(({ filename }) => filename === name);
  if (!entry || entry.directory) throw new Error(`${name} is missing.`);
  const text = await entry.getData(new TextWriter());
  await reader.close();
  return text;
}

const at = (column: (typeof TABLE_COLUMNS)[number]): number => TABLE_COLUMNS.indexOf(column);

describe('the workbook', () => {
  it('is read by another reader: strings, numbers and real times, and what the report says of itself', async () => {
    const [table, about] = await read(await made([TOLD]));
    expect([table?.sheet, about?.sheet]).toEqual(['Issues', 'About']);
    const [head, row] = table?.data ?? [];
    expect(head?.[at('title')]).toBe('Title');
    expect(row?.[at('key')]).toBe('K7-0900');
    expect(row?.[at('times')]).toBe(1);
    expect(row?.[at('firstReported')]).toEqual(new Date('2026-02-01T09:00:00.000Z'));
    expect(row?.[at('description')]).toBe('Invoices cannot be saved\nSince this morning.');
    expect(about?.data.flat().join('\n')).toContain('1 of 1 issue reported');
    expect(JSON.stringify([table, about])).not.toContain('CANARY-INTERNAL');
    const german = await read(await made([TOLD], 'de'));
    expect(german.map(({ sheet }) => sheet)).toEqual(['Probleme', 'Über diese Datei']);
  });

  it(
    'keeps every hostile text as a string in its own cell, and holds no formula',
    { timeout: 30_000 },
    async () => {
      const blob = await made(HOSTILE);
      const [table] = await read(blob);
      expect(table?.data).toHaveLength(HOSTILE.length + 1);
      const sheet = await partOf(blob, 'xl/worksheets/sheet1.xml');
      expect(sheet).not.toMatch(/<f[ >/]/);
      expect(sheet.match(/<c [^>]*t="inlineStr"/g)?.length).toBeGreaterThan(HOSTILE.length * 5);
      // A reader trims blanks at the ends; nothing else is lost.
      for (const [index, issue] of HOSTILE.entries()) {
        const said = table?.data[index + 1]?.[at('title')];
        const title = visibleText(issue.title).trim();
        expect(String(said ?? '').trim()).toBe(title);
      }
      // What looks like a formula stays text when its cell is edited.
      const guarded = await made([makeIssue(1, { title: '=1+1' }, [described(1, '=1+1')])]);
      expect(await partOf(guarded, 'xl/worksheets/sheet1.xml')).toMatch(
        /s="3" t="inlineStr"><is><t xml:space="preserve">=1\+1</,
      );
      expect(await partOf(guarded, 'xl/styles.xml')).toContain('quotePrefix="1"');
    },
  );

  it('keeps its head in sight', async () => {
    expect(await partOf(await made([TOLD]), 'xl/worksheets/sheet1.xml')).toContain('state="frozen"');
  });

  it('gives back any text that can be shown', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x000D_', '_x0041_', '&amp;', ']]>', '\ufffe', '"<>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (parts) => {
        const said = parts.join('').toWellFormed().replaceAll('\r', '');
        const [table] = await read(await made([makeIssue(1, {}, [described(1, `a${said}z`)])]));
        const shown = visibleText(`a${said}z`).replaceAll(/[\ufffe\uffff]/gu, '\ufffd');
        const got = String(table?.data[1]?.[at('description')]);
        // This reader leaves the escape that Excel undoes.
        return got.replaceAll('_x005F_', '_') === shown;
      }),
      { numRuns: 60 },
    );
  });
});

describe('cells of a workbook', () => {
  it('count days as Excel does', () => {
    expect(serialOf('1970-01-01 00:00:00')).toBe(25_569);
    expect(serialOf('2026-11-23 12:00:00')).toBe(46_349.5);
    expect(serialOf('soon')).toBeNull();
  });

  it('are named as Excel names them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('hold at most what Excel takes, and never what it reads as a character of its own', () => {
    expect(xmlText('x'.repeat(40_000))).toHaveLength(32_001);
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_');
  });
});
