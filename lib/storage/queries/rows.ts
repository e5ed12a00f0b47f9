import { issueRow } from '../../domain/issue/issue-row.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Damage } from '../quarantine.ts';
import type { ListRow, View } from '../types/log-view.ts';
import { activeTables, type Database, type StoredIssue } from '../tables.ts';
import { direct, directPage, viewKeys } from './view.ts';

type Report = (damage: Damage) => void;

/** Stored rows are an edge: a bad one is set aside, the others load. */
function listRow(stored: StoredIssue | undefined, damaged: Report): ListRow | null {
  if (stored === undefined) return null;
  const parsed = issueRow.safeParse(stored.v);
  if (parsed.success) return { ...parsed.data, row: stored.row };
  const places = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.') || 'row');
  damaged({ where: `issues:${idOf(stored)}`, problem: places.join(', '), raw: stored });
  return null;
}

function idOf(stored: StoredIssue): string {
  const v: unknown = stored.v;
  return typeof v === 'object' && v !== null && 'id' in v && typeof v.id === 'string'
    ? v.id
    : `row ${stored.row}`;
}

export async function readRows(
  db: Database,
  rowNumbers: ArrayLike<number>,
  damaged: Report,
): Promise<(ListRow | null)[]> {
  const gen = await activeTables(db);
  const rows = await gen.issues.bulkGet(Array.from(rowNumbers));
  return rows.map((stored) => listRow(stored, damaged));
}

export async function readRowsOf(
  db: Database,
  ids: readonly IssueId[],
  damaged: Report,
): Promise<(ListRow | null)[]> {
  const gen = await activeTables(db);
  const rows = await gen.issues
    .where('v.id')
    .anyOf([...ids])
    .toArray();
  const byId = new Map(rows.map((stored) => [stored.v.id, stored]));
  return ids.map((id) => listRow(byId.get(id), damaged));
}

export async function readPage(
  db: Database,
  view: View,
  { offset = 0, limit }: Readonly<{ offset?: number; limit: number }>,
  damaged: Report,
): Promise<(ListRow | null)[]> {
  const gen = await activeTables(db);
  const collection = direct(gen, view);
  const numbers = collection === null ? await directPage(gen, view, offset, limit) : null;
  const rows =
    collection === null
      ? await gen.issues.bulkGet(
          numbers ?? Array.from((await viewKeys(gen, view)).subarray(offset, offset + limit)),
        )
      : await (offset > 0 ? collection.offset(offset) : collection).limit(limit).toArray();
  return rows.map((stored) => listRow(stored, damaged));
}
