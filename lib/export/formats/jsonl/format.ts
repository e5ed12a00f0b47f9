import { lineSchemaText } from '../../model/line-schema.ts';
import type { TargetFormat } from '../format.ts';

/** One JSON object on each line: the head, then the issues, exactly as in `issues.json`. */
export const jsonl: TargetFormat = {
  id: 'jsonl',
  open({ head, file }) {
    const schema = file('schema/casebook-export-line-1.schema.json');
    schema.write(lineSchemaText());
    schema.end();
    const out = file('issues.jsonl');
    out.write(`${JSON.stringify({ record: 'head', ...head })}\n`);
    return {
      issue(issue) {
        out.write(`${JSON.stringify({ record: 'issue', ...issue })}\n`);
      },
      end: out.end,
    };
  },
};
