import type { SharedIssue } from '../../model/shared-issue.ts';
import type { TextFormat } from '../format.ts';
import { harOf } from './log.ts';

const COMMENT =
  'From the Performance timeline of the browser. Only requests that failed or were slow are recorded; methods, headers and contents are not known.';

/** Requests as tools for network logs read them. */
export const har: TextFormat = {
  id: 'har',
  extension: 'har',
  mime: 'application/json',
  fileInZip: 'requests.har',
  pictures: 'nowhere',
  open({ head, out }) {
    const { application } = head;
    // Entries first, because they are many; the few lines of the pages wait for the end.
    const pages: string[] = [];
    let first = true;
    const creator = { name: application.name, version: application.version };
    out.write(
      `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"comment":${JSON.stringify(COMMENT)},"entries":[`,
    );
    return {
      issue(issue: SharedIssue) {
        for (const occurrence of issue.occurrences) {
          const found = harOf(issue, occurrence);
          if (found === null) continue;
          pages.push(JSON.stringify(found.page));
          for (const entry of found.entries) {
            out.write(`${first ? '' : ','}\n${JSON.stringify(entry)}`);
            first = false;
          }
        }
      },
      end() {
        out.write('\n],"pages":[');
        for (const [index, page] of pages.entries()) out.write(`${index === 0 ? '' : ','}\n${page}`);
        out.write('\n]}}\n');
      },
    };
  },
};
