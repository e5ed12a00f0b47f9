import type { Priority } from '../../../domain/issue/priority.ts';
import type { Status } from '../../../domain/accountability/status.ts';
import { createRowWriter } from '../csv/rows.ts';
import type { TargetFormat } from '../format.ts';
import { importCell } from '../target/plain.ts';
import { fitted, fittedTitle, ticketOf } from '../target/ticket.ts';
import type { Ticket } from '../target/ticket.ts';
import { jiraConfiguration, jiraDate } from './configuration.ts';
import { jiraComment, jiraDescription } from './markup.ts';

/** The importer of a project takes no more in one file. */
const ISSUES_PER_FILE = 250;
/** So many columns of comments at most; all comments stand in the description, too. */
const MOST_COMMENTS = 50;
const SUMMARY = 255;
const TEXT = 32_000;

const PRIORITY: Readonly<Record<Priority, string>> = {
  1: 'Highest',
  2: 'High',
  3: 'Medium',
  4: 'Low',
  5: 'Lowest',
};
const DONE = new Set<Status>(['verified', 'withdrawn']);

/** Names of every Jira; what its workflow calls otherwise is matched in the importer. */
function statusName(status: Status): string {
  if (DONE.has(status)) return 'Done';
  return status === 'captured' || status === 'reported' ? 'To Do' : 'In Progress';
}

/** Labels of Jira hold no blanks. */
const label = (text: string): string => importCell(text.replaceAll(/[\s,]+/gu, '_'));

type Row = Readonly<{ ticket: Ticket; description: string; comments: readonly string[] }>;

const HEAD = [
  'Summary',
  'Issue Type',
  'Description',
  'Priority',
  'Status',
  'Labels',
  'Date Created',
  'External issue ID',
  'Pictures and files',
] as const;

function cells({ ticket, description, comments }: Row, columns: number): string[] {
  const labels = ['casebook', ticket.key, ...ticket.labels.map(label)].join(' ');
  return [
    importCell(fittedTitle(ticket.title, SUMMARY)),
    'Bug',
    description,
    ticket.priority === null ? '' : PRIORITY[ticket.priority],
    statusName(ticket.status),
    labels,
    jiraDate(ticket.firstAt),
    ticket.id,
    ticket.attachments.map(({ path }) => path).join('\n'),
    ...Array.from({ length: columns }, (_, index) => comments[index] ?? ''),
  ];
}

/** One table for each 250 issues, and the configuration that matches its columns. */
export const jira: TargetFormat = {
  id: 'jira',
  async open({ head, words, file }) {
    const { default: papa } = await import('papaparse');
    const configuration = file('jira-configuration.txt');
    configuration.write(jiraConfiguration());
    configuration.end();
    let rows: Row[] = [];
    let number = 0;

    function flush(): void {
      if (rows.length === 0) return;
      number += 1;
      const out = file(`jira-issues-${String(number).padStart(3, '0')}.csv`);
      // Every line has as many columns as the longest: Jira refuses a table with shorter lines.
      const columns = Math.max(...rows.map(({ comments }) => comments.length));
      const table = createRowWriter(papa, ',', out.write);
      table.add([...HEAD, ...Array.from({ length: columns }, () => 'Comment')]);
      for (const row of rows) table.add(cells(row, columns));
      table.flush();
      out.end();
      rows = [];
    }

    return {
      issue(issue) {
        const ticket = ticketOf(issue, words, head.exportedAt);
        const description = fitted(jiraDescription(ticket, words.events), TEXT, words.cutForTool);
        const comments = ticket.comments
          .slice(0, MOST_COMMENTS)
          .map((one) => fitted(jiraComment(one), TEXT, words.cutForTool));
        rows.push({ ticket, description, comments });
        if (rows.length >= ISSUES_PER_FILE) flush();
      },
      end: flush,
    };
  },
};
