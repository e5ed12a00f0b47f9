import { plainHeader, TIME_FIELDS, type ColumnOf, type TicketField, type TimeField } from './fields.ts';
import { readClock, readingOf, type DateOrder, type Reading } from './read-time.ts';
import { readPriority, readStatus, type PriorityRange, type TheirStatus } from './read-words.ts';

/** A line of a table and where it begins in the file, from 1. */
export type TableRow = Readonly<{ line: number; cells: readonly string[] }>;

export type HowToRead = Readonly<{
  columns: ColumnOf;
  /** null: only dates that can be read in one way are read. */
  order: DateOrder | null;
  /** IANA zone of times that do not say theirs. */
  zone: string;
  serviceNow: boolean;
}>;

/** A ticket as their file says it. */
export type TheirTicket = Readonly<{
  line: number;
  number: string;
  ourRef: string;
  title: string;
  priority: Readonly<{ text: string; range: PriorityRange | null }>;
  status: Readonly<{ text: string; means: TheirStatus | null }>;
  times: Readonly<Record<TimeField, Reading | null>>;
}>;

/** `no-number`, `too-many-cells`: the whole line is left out; otherwise only the field is. */
export type Unreadable = Readonly<{
  line: number;
  field: TicketField | null;
  reason: 'no-number' | 'too-many-cells' | 'no-time' | 'no-such-day' | 'which-order';
}>;

export type TicketsRead = Readonly<{ tickets: readonly TheirTicket[]; unreadable: readonly Unreadable[] }>;

const LONGEST_NUMBER = 100;
const LONGEST_TEXT = 500;
/** Words that stand for an empty cell. */
const NOTHING = new Set(['', '-', '–', '—', 'null', 'n/a', 'none', '(empty)', '0000-00-00 00:00:00']);

/** A number as it is compared: `#INC00012 ` is `INC00012`. An apostrophe guards a cell against spreadsheets. */
export function ticketKey(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^'/u, '')
    .replace(/^#\s*/u, '')
    .replaceAll(/\s+/gu, ' ')
    .toUpperCase();
}

function readRow(
  { line, cells }: TableRow,
  { columns, order, zone, serviceNow }: HowToRead,
  unreadable: Unreadable[],
): TheirTicket | null {
  const cell = (field: TicketField, longest = LONGEST_TEXT): string => {
    const at = columns[field];
    return at === null ? '' : (cells[at] ?? '').trim().slice(0, longest);
  };
  const number = cell('number', LONGEST_NUMBER);
  const ourRef = cell('ourRef', LONGEST_NUMBER);
  if (ticketKey(number) === '' && ourRef === '') {
    unreadable.push({ line, field: null, reason: 'no-number' });
    return null;
  }
  const time = (field: TimeField): Reading | null => {
    const text = cell(field);
    if (NOTHING.has(text.toLowerCase())) return null;
    const read = readClock(text, order);
    if (read.ok) return readingOf(read.clock, zone);
    unreadable.push({ line, field, reason: read.reason });
    return null;
  };
  const [created, responded, resolved] = TIME_FIELDS.map(time);
  const [priority, status] = [cell('priority'), cell('status')];
  return {
    line,
    number,
    ourRef,
    title: cell('title'),
    priority: { text: priority, range: readPriority(priority, serviceNow) },
    status: { text: status, means: readStatus(status, serviceNow) },
    times: { created: created ?? null, responded: responded ?? null, resolved: resolved ?? null },
  };
}

/** Reads lines as tickets. @param width how many columns the table has */
export function readTickets(rows: readonly TableRow[], width: number, how: HowToRead): TicketsRead {
  const unreadable: Unreadable[] = [];
  const tickets: TheirTicket[] = [];
  for (const row of rows) {
    if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
      unreadable.push({ line: row.line, field: null, reason: 'too-many-cells' });
      continue;
    }
    const ticket = readRow(row, how, unreadable);
    if (ticket !== null) tickets.push(ticket);
  }
  return { tickets, unreadable };
}

/** Every cell that should hold a time. */
export function* timeCells(rows: readonly TableRow[], columns: ColumnOf): Generator<string> {
  const places = TIME_FIELDS.flatMap((field) => columns[field] ?? []);
  for (const { cells } of rows) for (const at of places) yield cells[at] ?? '';
}

/** A remembered column name, found again. null where the file has it no more. */
export function columnNamed(headers: readonly string[], name: string | null): number | null {
  if (name === null) return null;
  const plain = plainHeader(name);
  const at = headers.findIndex((header) => plainHeader(header) === plain);
  return at < 0 ? null : at;
}
