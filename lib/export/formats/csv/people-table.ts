import { safeCell } from './cell.ts';
import { createRowWriter } from './rows.ts';

/** A table for people, written row by row: opens by a double click, and nothing in it runs. */
export async function peopleTable(delimiter: ',' | ';') {
  const { default: papa } = await import('papaparse');
  // Without the byte order mark, Excel reads UTF-8 as the machine's old code page.
  const parts: BlobPart[] = ['\ufeff'];
  const rows = createRowWriter(papa, delimiter, (text) => parts.push(text));
  return {
    add(cells: readonly (string | number)[]): void {
      rows.add(cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
    },
    end(): Blob {
      rows.flush();
      return new Blob(parts, { type: 'text/csv' });
    },
  };
}
