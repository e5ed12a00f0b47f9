import { TABLE_COLUMNS } from '../../model/words.ts';
import type { TextFormat } from '../format.ts';
import { safeCell } from './cell.ts';
import { cellsOf } from './cells.ts';
import { createRowWriter } from './rows.ts';

/** The table for people: opens in a spreadsheet by a double click, and nothing in it runs. */
export const csv: TextFormat = {
  id: 'csv',
  extension: 'csv',
  mime: 'text/csv',
  fileInZip: 'issues.csv',
  pictures: 'nowhere',
  async open({ words, out }) {
    const { default: papa } = await import('papaparse');
    const rows = createRowWriter(papa, words.csvDelimiter, out.write);
    const safe = (value: string | number) => (typeof value === 'string' ? safeCell(value) : value);
    // Without the byte order mark, Excel reads UTF-8 as the machine's old code page.
    out.write('\ufeff');
    rows.add(TABLE_COLUMNS.map((column) => safe(words.tableColumns[column])));
    return {
      issue(issue) {
        const cells = cellsOf(issue, words);
        rows.add(TABLE_COLUMNS.map((column) => safe(cells[column])));
      },
      end: rows.flush,
    };
  },
};
