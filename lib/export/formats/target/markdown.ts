import { mdCode, mdQuote, mdText } from '../markdown/escape.ts';
import type { Block, Line } from './blocks.ts';
import type { Ticket } from './ticket.ts';

// `*`, because a line that begins with `-` looks like a formula in a table.
function lineText({ label, value }: Line): string {
  if (label === '') return `* ${mdText(value)}`;
  return value === '' ? `* ${mdCode(label)}` : `* **${mdText(label)}:** ${mdText(value)}`;
}

function blockText(block: Block): string {
  const body = 'said' in block ? mdQuote(block.said) : block.lines.map(lineText).join('\n');
  return `### ${mdText(block.heading)}\n\n${body}`;
}

/** Blocks and timeline as Markdown in which foreign text is literal: no link, no mention, no command at the start of a line. */
export function markdownBody(ticket: Ticket, timeline: string): string {
  const events = ticket.comments.map(({ heading, text }) =>
    text === '' ? `* ${mdText(heading)}` : `* ${mdText(heading)}\n\n${mdQuote(text)}\n`,
  );
  return [
    // Not shown, but found by a search: says which issue this is, however often it is loaded.
    `<!-- casebook issue ${ticket.id} -->`,
    ...ticket.blocks.map(blockText),
    ...(events.length === 0 ? [] : [`### ${mdText(timeline)}\n\n${events.join('\n')}`]),
  ].join('\n\n');
}
