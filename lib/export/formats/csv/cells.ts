import { findingText } from '../../model/finding.ts';
import { localTime, offsetText } from '../../model/local-time.ts';
import { priorityText } from '../../model/outline.ts';
import type { SharedIssue } from '../../model/shared-issue.ts';
import type { ReportWords, TableColumn } from '../../model/words.ts';

type Cells = Readonly<Record<TableColumn, string | number>>;

function findingsText(issue: SharedIssue, words: ReportWords): string {
  const all = issue.occurrences.flatMap((one) => one.findings ?? []);
  const said = all.map((chip) => {
    const { label, value } = findingText(chip, words);
    return value === '' ? label : `${label}: ${value}`;
  });
  return [...new Set(said)].join('\n');
}

const withCaption = (file: string, caption: string): string =>
  caption === '' ? file : `${file}: ${caption}`;

/** One line of the table for people: texts as they are, numbers of ours, times as on the writer's clock. */
export function cellsOf(issue: SharedIssue, words: ReportWords): Cells {
  const first = issue.occurrences[0];
  const last = issue.occurrences.at(-1);
  const zone = first ? `${first.zone} (${offsetText(first.offsetMin)})` : 'UTC';
  const reported = issue.events.find(
    (event) => event.event === 'reported' && event.at === issue.firstReportedAt,
  );
  const evidence = issue.occurrences.map((one) => one.evidence);
  const failed = evidence.flatMap((one) =>
    one.state === 'present' ? one.requests.filter((r) => r.problem === 'failed') : [],
  );
  const env = issue.occurrences.find((one) => one.environment !== undefined)?.environment;
  const statuses = [
    ...new Set(
      issue.occurrences.flatMap(({ page }) => (page.httpStatus === undefined ? [] : [page.httpStatus])),
    ),
  ];
  return {
    key: issue.key,
    title: issue.title,
    description: issue.description,
    site: issue.host ?? '',
    address: issue.url ?? '',
    firstSeen: localTime(issue.firstAt, first?.offsetMin ?? 0),
    lastSeen: localTime(issue.lastAt, last?.offsetMin ?? 0),
    timeZone: zone,
    times: issue.occurrences.length,
    impact: issue.impact === null ? '' : words.impactLevel[issue.impact as 1], // as: 1..3 by schema
    urgency: issue.urgency === null ? '' : words.urgencyLevel[issue.urgency as 1], // as: 1..3 by schema
    priority: priorityText(issue, words),
    httpStatus: statuses.length === 1 && statuses[0] !== undefined ? statuses[0] : statuses.join(', '),
    failedRequests: failed.length,
    findings: findingsText(issue, words),
    firstReported: reported ? localTime(reported.at, reported.offsetMin) : '',
    reportedAfter: issue.reportedAfterMs === null ? words.notReported : words.duration(issue.reportedAfterMs),
    tickets: issue.tickets.join(', '),
    labels: (issue.labels ?? []).join(', '),
    pictures: [...issue.occurrences, ...issue.pictures]
      .flatMap(({ picture }) =>
        picture.state === 'present' ? [withCaption(picture.file, picture.caption ?? '')] : [],
      )
      .join('\n'),
    files: issue.files
      .flatMap(({ file, caption }) => (file.state === 'present' ? [withCaption(file.file, caption)] : []))
      .join('\n'),
    browser: env ? `${env.browser} ${env.browserVersion}, ${env.os}` : '',
    masked:
      issue.occurrences.reduce((sum, one) => sum + one.masked.total, 0) +
      issue.files.reduce((sum, { file }) => sum + (file.state === 'present' ? (file.masked ?? 0) : 0), 0),
  };
}
