import { describe, expect, it } from 'vitest';
import { mdCode, mdQuote, mdText } from '../../../lib/export/formats/markdown/escape.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { described, exportedText, makeIssue } from './support.ts';

const storable = (value: string, limit: number) => value.toWellFormed().slice(0, limit).toWellFormed();

/** What a CommonMark reader sees of our escaped text: escapes undone, code spans and links set aside. */
function live(markdown: string): string {
  return markdown
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/(`+) [^\n]*? \1(?!`)/g, '')
    .replaceAll('&nbsp;', '')
    .replace(/^> /gm, '');
}
function plain(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .replace(/ {2}$/gm, '');
}

describe('the Markdown report', () => {
  it.each(STRINGS)(
    'shows $id literally, and nothing in it is a link, a picture or HTML',
    async ({ value }) => {
      const text = storable(value, 1024);
      const file = await exportedText(
        [
          makeIssue(1, { title: text, url: `https://h.example/?q=${encodeURIComponent(text)}` }, [
            described(1, text),
          ]),
        ],
        'markdown',
      );
      expect(live(file)).not.toMatch(/[<>[\]{}$@]|https?:|\]\(|&|www\.|^(?:[+=-]|\d+[.)])\s?$/);
      expect(plain(file)).toContain(
        visibleText(text)
          .replace(/[\r\n]+/g, ' ⏎ ')
          .trim(),
      );
    },
  );

  it('keeps a table in one piece', async () => {
    const file = await exportedText([makeIssue(1, { title: 'a | b\n| --- |\n# c' })], 'markdown');
    const rows = file.split('\n').filter((line) => line.startsWith('| K7'));
    expect(rows).toHaveLength(1);
    expect((rows[0] ?? '').replace(/\\\|/g, '').split('|')).toHaveLength(9);
  });

  it('fences code with more backticks than are in it', () => {
    expect(mdCode('`'.repeat(1000))).toBe(`${'`'.repeat(1001)} ${'`'.repeat(1000)} ${'`'.repeat(1001)}`);
  });

  it('lets no line of a quotation become a heading, a list, code or a rule', () => {
    const quote = mdQuote('# a\n    code\n- b\n1. c\n===\n---\n~~~\n\t* d');
    for (const line of quote.split('  \n')) expect(line).toMatch(/^> (?:&nbsp;)*(?:\\|1\\|[a-z])/);
  });

  it('writes line breaks of a single line visibly', () => {
    expect(mdText('a\r\nb')).toBe('a ⏎ b');
  });
});
