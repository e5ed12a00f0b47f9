import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { allSchemas, exportSchemaText } from '../lib/export/model/json-schema.ts';

const FOLDER = new URL('../docs/schema/', import.meta.url);
const SHIPPED = '../../lib/export/model/export-schema-text.ts';

/** The export ships its schema; making it anew each time would cost more than writing the report. */
function shipped(text: string): string {
  const literal = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `/** docs/schema/casebook-export-1.schema.json, as shipped in every ZIP export. Written by scripts/make-schema.ts. */
export const EXPORT_SCHEMA_TEXT =
  '${literal}';
`;
}

/**
 * Writes the JSON Schemas of our file formats into docs/schema, from the zod schemas of the program.
 * `--check` writes nothing and fails when a file is not what it should be.
 */
export async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  await mkdir(FOLDER, { recursive: true });
  const stale: string[] = [];
  const files = [...allSchemas(), [SHIPPED, shipped(exportSchemaText())] as const];
  for (const [name, text] of files) {
    const file = new URL(name, FOLDER);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale.push(name);
    if (!check) await writeFile(file, text);
  }
  if (check && stale.length > 0) {
    console.error(
      `docs/schema is not up to date: ${stale.join(', ')}. Run "npm run schema" and look at the difference.`,
    );
    return 1;
  }
  console.log(stale.length === 0 ? 'docs/schema is up to date.' : `Written: ${stale.join(', ')}.`);
  return 0;
}
