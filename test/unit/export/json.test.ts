import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { allSchemas, exportSchemaText } from '../../../lib/export/model/json-schema.ts';
import { EXPORT_SCHEMA_TEXT } from '../../../lib/export/model/export-schema-text.ts';
import { exportFile } from '../../../lib/export/model/export-file.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { URLS } from '../../support/corpus/urls.ts';
import { described, event, exportedText, makeIssue, realPicture } from './support.ts';
import { withPicture } from '../../support/seed.ts';
import { fileOf, filesOf, HOSTILE, jsonLines, PICTURE, TOLD } from './targets-support.ts';

const storable = (value: string, limit: number) => value.toWellFormed().slice(0, limit).toWellFormed();
const published = (name: string): unknown => JSON.parse(readFileSync(`docs/schema/${name}`, 'utf8'));

describe('the JSON export', () => {
  it('is what the published schema says, for every hostile text', async () => {
    const validate = new Ajv({ strict: false }).compile(published('casebook-export-1.schema.json') as object); // as: a schema file
    const issues = [
      ...STRINGS.map(({ value }, i) =>
        makeIssue(i, { title: storable(value, 1024) }, [described(i, storable(value, 1024))]),
      ),
      ...URLS.map(({ value }, i) => makeIssue(i + 100, { url: storable(String(value), 8192) })),
      makeIssue(300, {}, [
        event(300, '2026-03-01T00:00:00.000Z', { event: 'reported', visibility: 'shared', channel: 'phone' }),
      ]),
      makeIssue(301, {}, [], { body: withPicture(301, realPicture(1)).body }),
    ];
    const value: unknown = JSON.parse(await exportedText(issues, 'json'));
    validate(value);
    expect(validate.errors).toBeNull();
    const parsed = exportFile.parse(value);
    expect(parsed.issues).toHaveLength(issues.length);
    STRINGS.forEach(({ value: text }, i) =>
      expect(parsed.issues[i]?.occurrences[0]?.page.title).toBe(storable(text, 1024)),
    );
  });

  it('is refused by the schema when something is added', async () => {
    const validate = new Ajv({ strict: false }).compile(published('casebook-export-1.schema.json') as object); // as: a schema file
    const value = JSON.parse(await exportedText([makeIssue(1)], 'json')) as { issues: object[] }; // as: our own export
    expect(validate({ ...value, internal: 'x' })).toBe(false);
  });

  it('has schemas in docs that are made from the program as it is', () => {
    expect(EXPORT_SCHEMA_TEXT).toBe(exportSchemaText());
    for (const [name, text] of allSchemas()) expect(readFileSync(`docs/schema/${name}`, 'utf8')).toBe(text);
  });
});

describe('the export as JSON Lines', () => {
  it('brings the schema that fits each of its lines, and the same issues as the JSON export', async () => {
    const files = await filesOf([TOLD, ...HOSTILE], 'jsonl', { pictures: [PICTURE] });
    const schema = fileOf(files, 'schema/casebook-export-line-1.schema.json');
    expect(JSON.parse(schema)).toEqual(published('casebook-export-line-1.schema.json'));
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object); // as: a schema file
    const [head, ...issues] = jsonLines(fileOf(files, 'issues.jsonl'));
    for (const line of [head, ...issues]) {
      validate(line);
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...(issues[0] as object), internal: 'x' })).toBe(false); // as: just checked
    const whole = JSON.parse(await exportedText([TOLD, ...HOSTILE], 'json', { pictures: [PICTURE] })) as {
      issues: object[];
    }; // as: our own export
    expect(issues).toEqual(whole.issues.map((issue) => ({ record: 'issue', ...issue })));
    expect({ ...(head as object), issues: whole.issues }).toEqual({ record: 'head', ...whole }); // as: just checked
    expect([...files.values()].join('\n')).not.toContain('CANARY-INTERNAL');
  });
});
