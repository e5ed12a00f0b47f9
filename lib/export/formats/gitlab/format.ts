import { createRowWriter } from '../csv/rows.ts';
import type { TargetFormat } from '../format.ts';
import { markdownBody } from '../target/markdown.ts';
import { importCell } from '../target/plain.ts';
import { fitted, fittedTitle, ticketOf } from '../target/ticket.ts';

const TITLE = 255;
/** Far below what GitLab takes: programs for tables cut longer cells. */
const DESCRIPTION = 32_000;

/** What GitLab makes references of besides what GitHub does: `!12`, `%3`. */
const withoutReferences = (markdown: string): string => markdown.replaceAll(/[!%](?=\d)/gu, String.raw`\$&`);

/** The two columns that GitLab's importer takes; all else stands in the description. */
export const gitlab: TargetFormat = {
  id: 'gitlab',
  async open({ head, words, file }) {
    const { default: papa } = await import('papaparse');
    const table = createRowWriter(papa, ',', file('gitlab-issues.csv').write);
    table.add(['title', 'description']);
    return {
      issue(issue) {
        const ticket = ticketOf(issue, words, head.exportedAt);
        const body = withoutReferences(markdownBody(ticket, words.events));
        table.add([
          importCell(fittedTitle(ticket.title, TITLE)),
          importCell(fitted(body, DESCRIPTION, words.cutForTool)),
        ]);
      },
      end: table.flush,
    };
  },
};
