import { mdCell, mdQuote, mdText } from '../formats/markdown/escape.ts';
import { blankRows, type Block, type Column, type Line, type PackDoc } from './doc.ts';

const refOf = ({ ref }: Line): string => (ref === undefined ? '' : ` [${mdText(ref.text)}]`);

function said(line: Line): string {
  const under = line.under === undefined || line.under === '' ? '' : ` (${mdText(line.under)})`;
  return `${mdText(line.text)}${refOf(line)}${under}`;
}

function cell(line: Line): string {
  const under = line.under === undefined || line.under === '' ? '' : ` (${mdCell(line.under)})`;
  return `${mdCell(line.text)}${refOf(line)}${under}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const head = row(columns.map(({ label }) => (label === '' ? ' ' : mdCell(label))));
  return [head, row(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))), ...rows.map(row)].join(
    '\n',
  );
}

function markOf({ numbered, boxes }: Extract<Block, { kind: 'list' }>, index: number): string {
  if (boxes === true) return '- [ ]';
  return numbered === true ? `${index + 1}.` : '-';
}

/** What is drawn has its words here; the table behind it has its figures. */
function block(of: Block): string {
  switch (of.kind) {
    case 'heading':
      return `${'#'.repeat(of.level)} ${mdText(of.text)}`;
    case 'text':
    case 'picture':
      return said(of.line);
    case 'list':
      return of.items.map((line, index) => `${markOf(of, index)} ${said(line)}`).join('\n');
    case 'facts':
      return of.facts.map(({ label, line }) => `- ${mdText(label)}: ${said(line)}`).join('\n');
    case 'table':
      return of.rows.length === 0
        ? ''
        : table(
            of.columns,
            of.rows.map((cells) => cells.map(cell)),
          );
    case 'blanks':
      return table(
        of.columns,
        blankRows(of.rows).map((name) =>
          of.columns.map((_column, column) => (column === 0 ? mdCell(name) : ' ')),
        ),
      );
    case 'pair':
      return of.sides.flat().map(block).join('\n\n');
    case 'shares':
    case 'bar':
      return mdText(of.alt);
    case 'said':
      return mdQuote(of.text);
  }
}

/** The same pack as Markdown: nothing a person wrote can become a link, a heading or HTML. */
export function packMarkdown(doc: PackDoc): string {
  const blocks = [...doc.pages, ...doc.annex].map(block).filter((text) => text !== '');
  return `${[`# ${mdText(doc.title)}`, ...blocks].join('\n\n')}\n`;
}
