import { safeCell } from '../csv/cell.ts';
import type { Block, Line } from '../target/blocks.ts';
import { importCell } from '../target/plain.ts';
import type { Comment, Ticket } from '../target/ticket.ts';

// Jira's wiki markup: a backslash takes the meaning of what stands behind it. A literal backslash needs a reference,
// because two of them are a line break.
const SPECIAL = /[{}[\]!|*^~]|(?<![\p{L}\p{N}])[_+-]|[_+-](?![\p{L}\p{N}])|\?\?|@/gu;
const AT_START = /^(\s*)(h[1-6]\.|bq\.|#)/u;

// Only what would be read as a reference.
const REFERENCE = /&(?=#?\w+;)/gu;

/** Foreign text as literal text: no macro, no link, no picture, no mention, no heading; no line begins like a formula. */
export function jiraText(text: string): string {
  const literal = text.split('\n').map((line) =>
    safeCell(line)
      .replaceAll(REFERENCE, '&amp;')
      .replaceAll('\\', '&#92;')
      .replaceAll(SPECIAL, (mark) => [...mark].map((one) => `\\${one}`).join(''))
      .replace(AT_START, '$1&#8203;$2'),
  );
  // Once more, because a reference ends with what separates cells elsewhere.
  return importCell(literal.join('\n'));
}

function lineText({ label, value }: Line): string {
  const parts = [label === '' ? '' : `*${jiraText(label)}*`, jiraText(value)];
  return `* ${parts.filter((part) => part !== '').join(': ')}`;
}

function blockText(block: Block): string {
  const body =
    'said' in block ? `{quote}\n${jiraText(block.said)}\n{quote}` : block.lines.map(lineText).join('\n');
  return `h3. ${jiraText(block.heading)}\n${body}`;
}

export function jiraComment({ heading, text }: Comment): string {
  return text === '' ? jiraText(heading) : `${jiraText(heading)}\n{quote}\n${jiraText(text)}\n{quote}`;
}

/** The blocks, and the timeline too: the importer of a project takes no comments. */
export function jiraDescription(ticket: Ticket, timeline: string): string {
  const events = ticket.comments.map(jiraComment);
  return [
    ...ticket.blocks.map(blockText),
    ...(events.length === 0 ? [] : [`h3. ${jiraText(timeline)}\n${events.join('\n')}`]),
  ].join('\n\n');
}
