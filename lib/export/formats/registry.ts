import type { FormatId, TextFormat } from './format.ts';
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

/** In the order in which they are offered. */
export const FORMAT_IDS: readonly FormatId[] = [
  'html',
  'evidence',
  'zip',
  'csv',
  'markdown',
  'json',
  'csv-raw',
  'har',
];
