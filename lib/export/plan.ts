import type { Issue } from '../domain/issue/issue.ts';
import type { IssueId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { ahead } from './ahead.ts';
import type { Choices } from './model/choices.ts';
import { maskPersonal } from './model/mask-personal.ts';
import type { MaskText } from './model/mask-personal.ts';
import { rowOfShared } from './model/report-plan.ts';
import type { ReportRow } from './model/report-plan.ts';
import { shareIssue } from './model/share-issue.ts';
import type { Lost } from './model/share-issue.ts';
import type { SharedIssue } from './model/shared-issue.ts';
import type { PictureBytes, ReportSource, Work } from './source.ts';

/** `null` leaves personal data as it is. */
export type Sharing = Readonly<{ choices: Choices; mask: MaskText | null }>;

/** Whether an issue is still as it was shown in the preview. */
export function seenOf(issue: Issue): string {
  return `${issue.changedAt} ${issue.entries.length} ${issue.erasedCount}`;
}

/** The issue exactly as it goes out. */
export function sharedAs(issue: Issue, { choices, mask }: Sharing, lost?: Lost): SharedIssue {
  const shared = shareIssue(issue, choices, lost);
  return mask ? maskPersonal(shared, mask) : shared;
}

/** The bytes of a picture; a source gives only what it could really read from. */
export async function readablePicture(source: ReportSource, sha256: Sha256Hex): Promise<PictureBytes | null> {
  try {
    const found = await source.picture(sha256);
    return found && found.blob.size === found.bytes ? found : null;
  } catch {
    return null; // One lost file must not cost the rest.
  }
}

/** Up to so many issues, the preview also finds out which pictures can no longer be read. */
const LOOK_AT_PICTURES = 5000;
const NOTHING_LOST: Lost = new Set();

async function lostOf(source: ReportSource, issue: Issue): Promise<Lost> {
  const lost = new Set<Sha256Hex>();
  for (const { body } of issue.occurrences) {
    if (body.picture.state !== 'present') continue;
    const { sha256 } = body.picture;
    if ((await readablePicture(source, sha256)) === null) lost.add(sha256);
  }
  return lost;
}

/**
 * Looks at every selected issue and lists what would go out. Issues and pictures that were taken out one by one are
 * still listed, so that they can be put back; whole groups are applied.
 */
export async function planReport(
  source: ReportSource,
  ids: readonly IssueId[],
  sharing: Sharing,
  { signal, onProgress }: Work,
): Promise<ReportRow[]> {
  const all: Sharing = {
    ...sharing,
    choices: { ...sharing.choices, issues: new Set(), pictures: new Set() },
  };
  const rows: ReportRow[] = [];
  let done = 0;
  const look = ids.length <= LOOK_AT_PICTURES && !sharing.choices.groups.has('pictures');
  const load = async (id: IssueId) => {
    const issue = await source.issue(id);
    return { issue, lost: issue && look ? await lostOf(source, issue) : NOTHING_LOST };
  };
  for await (const { issue, lost } of ahead(ids, 8, load)) {
    signal?.throwIfAborted();
    if (issue) rows.push(rowOfShared(sharedAs(issue, all, lost), seenOf(issue)));
    done += 1;
    onProgress?.({ done, total: ids.length, what: 'issues' });
  }
  return withOwnFiles(rows);
}

/** Keys are unique within a ledger; two ledgers may share a code. Their pictures then carry the end of the issue's id. */
function withOwnFiles(rows: readonly ReportRow[]): ReportRow[] {
  const times = new Map<string, number>();
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  return rows.map((row) => {
    if (times.get(row.key) === 1) return row;
    const mark = row.id.slice(-6);
    const pictures = row.pictures.map((one) => ({
      ...one,
      file: one.file.replace(/(-\d+\.[a-z]+)$/, `-${mark}$1`),
    }));
    return { ...row, pictures };
  });
}

/** Pictures by the names that the preview gave them. */
export function namedAs(row: ReportRow, issue: SharedIssue): SharedIssue {
  const files = new Map<string, string>(row.pictures.map((one) => [one.captureId, one.file]));
  const occurrences = issue.occurrences.map((one) => {
    const file = files.get(one.captureId);
    return file === undefined || one.picture.state !== 'present'
      ? one
      : { ...one, picture: { ...one.picture, file } };
  });
  return { ...issue, occurrences };
}
