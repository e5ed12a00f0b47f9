import type { TargetFormat } from '../format.ts';
import { markdownBody } from '../target/markdown.ts';
import { fitted, fittedTitle, ticketOf } from '../target/ticket.ts';

const TITLE = 256;
const BODY = 65_000;
const LABEL = 50;

/** One body for "create an issue" on each line. */
export const github: TargetFormat = {
  id: 'github',
  open({ head, words, file }) {
    const out = file('github-issues.jsonl');
    return {
      issue(issue) {
        const ticket = ticketOf(issue, words, head.exportedAt);
        const body = {
          title: fittedTitle(ticket.title, TITLE),
          body: fitted(markdownBody(ticket, words.events), BODY, words.cutForTool),
          labels: ['casebook', ...ticket.labels.map((label) => fittedTitle(label, LABEL))],
        };
        out.write(`${JSON.stringify(body)}\n`);
      },
      end: out.end,
    };
  },
};
