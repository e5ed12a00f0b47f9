import type { Block, Column, Line } from '../../../export/packs/doc.ts';
import type { Described } from '../context.ts';

/** More lines than these are for a file, not for a claim. */
const MOST_LINES = 60;

export const keyOf = ({ shared, anchor }: Described): Line => ({ text: shared.key, to: anchor });

/** A table of at most so many lines, and how many more there are. */
export function listing(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
  more: (count: number) => Line,
): Block[] {
  const rest = rows.length - MOST_LINES;
  return [
    { kind: 'table', caption, columns, rows: rows.slice(0, MOST_LINES) },
    ...(rest > 0 ? [{ kind: 'text' as const, quiet: true, line: more(rest) }] : []),
  ];
}
