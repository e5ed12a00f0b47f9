import type { EntryOf, NewEntry } from '../domain/ledger/entry.ts';
import { parseEntryText } from '../domain/ledger/complete-entry.ts';
import { namedBytes, type NamedBytes } from '../domain/issue/named-bytes.ts';
import { problem } from './failure.ts';
import { dropUnused } from './pictures.ts';
import type { StoredBlob } from './types/picture.ts';
import type { Database, EntryRow } from './tables.ts';

type Removal = Pick<EntryOf<'picture.original_removed'>, 'issueId' | 'body'>;

export function removalsIn(entries: readonly NewEntry[]): Removal[] {
  return entries.filter((entry) => entry.kind === 'picture.original_removed');
}

const MARK = 'removed:';

/** What a removal is found by; the line that named the original has the same mark for what it names. */
export function removalMark({ issueId, body }: Removal): string {
  return markOf({ issueId, subject: body.pictureId, sha256: body.original });
}

export function markOf({ issueId, subject, sha256 }: Omit<NamedBytes, 'bytes'>): string {
  return `${MARK}${issueId}:${subject}:${sha256}`;
}

/** A removal whose replacement is not stored would leave nothing to show. Inside the caller's transaction. */
export async function refuseUnreplaced(
  { t }: Database,
  removals: readonly Removal[],
  blobs: readonly StoredBlob[],
): Promise<void> {
  for (const { body } of removals) {
    const { sha256 } = body.replacement;
    if (blobs.some((blob) => blob.sha256 === sha256)) continue;
    if ((await t.blobs.where('sha256').equals(sha256).count()) > 0) continue;
    throw problem('invalid', { paths: ['replacement'] });
  }
}

/**
 * The lines that named these originals name no bytes any more, and bytes that no other line names are deleted. Inside
 * the caller's transaction over pictures. `entitled`: whether the removal may speak for a line.
 */
export async function letOriginalsGo<R extends Removal>(
  db: Database,
  removals: readonly R[],
  entitled: (row: EntryRow, removal: R) => boolean = () => true,
): Promise<void> {
  for (const removal of removals) {
    const { original, replacement } = removal.body;
    if (original === replacement.sha256) continue;
    const rows = await db.t.entries.where('picture').equals(original).toArray();
    const mark = removalMark(removal);
    const free = rows.filter((row) => namingMark(row) === mark && entitled(row, removal));
    if (free.length === 0) continue;
    await db.t.entries.bulkPut(free.map(({ picture: _picture, ...row }) => row));
    await dropUnused(db, [original]);
  }
}

/** The mark a removal of what this line names would have; null when it names nothing. */
export function namingMark(row: Pick<EntryRow, 'json'>): string | null {
  if (row.json === null) return null;
  const parsed = parseEntryText(row.json);
  const named = parsed.ok ? namedBytes(parsed.entry) : null;
  return named === null ? null : markOf(named);
}

/** Every removal that is written in the log, of whatever ledger. */
export async function storedRemovals({
  t,
}: Database): Promise<readonly (Removal & Pick<EntryRow, 'ledger' | 'n'>)[]> {
  const rows = await t.entries.where('mark').startsWith(MARK).toArray();
  return rows.flatMap(({ ledger, n, json }) => {
    const parsed = json === null ? null : parseEntryText(json);
    if (parsed?.ok !== true || parsed.entry.kind !== 'picture.original_removed') return [];
    return [{ issueId: parsed.entry.issueId, body: parsed.entry.body, ledger, n }];
  });
}
