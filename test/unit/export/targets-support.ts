import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { parse } from 'csv-parse/sync';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import type { FormatId } from '../../../lib/export/formats/format.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { URLS } from '../../support/corpus/urls.ts';
import { withPicture } from '../../support/seed.ts';
import { described, event, exported, makeIssue, realPicture } from './support.ts';

export type Files = ReadonlyMap<string, string>;

/** The text files of an archive, read by somebody else's reader that checks every sum. */
export async function filesOf(
  issues: readonly Issue[],
  format: FormatId,
  options: Parameters<typeof exported>[2] = {},
): Promise<Files> {
  const made = await exported(issues, [format], options);
  if (!made.ok) throw new Error(`The export failed: ${made.code} ${made.detail ?? ''}.`);
  const reader = new ZipReader(new BlobReader(made.blob), { useWebWorkers: false, checkSignature: true });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  await reader.close();
  return files;
}

export const fileOf = (files: Files, name: string): string => {
  const text = files.get(name);
  if (text === undefined) throw new Error(`${name} is missing; there are ${[...files.keys()].join(', ')}.`);
  return text;
};

/** Rows as a CSV reader of another project sees them; it refuses lines with a wrong number of cells. */
export function tableOf(text: string): string[][] {
  return parse(text, { delimiter: ',', relax_column_count: false, bom: false });
}

export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

const storable = (value: string, limit: number) => value.toWellFormed().slice(0, limit).toWellFormed();

/** Every hostile text as title, description, what the provider wrote, ticket number; every hostile address. */
export const HOSTILE: readonly Issue[] = [
  ...STRINGS.map(({ value }, i) => {
    const text = storable(value, 1024);
    return makeIssue(i, { title: text }, [
      described(i, storable(value, 20_000)),
      event(i, '2026-02-01T08:00:00.000Z', {
        event: 'reported',
        visibility: 'shared',
        ticket: storable(value, 100),
        text: storable(value, 20_000),
      }),
    ]);
  }),
  ...URLS.map(({ input }, i) =>
    makeIssue(200 + i, { url: storable(input, 8000), title: storable(input, 1000) }),
  ),
];

export const PICTURE = realPicture(1);

/** Reported, answered, resolved and verified; with a picture, and with notes that must not go out. */
export const TOLD: Issue = makeIssue(
  900,
  {},
  [
    described(900, 'Invoices cannot be saved\nSince this morning.'),
    event(900, '2026-02-01T08:00:00.000Z', { event: 'reported', visibility: 'shared', ticket: 'INC-1' }),
    event(900, '2026-02-01T09:00:00.000Z', {
      event: 'note',
      visibility: 'internal',
      text: 'CANARY-INTERNAL',
    }),
    {
      ...event(900, '2026-02-01T10:00:00.000Z', {
        event: 'provider_update',
        visibility: 'shared',
        text: 'We look into it.',
      }),
      by: { side: 'provider' },
    },
    event(900, '2026-02-02T10:00:00.000Z', { event: 'resolved', visibility: 'shared', text: 'Fixed.' }),
    event(900, '2026-02-02T12:00:00.000Z', { event: 'verified', visibility: 'shared' }),
  ],
  { body: withPicture(900, PICTURE).body },
);
