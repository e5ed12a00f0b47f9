import type { Instant } from '../../domain/ledger/primitives.ts';
import type { LedgerHead } from '../source.ts';
import type { Choices } from './choices.ts';
import { EXPORT_FORMAT } from './export-file.ts';
import type { ExportHead } from './export-file.ts';
import type { ReportRow } from './report-plan.ts';

/** What an export says about itself besides its issues. */
export type About = Readonly<{
  exportedAt: Instant;
  version: string;
  zone: string;
  selection: ExportHead['selection'];
  heads: readonly LedgerHead[];
}>;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** @param rows what goes out @param looked everything that was in the preview */
export function headOf(rows: readonly ReportRow[], looked: readonly ReportRow[], about: About): ExportHead {
  const rules: Record<string, number> = {};
  for (const row of rows)
    for (const [rule, times] of Object.entries(row.masked)) rules[rule] = (rules[rule] ?? 0) + times;
  const pictures = (of: readonly ReportRow[]) => of.reduce((sum, row) => sum + row.pictures.length, 0);
  const files = (of: readonly ReportRow[]) => of.reduce((sum, row) => sum + row.files.length, 0);
  const delays = rows.flatMap((row) => (row.reportedAfterMs === null ? [] : [row.reportedAfterMs]));
  return {
    format: EXPORT_FORMAT,
    exportedAt: about.exportedAt,
    application: { name: 'Casebook', version: about.version },
    zone: about.zone,
    ledgers: about.heads.map(({ ledger, n, link }) => ({ ledger, n, link })),
    selection: about.selection,
    leftOut: {
      issues: looked.length - rows.length,
      pictures: pictures(looked) - pictures(rows),
      files: files(looked) - files(rows),
      groups: [...new Set(rows.flatMap((row) => row.leftOut))].sort(),
    },
    masked: { total: Object.values(rules).reduce((sum, times) => sum + times, 0), rules },
    summary: {
      issues: rows.length,
      occurrences: rows.reduce((sum, row) => sum + row.occurrences, 0),
      pictures: pictures(rows),
      files: files(rows),
      firstAt: rows.reduce<Instant | null>(
        (first, row) => (first === null || row.firstAt < first ? row.firstAt : first),
        null,
      ),
      lastAt: rows.reduce<Instant | null>(
        (last, row) => (last === null || row.lastAt > last ? row.lastAt : last),
        null,
      ),
      reported: delays.length,
      notReported: rows.length - delays.length,
      medianReportedAfterMs: median(delays),
    },
  };
}

/** The rows that go out: without the issues, pictures and files that were taken out in the preview. */
export function chosenRows(looked: readonly ReportRow[], choices: Choices): ReportRow[] {
  return looked
    .filter((row) => !choices.issues.has(row.id))
    .map((row) => {
      const out = ({ id }: Readonly<{ id: string }>): boolean => choices.pictures.has(id);
      if (!row.pictures.some(out) && !row.files.some(out)) return row;
      const pictures = row.pictures.filter((one) => !out(one));
      return { ...row, pictures, files: row.files.filter((one) => !out(one)) };
    });
}
