import type {
  SharedAddedPicture,
  SharedFile,
  SharedIssue,
  SharedOccurrence,
} from '../../model/shared-issue.ts';
import { createRowWriter } from '../csv/rows.ts';
import type { TextFormat } from '../format.ts';

/** Names and order are part of the contract: new columns only at the end. */
export const RAW_COLUMNS = [
  'issue_key',
  'issue_id',
  'ledger',
  'entry_n',
  'capture_id',
  'at',
  'recorded_at',
  'zone',
  'offset_min',
  'certainty',
  'issue_title',
  'description',
  'impact',
  'urgency',
  'priority',
  'labels',
  'trashed',
  'tickets',
  'first_reported_at',
  'reported_after_ms',
  'url',
  'host',
  'page_title',
  'page_state',
  'http_status',
  'via',
  'requests_failed',
  'requests_slow',
  'requests_seen',
  'findings',
  'picture_file',
  'picture_sha256',
  'picture_missing',
  'browser',
  'browser_version',
  'os',
  'os_version',
  'masked_total',
  'system_name',
  'pointed_at',
  'picture_caption',
  'added_pictures',
  'files',
] as const;

function requestCount(of: SharedOccurrence, problem: 'failed' | 'slow'): number | '' {
  return of.evidence.state === 'present'
    ? of.evidence.requests.filter((one) => one.problem === problem).length
    : '';
}

function rowOf(issue: SharedIssue, of: SharedOccurrence): (string | number)[] {
  const { picture, page, environment: env } = of;
  const gone =
    picture.state === 'missing' ? picture.reason : picture.state === 'present' ? '' : picture.state;
  return [
    issue.key,
    issue.id,
    of.entry.ledger,
    of.entry.n,
    of.captureId,
    of.at,
    of.recordedAt,
    of.zone,
    of.offsetMin,
    of.certainty,
    issue.title,
    issue.description,
    issue.impact ?? '',
    issue.urgency ?? '',
    issue.priority ?? '',
    JSON.stringify(issue.labels ?? []),
    issue.trashed ? 'true' : 'false',
    JSON.stringify(issue.tickets),
    issue.firstReportedAt ?? '',
    issue.reportedAfterMs ?? '',
    page.url ?? '',
    page.host ?? '',
    page.title,
    page.state,
    page.httpStatus ?? '',
    of.via,
    requestCount(of, 'failed'),
    requestCount(of, 'slow'),
    of.evidence.state === 'present' ? of.evidence.requestsSeen : '',
    JSON.stringify(of.findings ?? []),
    picture.state === 'present' ? picture.file : '',
    'sha256' in picture ? picture.sha256 : '',
    gone,
    env?.browser ?? '',
    env?.browserVersion ?? '',
    env?.os ?? '',
    env?.osVersion ?? '',
    of.masked.total,
    of.systemName ?? '',
    of.pointedAt === undefined ? '' : JSON.stringify(of.pointedAt),
    picture.state === 'present' ? (picture.caption ?? '') : '',
    JSON.stringify(issue.pictures.filter((one) => belongs(one.captureId, issue, of)).map(pictureOf)),
    JSON.stringify(issue.files.filter((one) => belongs(one.captureId, issue, of)).map(fileOf)),
  ];
}

/** What belongs to the issue as a whole stands with its first occurrence. */
function belongs(captureId: string | null, issue: SharedIssue, of: SharedOccurrence): boolean {
  const known = issue.occurrences.some((one) => one.captureId === captureId);
  return known ? captureId === of.captureId : of === issue.occurrences[0];
}

function pictureOf({ via, picture }: SharedAddedPicture) {
  if (picture.state !== 'present') return { via, state: picture.state };
  const { file, sha256, caption = '' } = picture;
  return { via, file, sha256, caption };
}

function fileOf({ via, kind, caption, file: of }: SharedFile) {
  if (of.state !== 'present') return { via, kind, state: of.state };
  const { file, name, sha256, bytes, mime, masked } = of;
  return { via, kind, file, name, sha256, bytes, mime, masked, caption };
}

/** The table for programs: one row per occurrence, texts exactly as stored, nothing guarded. */
export const csvRaw: TextFormat = {
  id: 'csv-raw',
  extension: 'raw.csv',
  mime: 'text/csv',
  fileInZip: 'issues-raw.csv',
  pictures: 'nowhere',
  async open({ out }) {
    const { default: papa } = await import('papaparse');
    const rows = createRowWriter(papa, ',', out.write);
    rows.add(RAW_COLUMNS);
    return {
      issue(issue) {
        for (const one of issue.occurrences) rows.add(rowOf(issue, one));
      },
      end: rows.flush,
    };
  },
};
