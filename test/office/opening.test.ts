import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { exported, makeIssue } from '../unit/export/support.ts';
import { filesOf, HOSTILE, TOLD } from '../unit/export/targets-support.ts';
import { formulasIn, throughLibreOffice } from './libre-office.ts';

// What calls home when it is worked out arrives here.
let calls = 0;
const home = createServer((_, answer) => {
  calls += 1;
  answer.end('1');
});
let calling: readonly Issue[];
let formula: string;

beforeAll(async () => {
  await new Promise<void>((done) => home.listen(0, '127.0.0.1', done));
  const { port } = home.address() as AddressInfo; // as: it listens on a port
  formula = `=WEBSERVICE("http://127.0.0.1:${port}/")`;
  const titles = [formula, `@${formula}`, `\t${formula}`, `+1${formula}`, '=1+1', '=HYPERLINK("x";"y")'];
  calling = [TOLD, ...titles.map((title, i) => makeIssue(950 + i, { title })), ...HOSTILE];
});
afterAll(() => home.close());

const bytesOf = async (format: Parameters<typeof exported>[1][number], language: 'en' | 'de') => {
  const made = await exported(calling, [format], { language });
  if (!made.ok) throw new Error(`The export failed: ${made.code}.`);
  return new Uint8Array(await made.blob.arrayBuffer());
};

describe('LibreOffice', () => {
  it('would take a formula for one: the check can fail', async () => {
    const fods = await throughLibreOffice({
      name: 'plain.csv',
      data: `"=1+1"\n`,
      to: 'fods',
      separator: ',',
    });
    expect(formulasIn(fods)).toHaveLength(1);
  });

  it.each([
    ['csv', 'en', ','],
    ['csv', 'de', ';'],
  ] as const)('opens %s, %s, as text without a formula', async (format, language, separator) => {
    const data = await bytesOf(format, language);
    const fods = await throughLibreOffice({ name: 'log.csv', data, to: 'fods', separator });
    expect(formulasIn(fods)).toEqual([]);
    expect(fods).toContain('K7-0900');
    expect(fods).toContain('WEBSERVICE');
  });

  it.each(['en', 'de'] as const)('opens the workbook, %s, as text without a formula', async (language) => {
    const data = await bytesOf('xlsx', language);
    const fods = await throughLibreOffice({ name: 'log.xlsx', data, to: 'fods' });
    expect(formulasIn(fods)).toEqual([]);
    expect(fods).toContain('K7-0900');
    expect(fods).toContain('WEBSERVICE');
    expect(fods).not.toContain('CANARY-INTERNAL');
  });

  it.each(['jira', 'servicenow'] as const)('opens the table for %s without a formula', async (format) => {
    for (const [name, text] of await filesOf(calling, format)) {
      if (!name.endsWith('.csv')) continue;
      const fods = await throughLibreOffice({ name: 'tool.csv', data: text, to: 'fods', separator: ',' });
      expect({ name, formulas: formulasIn(fods) }).toEqual({ name, formulas: [] });
    }
  });

  it('opens the report as a document and finds its words', async () => {
    const data = await bytesOf('html', 'en');
    const text = await throughLibreOffice({ name: 'report.html', data, to: 'txt:Text' });
    expect(text).toContain('K7-0900');
    expect(text).toContain('Invoices cannot be saved');
  });

  it('was made to call nobody', () => {
    expect(calls).toBe(0);
  });
});
