import type { Block, Line, PackDoc } from './doc.ts';

const under = ({ under: text }: Line): string => (text === undefined || text === '' ? '' : ` (${text})`);
const said = (line: Line): string => `${line.text}${under(line)}`;

function block(of: Block): string {
  switch (of.kind) {
    case 'heading':
      return of.text.toLocaleUpperCase();
    case 'text':
    case 'picture':
      return said(of.line);
    case 'list':
      return of.items
        .map((line, index) => `${of.numbered === true ? `${index + 1}.` : '-'} ${said(line)}`)
        .join('\n');
    case 'facts':
      return of.facts.map(({ label, line }) => `${label}: ${said(line)}`).join('\n');
    case 'table':
      return of.rows
        .map(
          (cells) =>
            `- ${cells.map((cell, at) => `${of.columns[at]?.label ?? ''}: ${said(cell)}`).join('; ')}`,
        )
        .join('\n');
    case 'blanks':
      return '';
    case 'pair':
      return of.sides.flat().map(block).join('\n\n');
    case 'shares':
    case 'bar':
      return of.alt;
    case 'said':
      return of.text;
  }
}

/** The same document as the text of a mail, which knows no markup. */
export function packPlain(doc: PackDoc): string {
  const blocks = [...doc.pages, ...doc.annex].map(block).filter((text) => text !== '');
  return `${[doc.title, ...blocks].join('\n\n')}\n`;
}
