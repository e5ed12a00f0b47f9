import type { OurIssue } from '../../domain/reconcile/compare.ts';
import type { TheirTicket } from '../../domain/reconcile/tickets.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { Block, Column, Line } from '../../export/packs/doc.ts';
import type { Telling } from './comparison.ts';

/** More than these are read by nobody on paper: the table has them all. */
export const MOST_ROWS = 200;

export const line = (text: string, under?: string): Line => ({ text, under });

export const numbersOf = (tickets: readonly TheirTicket[]): string =>
  visibleText(
    tickets
      .slice(0, 5)
      .map(({ number, ourRef }) => number || ourRef)
      .join(', '),
  ) + (tickets.length > 5 ? ' …' : '');

export function part(
  { t }: Telling,
  heading: string,
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
  most = MOST_ROWS,
  count = rows.length,
): Block[] {
  const head: Block = { kind: 'heading', level: 2, text: heading };
  if (rows.length === 0) return [head, { kind: 'text', line: line(t.doc.none), quiet: true }];
  const shown = rows.slice(0, most);
  const rest = count - shown.length;
  const more: Block[] = rest === 0 ? [] : [{ kind: 'text', line: line(t.doc.more(rest)), quiet: true }];
  return [head, { kind: 'table', caption: heading, columns, rows: shown }, ...more];
}

export const issueLine = ({ key, title }: OurIssue): Line => line(key, visibleText(title));
