import type { IssueRow } from './issue-row.ts';
import type { Issue } from './issue.ts';
import { ticketsIn } from './timeline-of.ts';
import { cutAt } from '../text/cut.ts';

/** The issue's line in the log. */
export function rowOf(issue: Issue): IssueRow {
  const first = issue.occurrences[0];
  const present = issue.occurrences.flatMap(({ body }) =>
    body.picture.state === 'present' ? [body.picture.sha256] : [],
  );
  const requests = issue.occurrences.flatMap(({ body }) =>
    body.evidence.state === 'present' ? body.evidence.requests : [],
  );
  const status = first?.body.page.httpStatus;
  const system = issue.host === null ? first?.body.systemName : undefined;
  const row: IssueRow = {
    id: issue.id,
    key: issue.key,
    ledger: issue.ledger,
    firstAt: issue.firstAt,
    lastAt: issue.lastAt,
    changedAt: issue.changedAt,
    title: issue.title,
    description: cutAt(issue.description, 300),
    host: issue.host ?? '',
    impact: issue.impact,
    urgency: issue.urgency,
    priority: issue.priority,
    labels: [...issue.labels],
    occurrences: issue.occurrences.length,
    pictures: present.length,
    failedRequests: requests.filter((request) => request.problem === 'failed').length,
    reported: issue.reported.length,
    tickets: ticketsIn(issue.timeline),
    trashed: issue.trashed,
    needsDetails: issue.needsDetails,
    captureIds: issue.occurrences.map(({ body }) => body.captureId),
    pictureHashes: [...new Set(present)],
  };
  return {
    ...row,
    ...(system === undefined ? {} : { system }),
    ...(status !== undefined && status >= 400 ? { httpStatus: status } : {}),
  };
}
