import { EXPORT_SCHEMA_TEXT } from './export-schema-text.ts';

type Shape = Readonly<{ properties: Readonly<Record<string, unknown>>; required: readonly string[] }>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && 'properties' in value && 'required' in value;

function recorded(record: string, shape: Shape): object {
  const properties = { record: { type: 'string', const: record }, ...shape.properties };
  return { ...shape, properties, required: ['record', ...shape.required] };
}

/** The schema of one line of `issues.jsonl`: the head or an issue of `issues.json`, with what it is. */
export function lineSchemaText(): string {
  const whole: unknown = JSON.parse(EXPORT_SCHEMA_TEXT);
  if (!isShape(whole)) throw new Error('The schema of the export has no properties.');
  const { issues, ...head } = whole.properties;
  const issue = typeof issues === 'object' && issues !== null && 'items' in issues ? issues.items : null;
  if (!isShape(issue)) throw new Error('The schema of the export has no issues.');
  const required = whole.required.filter((name) => name !== 'issues');
  const headShape = { type: 'object', properties: head, required, additionalProperties: false };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://casebook.invalid/schema/casebook-export-line-1.schema.json',
    title: 'A line of a Casebook export as JSON Lines, version 1',
    oneOf: [recorded('head', headShape), recorded('issue', issue)],
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
