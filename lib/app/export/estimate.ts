import type { FormatId, TargetId, TextFormatId } from '../../export/formats/format.ts';
import { chosenFormats } from '../../export/open-formats.ts';
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

/** What a target writes besides the whole text. */
const TARGET_AGAINST_JSON: Readonly<Record<TargetId, number>> = {
  jira: 0.45,
  servicenow: 0.45,
  zendesk: 0.5,
  github: 0.45,
  gitlab: 0.45,
  tmf621: 0.5,
  jsonl: 1,
  eml: 2.2,
};
/** The cells of the table, each with its address. */
const SHEET_AGAINST_JSON = 0.5;

/** Roughly how large the file will be, and how much of that we write ourselves: pictures in an archive are only named. */
export function estimateBytes(
  rows: readonly ReportRow[],
  formats: readonly FormatId[],
): Readonly<{ all: number; written: number }> {
  const text = rows.reduce((sum, row) => sum + row.textBytes, 0);
  const pictures = rows.reduce((sum, row) => sum + row.pictures.reduce((all, one) => all + one.bytes, 0), 0);
  const files = rows.reduce((sum, row) => sum + row.files.reduce((all, one) => all + one.bytes, 0), 0);
  const { texts: chosen, targets, workbook, mails, archive } = chosenFormats(formats);
  if (chosen.length + targets.length === 0 && !workbook) return { all: 0, written: 0 };
  const records = formats.includes('evidence') ? text * RECORDS_AGAINST_JSON : 0;
  const besides = targets.reduce(
    (sum, id) => sum + TARGET_AGAINST_JSON[id],
    workbook ? SHEET_AGAINST_JSON : 0,
  );
  const others = BASE_BYTES + records + text * besides;
  const texts = chosen.reduce((sum, { id }) => sum + text * AGAINST_JSON[id], others);
  const inside = mails ? pictures + files : !archive && chosen[0]?.pictures === 'inside' ? pictures : 0;
  const written = Math.round(texts + inside * BASE64);
  return { all: archive && !mails ? written + pictures + files : written, written };
}
