import { safeCell } from '../csv/cell.ts';
import type { Block, Line } from './blocks.ts';
import type { Comment, Ticket } from './ticket.ts';

function lineText({ label, value }: Line): string {
  return [label, value].filter((part) => part !== '').join(': ');
}

function blockText(block: Block): string {
  const lines = 'said' in block ? block.said.split('\n') : block.lines.map(lineText);
  return `${block.heading}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}`;
}

/** Headings, and indented below them what belongs to them. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

export function plainComment({ heading, text }: Comment): string {
  return text === '' ? heading : `${heading}\n${text}`;
}

/** The whole timeline in one text, '' where there is none. */
export function plainTimeline(ticket: Ticket): string {
  return ticket.comments.map(plainComment).join('\n\n');
}

/**
 * A cell for an importer that somebody may open in a spreadsheet first: no line of it begins like a formula, so that
 * nothing is run even where the program splits it at the wrong separator. Texts that do not look like one stay as they are.
 */
export function importCell(text: string): string {
  return text.split('\n').map(safeCell).join('\n');
}
