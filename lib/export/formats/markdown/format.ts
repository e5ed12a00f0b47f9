import { issueOutline } from '../../model/outline.ts';
import type { IssueOutline } from '../../model/outline.ts';
import type { Fact } from '../../model/outline-facts.ts';
import type { OccurrenceOutline } from '../../model/outline-occurrence.ts';
import { headFacts, overviewTable } from '../../model/outline-head.ts';
import type { ReportWords } from '../../model/words.ts';
import type { PicturePlace, TextFormat } from '../format.ts';
import { mdCell, mdCode, mdQuote, mdText } from './escape.ts';

function factLines(facts: readonly Fact[]): string {
  return facts
    .map(({ label, value, kind }) => `- **${mdText(label)}:** ${kind ? mdCode(value) : mdText(value)}\n`)
    .join('');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(mdCell).join(' | ')} |\n`;
  return `\n${line(head)}|${' --- |'.repeat(head.length)}\n${rows.map(line).join('')}`;
}

function section(level: number, heading: string, body: string): string {
  return body === '' ? '' : `\n${'#'.repeat(level)} ${mdText(heading)}\n\n${body}`;
}

/** Pictures are named, not embedded: a Markdown picture would be loaded by whoever shows the text. */
function pictureText(of: OccurrenceOutline['picture'], place: PicturePlace): string {
  if (of.kind === 'note') return `${mdText(of.text)}\n`;
  const where = place === 'beside' ? `[${mdText(of.file)}](${of.file})` : mdCode(of.file);
  const caption = of.caption === '' ? '' : `${mdQuote(of.caption)}\n\n`;
  return `${caption}${where}: ${mdText(of.note)}\n`;
}

function fileText({ name, file, facts }: IssueOutline['files'][number], place: PicturePlace): string {
  const where = file === null || place !== 'beside' ? '' : `[${mdText(file)}](${file})\n\n`;
  return section(4, name, where + factLines(facts));
}

function occurrenceText(of: OccurrenceOutline, words: ReportWords, place: PicturePlace): string {
  return (
    `\n### ${mdText(of.heading)}\n\n${factLines(of.facts)}` +
    section(4, words.findings, factLines(of.findings)) +
    section(
      4,
      words.requests,
      of.requests
        ? of.requests.notes.map((note) => `${mdText(note)}\n`).join('') +
            table(of.requests.head, of.requests.rows)
        : '',
    ) +
    section(4, words.timing, factLines(of.timing)) +
    section(4, words.environment, factLines(of.environment)) +
    section(4, words.picture, pictureText(of.picture, place))
  );
}

export function issueText(of: IssueOutline, words: ReportWords, place: PicturePlace): string {
  return (
    `\n## ${mdText(`${of.key} ${of.title}`)}\n\n${factLines(of.facts)}` +
    section(3, words.what, `${mdQuote(of.description)}\n`) +
    of.occurrences.map((one) => occurrenceText(one, words, place)).join('') +
    section(
      3,
      words.addedPictures,
      of.pictures
        .map((one) => section(4, one.heading, factLines(one.facts) + pictureText(one.picture, place)))
        .join(''),
    ) +
    section(
      3,
      words.files,
      (of.files.length === 0 || place === 'beside' ? '' : `${mdText(words.filesElsewhere)}\n`) +
        of.files.map((one) => fileText(one, place)).join(''),
    ) +
    section(
      3,
      words.events,
      of.events
        .map(
          ({ heading, text }) =>
            `- ${mdText(heading)}\n${text === '' ? '' : `\n${indented(mdQuote(text))}\n\n`}`,
        )
        .join(''),
    ) +
    section(3, words.history, of.history.map((line) => `- ${mdText(line)}\n`).join(''))
  );
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

export const markdown: TextFormat = {
  id: 'markdown',
  extension: 'md',
  mime: 'text/markdown',
  fileInZip: 'report.md',
  pictures: 'nowhere',
  open({ head, rows, words, out, pictures }) {
    const overview = overviewTable(rows, words);
    out.write(`# ${mdText(words.title)}\n\n${factLines(headFacts(head, words))}`);
    out.write(
      section(2, words.overview, table(overview.head, overview.rows) || `${mdText(words.noIssues)}\n`),
    );
    return {
      issue(issue) {
        out.write(issueText(issueOutline(issue, words), words, pictures));
      },
      end() {},
    };
  },
};
