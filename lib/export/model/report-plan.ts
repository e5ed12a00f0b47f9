import type { Instant, IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { FieldGroup } from './choices.ts';
import type { SharedFile, SharedIssue, SharedPicture } from './shared-issue.ts';

/** A picture that goes out, as listed in the preview. */
export type PlannedPicture = Readonly<{
  /** Of the capture, or of the added evidence. */
  id: string;
  file: string;
  sha256: Sha256Hex;
  bytes: number;
  mime: string;
  width: number;
  height: number;
}>;

/** A file that goes out as it is stored, only in the ZIP export. */
export type PlannedFile = Readonly<{
  id: string;
  file: string;
  name: string;
  kind: SharedFile['kind'];
  sha256: Sha256Hex;
  bytes: number;
  /** Secrets masked in it; null: nobody could look for any. */
  masked: number | null;
}>;

/** One issue of the preview; small, so that a hundred thousand of them can be held. */
export type ReportRow = Readonly<{
  id: IssueId;
  key: string;
  title: string;
  host: string | null;
  firstAt: Instant;
  lastAt: Instant;
  offsetMin: number;
  occurrences: number;
  priority: number | null;
  firstReportedAt: Instant | null;
  reportedAfterMs: number | null;
  pictures: readonly PlannedPicture[];
  files: readonly PlannedFile[];
  /** Hashes of pictures and files that can no longer be read. */
  lost: readonly Sha256Hex[];
  masked: Readonly<Record<string, number>>;
  /** Groups of fields that stay behind and that this issue has something of. */
  leftOut: readonly FieldGroup[];
  /** Size of what is shared of it, as JSON: the base of every estimate. */
  textBytes: number;
  /** `changedAt` and number of entries when it was looked at: whether it is still the same when it is written. */
  seen: string;
}>;

/** Under this name the secrets masked in added files are counted. */
const FILES_RULE = 'added files';

type Present = Extract<SharedPicture, { state: 'present' }>;

function isPresent(picture: SharedPicture): picture is Present {
  return picture.state === 'present';
}

/** @param seen see `ReportRow.seen` @param leftOut see `ReportRow.leftOut` */
export function rowOfShared(issue: SharedIssue, seen: string, leftOut: readonly FieldGroup[]): ReportRow {
  const masked: Record<string, number> = {};
  const pictures: PlannedPicture[] = [];
  const lost: Sha256Hex[] = [];
  const plan = (id: string, picture: SharedPicture): void => {
    if (picture.state === 'lost') lost.push(picture.sha256);
    if (!isPresent(picture)) return;
    const { file, sha256, bytes, mime, width, height } = picture;
    pictures.push({ id, file, sha256, bytes, mime, width, height });
  };
  for (const { captureId, picture, masked: found } of issue.occurrences) {
    for (const [rule, times] of Object.entries(found.rules)) masked[rule] = (masked[rule] ?? 0) + times;
    plan(captureId, picture);
  }
  for (const { evidenceId, picture } of issue.pictures) plan(evidenceId, picture);
  const files = issue.files.flatMap(({ evidenceId: id, kind, file: of }): PlannedFile[] => {
    if (of.state === 'lost') lost.push(of.sha256);
    if (of.state !== 'present') return [];
    const { file, name, sha256, bytes } = of;
    if (of.masked !== null && of.masked > 0) masked[FILES_RULE] = (masked[FILES_RULE] ?? 0) + of.masked;
    return [{ id, file, name, kind, sha256, bytes, masked: of.masked }];
  });
  return {
    id: issue.id,
    key: issue.key,
    title: issue.title,
    host: issue.host,
    firstAt: issue.firstAt,
    lastAt: issue.lastAt,
    offsetMin: issue.occurrences[0]?.offsetMin ?? 0,
    occurrences: issue.occurrences.length,
    priority: issue.priority,
    firstReportedAt: issue.firstReportedAt,
    reportedAfterMs: issue.reportedAfterMs,
    pictures,
    files,
    lost,
    masked,
    leftOut,
    textBytes: JSON.stringify(issue).length,
    seen,
  };
}
