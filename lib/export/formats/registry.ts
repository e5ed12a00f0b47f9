import type { FormatId, TargetFormat, TargetId, TextFormat } from './format.ts';
import { csv } from './csv/format.ts';
import { csvRaw } from './csv-raw/format.ts';
import { har } from './har/format.ts';
import { html } from './html/format.tsx';
import { json } from './json/format.ts';
import { markdown } from './markdown/format.ts';

/** In the order in which they stand in the ZIP. */
export const TEXT_FORMATS: readonly TextFormat[] = [html, markdown, csv, csvRaw, json, har];

/** The texts of an evidence pack, in the order in which they stand in it. */
export const PACK_FORMATS: readonly TextFormat[] = [html, markdown, csv];

/** Beside the files of a target lies the whole text, because its tool may cut it. */
export const TARGET_TEXTS: readonly TextFormat[] = [markdown];

/** Each is loaded when it is chosen. */
export const TARGETS: Readonly<Record<TargetId, () => Promise<TargetFormat>>> = {
  jira: async () => (await import('./jira/format.ts')).jira,
  servicenow: async () => (await import('./servicenow/format.ts')).servicenow,
  zendesk: async () => (await import('./zendesk/format.ts')).zendesk,
  github: async () => (await import('./github/format.ts')).github,
  gitlab: async () => (await import('./gitlab/format.ts')).gitlab,
  tmf621: async () => (await import('./tmf621/format.ts')).tmf621,
  jsonl: async () => (await import('./jsonl/format.ts')).jsonl,
  eml: async () => (await import('./eml/format.ts')).eml,
};

/** For whom a format is. */
export type FormatGroup = 'people' | 'proof' | 'tools' | 'programs';

/** In the order in which they are offered. */
export const FORMAT_GROUPS: readonly Readonly<{ group: FormatGroup; formats: readonly FormatId[] }>[] = [
  { group: 'people', formats: ['html', 'xlsx', 'csv', 'markdown', 'eml'] },
  { group: 'proof', formats: ['evidence', 'zip'] },
  { group: 'tools', formats: ['jira', 'servicenow', 'zendesk', 'github', 'gitlab', 'tmf621'] },
  { group: 'programs', formats: ['json', 'jsonl', 'csv-raw', 'har'] },
];
