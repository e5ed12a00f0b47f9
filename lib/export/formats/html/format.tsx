import { issueOutline } from '../../model/outline.ts';
import { headFacts, overviewTable } from '../../model/outline-head.ts';
import type { TextFormat } from '../format.ts';
import { IssueArticle } from './IssueArticle.tsx';
import { OverviewHead, OverviewRows } from './Overview.tsx';
import { Facts } from './Parts.tsx';
import { placeOf, writeWithPictures } from './inline-pictures.ts';
import { CLOSE_DOCUMENT, escapeHtml, openDocument } from './shell.ts';

const ROWS_AT_ONCE = 500;
function anchorOf(id: string): string {
  return `issue-${id}`;
}

/** The report for people: one file, no script, prints well. */
export const html: TextFormat = {
  id: 'html',
  extension: 'html',
  mime: 'text/html',
  fileInZip: 'report.html',
  pictures: 'inside',
  async open(context) {
    const { head, rows, words, out, pictures } = context;
    const { renderToString } = await import('preact-render-to-string');
    out.write(openDocument(words.language, words.title, pictures));
    out.write(`<h1>${escapeHtml(words.title)}</h1>\n`);
    out.write(renderToString(<Facts facts={headFacts(head, words)} />));
    out.write(`\n<h2>${escapeHtml(words.overview)}</h2>\n`);
    if (rows.length === 0) out.write(`<p>${escapeHtml(words.noIssues)}</p>`);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      const table = overviewTable(some, words);
      if (at === 0)
        out.write(
          `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(words.overview)}"><table><thead>` +
            `${renderToString(<OverviewHead cells={table.head} />)}</thead><tbody>`,
        );
      out.write(renderToString(<OverviewRows rows={table.rows} ids={some.map((row) => anchorOf(row.id))} />));
    }
    if (rows.length > 0) out.write('</tbody></table></div>\n');
    return {
      async issue(issue) {
        const article = (
          <IssueArticle
            id={anchorOf(issue.id)}
            of={issueOutline(issue, words)}
            words={words}
            beside={pictures === 'beside'}
            sourceOf={(of) =>
              pictures === 'inside' ? placeOf(of.sha256) : pictures === 'beside' ? of.file : null
            }
          />
        );
        await writeWithPictures(`${renderToString(article)}\n`, context);
      },
      end() {
        out.write(CLOSE_DOCUMENT);
      },
    };
  },
};
