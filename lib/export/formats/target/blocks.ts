import { visibleText } from '../../../domain/privacy/display.ts';
import type { IssueOutline } from '../../model/outline.ts';
import type { Fact } from '../../model/outline-facts.ts';
import type { SharedIssue } from '../../model/shared-issue.ts';
import type { ReportWords } from '../../model/words.ts';
import { attachmentsOf } from './attachments.ts';

/** A label and a value on one line. */
export type Line = Readonly<{ label: string; value: string }>;
/** A heading with lines, or with several lines of what somebody said. */
export type Block = Readonly<{ heading: string }> &
  (Readonly<{ lines: readonly Line[] }> | Readonly<{ said: string }>);

/** Nobody reads more in a ticket; all of it is in the report beside it. */
const MOST = 20;

const lineOf = ({ label, value }: Fact): Line => ({
  label,
  value: value.replaceAll(/\s*\n\s*/gu, ' ⏎ '),
});

/** The first twenty, and how many more there are. */
function some(lines: readonly Line[], words: ReportWords): readonly Line[] {
  const rest = lines.length - MOST;
  return rest <= 0 ? lines : [...lines.slice(0, MOST), { label: '', value: words.andMore(rest) }];
}

function distinct(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [`${line.label}\n${line.value}`, line])).values()];
}

function block(heading: string, lines: readonly Line[], words: ReportWords): Block[] {
  return lines.length === 0 ? [] : [{ heading, lines: some(lines, words) }];
}

/** What a service desk asks for first, in the order in which it asks. */
export function blocksOf(issue: SharedIssue, outline: IssueOutline, words: ReportWords): Block[] {
  const last = outline.occurrences.at(-1);
  const many = outline.occurrences.length > 1;
  const requests = last?.requests?.rows ?? [];
  const attachments = attachmentsOf(issue);
  const times = many ? outline.occurrences.map(({ heading }) => ({ label: '', value: heading })) : [];
  return [
    { heading: words.what, said: outline.description },
    ...block(words.overview, outline.facts.map(lineOf), words),
    ...block(words.facts.times, times, words),
    ...block(words.findings, distinct(outline.occurrences.flatMap((one) => one.findings.map(lineOf))), words),
    ...block(
      words.requests,
      requests.map(([problem = '', status = '', address = '', , , took = '']) => ({
        label: `${problem} ${status}`,
        value: `${address} (${took})`,
      })),
      words,
    ),
    ...block(words.environment, (last?.environment ?? []).map(lineOf), words),
    ...block(
      words.picture,
      attachments.map(({ path, caption }) => ({ label: path, value: visibleText(caption) })),
      words,
    ),
  ];
}
