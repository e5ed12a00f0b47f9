/** Nothing that people export is longer: a cell of a spreadsheet holds 32,767 characters. */
export const TABLE_LIMITS = {
  bytes: 32 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  cells: 5_000_000,
  cell: 66_000,
} as const;

export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>;

/** `line`: where it began. */
export type CsvProblem = Readonly<{
  code: 'quote-open' | 'cell-too-long' | 'too-many-rows' | 'too-many-columns' | 'too-many-cells';
  line: number;
}>;

export class CsvRefusal extends Error {
  readonly problem: CsvProblem;
  constructor(problem: CsvProblem) {
    super(`The table was refused (${problem.code}) at line ${problem.line}.`);
    this.name = 'CsvRefusal';
    this.problem = problem;
  }
}

const QUOTE = '"';
export type Delimiter = ',' | ';' | '\t' | '|';

/** What ends a cell outside of quotes. Made anew each time: it keeps its place. */
function endOf(delimiter: Delimiter): RegExp {
  switch (delimiter) {
    case ',':
      return /[,\r\n]/g;
    case ';':
      return /[;\r\n]/g;
    case '\t':
      return /[\t\r\n]/g;
    case '|':
      return /[|\r\n]/g;
  }
}

/**
 * The rows of a table as RFC 4180 has it, each with its line: CR LF, LF and CR end one outside of quotes, and a quote that does
 * not begin a cell is a character. Rows without any content are left out. Throws `CsvRefusal`. Every character is
 * looked at once, however the quotes stand.
 */
export function* csvRows(text: string, delimiter: Delimiter): Generator<CsvRow> {
  const stop = endOf(delimiter);
  const { length } = text;
  let [at, line, rows, all] = [0, 1, 0, 0];
  let cells: string[] = [];
  let began = 1;

  const quoted = (): string => {
    const from = line;
    let cell = '';
    at += 1;
    for (;;) {
      const end = text.indexOf(QUOTE, at);
      const piece = text.slice(at, end < 0 ? Math.min(length, at + TABLE_LIMITS.cell + 1) : end);
      if (cell.length + piece.length > TABLE_LIMITS.cell || end < 0)
        throw new CsvRefusal({ code: 'quote-open', line: from });
      cell += piece;
      line += lineEnds(piece);
      at = end + 1;
      if (text[at] !== QUOTE) return cell;
      cell += QUOTE;
      at += 1;
    }
  };

  while (at < length || cells.length > 0) {
    let cell = text[at] === QUOTE ? quoted() : '';
    stop.lastIndex = at;
    const end = stop.exec(text)?.index ?? length;
    // What stands between a closing quote and the next separator belongs to the cell as well.
    cell += text.slice(at, end);
    if (cell.length > TABLE_LIMITS.cell) throw new CsvRefusal({ code: 'cell-too-long', line });
    cells.push(cell);
    if (cells.length > TABLE_LIMITS.columns) throw new CsvRefusal({ code: 'too-many-columns', line: began });
    at = end + 1;
    if (text[end] === delimiter) {
      if (at < length) continue;
      cells.push('');
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (end < length && text[end] !== delimiter) line += 1;
    rows += 1;
    all += cells.length;
    // One more is the heading.
    if (rows > TABLE_LIMITS.rows + 1) throw new CsvRefusal({ code: 'too-many-rows', line: began });
    if (all > TABLE_LIMITS.cells) throw new CsvRefusal({ code: 'too-many-cells', line: began });
    if (cells.some((one) => one.trim() !== '')) yield { line: began, cells };
    cells = [];
    began = line;
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

const DELIMITERS = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[];
/** Excel writes it first where it was told to. */
const TOLD = /^sep=([,;\t|])(?:\r\n|\n|\r)/iu;

/** The separator, told or found: of those in the first line outside of quotes, the most frequent one. */
export function delimiterOf(text: string): Readonly<{ delimiter: Delimiter; skip: number }> {
  const told = TOLD.exec(text);
  if (told) return { delimiter: DELIMITERS.find((one) => one === told[1]) ?? ',', skip: told[0].length };
  const counts = new Map<string, number>(DELIMITERS.map((one) => [one, 0]));
  let inside = false;
  let seen = false;
  for (const character of text.slice(0, TABLE_LIMITS.cell)) {
    if (character === QUOTE) inside = !inside;
    else if (inside) continue;
    else if (character === '\n' || character === '\r') {
      if (seen) break;
    } else {
      seen ||= character.trim() !== '';
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  const times = (one: Delimiter): number => counts.get(one) ?? 0;
  const [best] = DELIMITERS.toSorted((a, b) => times(b) - times(a));
  return { delimiter: best ?? ',', skip: 0 };
}
