import { visibleText } from '../../domain/privacy/display.ts';
import type { ExportHead } from './export-file.ts';
import { localTime, zonedTime } from './local-time.ts';
import { fact } from './outline-facts.ts';
import type { Fact } from './outline-facts.ts';
import type { ReportRow } from './report-plan.ts';
import type { ReportWords } from './words.ts';

/** Below this, a median of so few says less than the counts do. */
const ENOUGH_FOR_MEDIAN = 5;

/** What stands before the issues: what this is, what is not in it, and our own share before anybody else's. */
export function headFacts(head: ExportHead, words: ReportWords): Fact[] {
  const { summary, leftOut, masked } = head;
  const some = leftOut.issues + leftOut.pictures + leftOut.files > 0;
  const left = [
    ...(some ? [words.leftOutText(leftOut.issues, leftOut.pictures, leftOut.files)] : []),
    ...leftOut.groups.map((group) => words.leftOutGroup[group]),
  ];
  const median = summary.reported >= ENOUGH_FOR_MEDIAN ? summary.medianReportedAfterMs : null;
  const reported = words.reportedOf(summary.reported, summary.issues);
  return [
    ...fact(words.made, `${zonedTime(head.exportedAt, 0)} · ${words.preparedWith(head.application.version)}`),
    ...fact(
      words.period,
      summary.firstAt && summary.lastAt
        ? words.periodText(
            localTime(summary.firstAt, 0).slice(0, 10),
            localTime(summary.lastAt, 0).slice(0, 10),
          )
        : null,
    ),
    ...fact(words.contents, words.contentsText(summary)),
    ...fact(
      words.ourShare,
      median === null ? reported : `${reported} ${words.medianReported(words.duration(median))}`,
    ),
    ...fact(words.leftOutHeading, left.length === 0 ? words.nothingLeftOut : left.join('; ')),
    ...fact(words.maskedHeading, words.maskedText(masked.total)),
    ...head.ledgers.flatMap(({ ledger, n, link }) =>
      fact(words.chainHeading, words.chainText(ledger, n, link), 'code'),
    ),
  ];
}

/** One line per issue, the key first. */
export function overviewTable(rows: readonly ReportRow[], words: ReportWords) {
  const { columns } = words;
  return {
    head: [
      columns.key,
      columns.firstSeen,
      columns.title,
      columns.site,
      columns.times,
      columns.priority,
      columns.reported,
    ],
    rows: rows.map((row) => [
      row.key,
      localTime(row.firstAt, row.offsetMin),
      visibleText(row.title),
      visibleText(row.host ?? ''),
      String(row.occurrences),
      row.priority === null ? '' : String(row.priority),
      row.reportedAfterMs === null
        ? words.notReported
        : words.reportedAfter(words.duration(row.reportedAfterMs)),
    ]),
  };
}
