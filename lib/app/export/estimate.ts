import type { FormatId, TextFormatId } from '../../export/formats/format.ts';
import type { ReportRow } from '../../export/model/report-plan.ts';

/** Size of each text format against the same issues as JSON; measured on the seed log, see test/unit/export. */
const AGAINST_JSON: Readonly<Record<TextFormatId, number>> = {
  json: 1,
  html: 2.4,
  markdown: 0.9,
  csv: 0.25,
  'csv-raw': 0.45,
  har: 0.35,
};
const BASE64 = 4 / 3;
const BASE_BYTES = 6_000;

/** The entries themselves, each in a file of its own. */
const RECORDS_AGAINST_JSON = 1.6;

function textsOf(formats: readonly FormatId[]): readonly TextFormatId[] {
  if (formats.includes('zip')) return ['json', 'html', 'markdown', 'csv', 'csv-raw', 'har'];
  if (formats.includes('evidence')) return ['html', 'markdown', 'csv'];
  return formats.filter((format) => format !== 'zip' && format !== 'evidence');
}

/** Roughly how large the file will be, and how much of that we write ourselves: pictures in an archive are only named. */
export function estimateBytes(
  rows: readonly ReportRow[],
  formats: readonly FormatId[],
): Readonly<{ all: number; written: number }> {
  const text = rows.reduce((sum, row) => sum + row.textBytes, 0);
  const pictures = rows.reduce((sum, row) => sum + row.pictures.reduce((all, one) => all + one.bytes, 0), 0);
  const files = rows.reduce((sum, row) => sum + row.files.reduce((all, one) => all + one.bytes, 0), 0);
  const chosen = textsOf(formats);
  if (chosen.length === 0) return { all: 0, written: 0 };
  const records = formats.includes('evidence') ? text * RECORDS_AGAINST_JSON : 0;
  const texts = chosen.reduce((sum, format) => sum + text * AGAINST_JSON[format], BASE_BYTES + records);
  const archive = formats.includes('zip') || chosen.length > 1;
  const written = Math.round(texts + (!archive && chosen[0] === 'html' ? pictures * BASE64 : 0));
  return { all: archive ? written + pictures + files : written, written };
}
