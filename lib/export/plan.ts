import type { Issue } from '../domain/issue/issue.ts';
import type { IssueId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { ahead } from './ahead.ts';
import { CHUNK, chunksOf, createPauses } from './chunks.ts';
import type { Choices } from './model/choices.ts';
import { leftOutOf } from './model/left-out.ts';
import { maskPersonal } from './model/mask-personal.ts';
import type { MaskText } from './model/mask-personal.ts';
import { rowOfShared } from './model/report-plan.ts';
import type { ReportRow } from './model/report-plan.ts';
import { shareIssue } from './model/share-issue.ts';
import type { Lost } from './model/share-evidence.ts';
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

/** Those of the pictures that can be read, by hash. */
export async function readablePictures(
  source: ReportSource,
  hashes: readonly Sha256Hex[],
): Promise<ReadonlyMap<Sha256Hex, PictureBytes>> {
  const wanted = [...new Set(hashes)];
  const found = wanted.length > 0 ? await source.pictures(wanted) : [];
  return new Map(
    wanted.flatMap((sha256, index) => {
      const bytes = found[index];
      return bytes && bytes.blob.size === bytes.bytes ? [[sha256, bytes] as const] : [];
    }),
  );
}

/** Up to so many issues, the preview also finds out which pictures can no longer be read. */
const LOOK_AT_PICTURES = 5000;
const NOTHING_LOST: Lost = new Set();

function bytesOf(issue: Issue): Sha256Hex[] {
  return [
    ...issue.pictures.map(({ picture }) => picture.sha256),
    ...issue.files.map(({ file }) => file.sha256),
  ];
}

type Looked = Readonly<{ issue: Issue; lost: Lost }>;

async function look(source: ReportSource, ids: readonly IssueId[], pictures: boolean): Promise<Looked[]> {
  const issues = (await source.issues(ids)).filter((issue) => issue !== null);
  if (!pictures) return issues.map((issue) => ({ issue, lost: NOTHING_LOST }));
  const readable = await readablePictures(source, issues.flatMap(bytesOf));
  return issues.map((issue) => ({
    issue,
    lost: new Set(bytesOf(issue).filter((sha256) => !readable.has(sha256))),
  }));
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
  const pictures = ids.length <= LOOK_AT_PICTURES && !sharing.choices.groups.has('pictures');
  const pause = createPauses();
  for await (const looked of ahead(chunksOf(ids), 2, (some) => look(source, some, pictures))) {
    for (const { issue, lost } of looked) {
      await pause();
      signal?.throwIfAborted();
      rows.push(rowOfShared(sharedAs(issue, all, lost), seenOf(issue), leftOutOf(issue, all.choices.groups)));
    }
    done = Math.min(done + CHUNK, ids.length);
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
    // `pictures/K7-0042-1.jpg`, `files/K7-0042-1-server.log`: behind the key.
    const marked = <T extends { file: string }>(one: T): T => ({
      ...one,
      file: one.file.replace(/^([a-z]+\/[A-Za-z0-9]+-\d+)-/, `$1-${mark}-`),
    });
    return { ...row, pictures: row.pictures.map(marked), files: row.files.map(marked) };
  });
}

/** Pictures and files by the names that the preview gave them. */
export function namedAs(row: ReportRow, issue: SharedIssue): SharedIssue {
  const names = new Map([...row.pictures, ...row.files].map((one) => [one.id, one.file]));
  const named = <S extends { state: string }>(id: string, of: S): S => {
    const file = names.get(id);
    return file === undefined || of.state !== 'present' ? of : { ...of, file };
  };
  return {
    ...issue,
    occurrences: issue.occurrences.map((one) => ({ ...one, picture: named(one.captureId, one.picture) })),
    pictures: issue.pictures.map((one) => ({ ...one, picture: named(one.evidenceId, one.picture) })),
    files: issue.files.map((one) => ({ ...one, file: named(one.evidenceId, one.file) })),
  };
}
