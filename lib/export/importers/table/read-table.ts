import { fileKind, type FileKind } from '../file-kind.ts';
import { CsvRefusal, csvRows, delimiterOf, TABLE_LIMITS, type CsvProblem, type CsvRow } from './csv-rows.ts';

export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Table = Readonly<{
  encoding: TableEncoding;
  headers: readonly string[];
  rows: readonly CsvRow[];
}>;

/** `kind`: what the file is instead; `line`: where it stopped being a table; `limit`: of bytes, rows or cells. */
export type TableRead = Readonly<
  | { ok: true; table: Table }
  | { ok: false; code: 'other-kind'; kind: FileKind }
  | { ok: false; code: 'too-large'; limit: number }
  | { ok: false; code: 'binary' | 'not-a-table' | 'no-rows' | 'cancelled' }
  | ({ ok: false; limit: number } & CsvProblem)
>;

/** So many rows, then the page may breathe. */
const ROWS_AT_ONCE = 5000;
const SNIFFED = 4096;
/** Kinds that are no table, whatever else is in them. */
const OTHERS = new Set<FileKind>([
  'zip',
  'empty',
  'picture',
  'pdf',
  'packed',
  'report-html',
  'json',
  'export-json',
  'mail',
]);

/** UTF-16 also where its mark is missing: every other byte of Latin text is zero. */
function encodingOf(bytes: Uint8Array): TableEncoding | 'binary' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, SNIFFED);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= head.length / 100) return 'utf-8';
  if (even === 0 && odd > head.length / 4) return 'utf-16le';
  return odd === 0 && even > head.length / 4 ? 'utf-16be' : 'binary';
}

function decoded(bytes: Uint8Array<ArrayBuffer>): Readonly<{ text: string; encoding: TableEncoding }> | null {
  const encoding = encodingOf(bytes);
  if (encoding === 'binary') return null;
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    // What is no UTF-8 was written by an older program: there every byte is a character.
    if (encoding !== 'utf-8') return null;
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Tables hold line ends and tabs, and no other character that controls a machine. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < Math.min(text.length, SNIFFED * 16); at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls += 1;
  }
  return controls > Math.min(text.length, SNIFFED * 16) / 100;
}

/**
 * A table of text that somebody else's program wrote. Its first row with content is its heading. Nothing of it is
 * interpreted: what looks like a formula is text.
 * @param breathe called every few thousand rows; throw in it to stop
 */
export async function readTable(file: Blob, breathe: () => Promise<void>): Promise<TableRead> {
  const kind = await fileKind(file);
  if (OTHERS.has(kind)) return { ok: false, code: 'other-kind', kind };
  if (file.size > TABLE_LIMITS.bytes) return { ok: false, code: 'too-large', limit: TABLE_LIMITS.bytes };
  const read = decoded(new Uint8Array(await file.arrayBuffer()));
  if (read === null || isBinary(read.text)) return { ok: false, code: 'binary' };
  const { delimiter, skip } = delimiterOf(read.text);
  const rows: CsvRow[] = [];
  try {
    for (const row of csvRows(read.text.slice(skip), delimiter)) {
      rows.push(skip === 0 ? row : { ...row, line: row.line + 1 });
      if (rows.length % ROWS_AT_ONCE === 0) await breathe();
    }
  } catch (error) {
    if (error instanceof CsvRefusal) {
      const { code, line } = error.problem;
      return {
        ok: false,
        code,
        line: line + (skip === 0 ? 0 : 1),
        limit: code === 'too-many-cells' ? TABLE_LIMITS.cells : TABLE_LIMITS.rows,
      };
    }
    throw error;
  }
  const [heading, ...body] = rows;
  if (heading === undefined || heading.cells.filter((cell) => cell.trim() !== '').length < 2)
    return { ok: false, code: 'not-a-table' };
  if (body.length === 0) return { ok: false, code: 'no-rows' };
  return {
    ok: true,
    table: { encoding: read.encoding, headers: heading.cells.map((cell) => cell.trim()), rows: body },
  };
}
