import type { TextFormat } from '../format.ts';

export const json: TextFormat = {
  id: 'json',
  extension: 'json',
  mime: 'application/json',
  fileInZip: 'issues.json',
  pictures: 'nowhere',
  open({ head, out }) {
    let first = true;
    // The members of the head, without its closing brace, then the issues: one per line, so that diff and grep work.
    out.write(`${JSON.stringify(head).slice(0, -1)},"issues":[`);
    return {
      issue(issue) {
        out.write(`${first ? '' : ','}\n${JSON.stringify(issue)}`);
        first = false;
      },
      end() {
        out.write('\n]}\n');
      },
    };
  },
};
