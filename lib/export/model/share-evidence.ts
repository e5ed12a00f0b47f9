import type { Issue } from '../../domain/issue/issue.ts';
import type { FileKind } from '../../domain/issue/evidence-bodies.ts';
import type { IssuePicture } from '../../domain/issue/issue-evidence.ts';
import type { EntryOf } from '../../domain/ledger/entry.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { sharedAddress } from './address.ts';
import type { AddressRule } from './address.ts';
import type { Choices } from './choices.ts';
import { momentOf } from './moment.ts';
import { filePath, pictureFile } from './picture-file.ts';
import type { SharedAddedPicture, SharedFile, SharedPicture } from './shared-issue.ts';

/** Pictures and files whose bytes turned out to be unreadable. */
export type Lost = ReadonlySet<Sha256Hex>;
type Rules = Readonly<{ choices: Choices; lost: Lost }>;

/** Whether Casebook looks for secrets in such a file before it is stored. */
export function isSearched(kind: FileKind): boolean {
  return kind === 'text' || kind === 'mail' || kind === 'har';
}

function sharedAs(
  { pictureId, picture, caption }: IssuePicture,
  key: string,
  number: number,
  { choices, lost }: Rules,
): SharedPicture {
  if (choices.groups.has('pictures') || choices.pictures.has(pictureId)) return { state: 'left-out' };
  if (lost.has(picture.sha256)) return { state: 'lost', sha256: picture.sha256 };
  const { crc32: _crc32, ...rest } = picture;
  const file = pictureFile(key, number, picture.mime);
  return { ...rest, file, ...(caption === '' ? {} : { caption }) };
}

/** The picture of a click, as it stands now: what replaced it, if its original was removed. */
export function shareClick(
  issue: Issue,
  index: number,
  { body }: EntryOf<'occurrence.captured'>,
  rules: Rules,
): SharedPicture {
  if (body.picture.state === 'missing') return body.picture;
  const now = issue.pictures.find(({ pictureId }) => pictureId === body.captureId);
  return now === undefined ? { state: 'left-out' } : sharedAs(now, issue.key, index + 1, rules);
}

type AddedEntry = EntryOf<'evidence.added'>;

function addedEntries(issue: Issue): ReadonlyMap<string, AddedEntry> {
  const entries = issue.entries.filter((entry): entry is AddedEntry => entry.kind === 'evidence.added');
  return new Map(entries.map((entry) => [entry.body.evidenceId, entry]));
}

export function shareAddedPictures(issue: Issue, rule: AddressRule, rules: Rules): SharedAddedPicture[] {
  const entries = addedEntries(issue);
  let number = issue.occurrences.length;
  return issue.pictures.flatMap((one): SharedAddedPicture[] => {
    const { evidenceId, captureId, via } = one;
    const entry = evidenceId === null ? undefined : entries.get(evidenceId);
    if (evidenceId === null || entry === undefined) return [];
    number += 1;
    const url = one.url === null ? null : sharedAddress(one.url, rule);
    const picture = sharedAs(one, issue.key, number, rules);
    return [{ ...momentOf(entry), evidenceId, captureId, via, url, picture }];
  });
}

export function shareFiles(issue: Issue, { choices, lost }: Rules): SharedFile[] {
  const entries = addedEntries(issue);
  return issue.files.flatMap(({ evidenceId, captureId, via, caption, file }, index): SharedFile[] => {
    const entry = entries.get(evidenceId);
    if (entry === undefined) return [];
    const { sha256, bytes, mime, kind, name } = file;
    const facts = { ...momentOf(entry), evidenceId, captureId, via, kind };
    const groupOut =
      choices.groups.has('files') || (choices.groups.has('unsearched-files') && !isSearched(kind));
    if (groupOut || choices.pictures.has(evidenceId))
      return [{ ...facts, caption: '', file: { state: 'left-out' } }];
    if (lost.has(sha256)) return [{ ...facts, caption, file: { state: 'lost', sha256 } }];
    const path = filePath(issue.key, index + 1, file);
    const masked = isSearched(kind) ? (entry.body.masked ?? 0) : null;
    return [{ ...facts, caption, file: { state: 'present', file: path, name, sha256, bytes, mime, masked } }];
  });
}
