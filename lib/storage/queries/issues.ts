import type { Issue } from '../../domain/issue/issue.ts';
import type { CaptureId, IssueId, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { Damage } from '../quarantine.ts';
import { closeGroups, membersOf, placesOf, regroup, sizeOf } from '../places.ts';
import { foldRows, headsOf, visible } from '../read-entries.ts';
import { MANY_FROM } from '../rows-of-many.ts';
import type { IssueWithLines } from '../types/issue-reading.ts';
import type { ChainLine, EntryLine } from '../types/ledger.ts';
import { activeTables, type Database, type EntryRow } from '../tables.ts';

/** The issue that an id is shown as, and the visible lines of its whole group. */
type Found = Readonly<{ root: IssueId; rows: readonly EntryRow[] }>;

/** In one transaction: a lookup of its own for each issue costs several times as much. */
async function findGroups(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<Found[]> {
  const { dexie, t } = db;
  const again = [t.a.again, t.b.again].flatMap((one) => (one === null ? [] : [one.places]));
  // One index range each: a single cursor over all of them would stop at every row.
  const linesOf = (issues: readonly IssueId[]): Promise<EntryRow[][]> =>
    Promise.all(issues.map((id) => t.entries.where('issueId').equals(id).toArray()));
  return dexie.transaction('r', [t.ledgers, t.entries, t.meta, ...again], async () => {
    // Every change moves the head of a ledger: by these a live query sees what is read past it, or not at all.
    const [ledgers, active, inA, inB, own] = await Promise.all([
      t.ledgers.toArray(),
      t.meta.get('active'),
      placesOf(t.a, ids),
      placesOf(t.b, ids),
      linesOf(ids),
    ]);
    const isB = active?.key === 'active' && active.generation === 'b';
    const heads = headsOf(ledgers);
    const places = new Map((isB ? inB : inA).map(({ id, root }) => [id, root]));
    const lines = new Map(ids.map((id, i) => [id, visible(own[i] ?? [], heads)]));
    const gen = isB ? t.b : t.a;
    const roots = [...new Set(places.values())];
    const sizes = await Promise.all(roots.map((root) => sizeOf(gen, root)));
    const large = roots.filter((_, i) => (sizes[i] ?? 0) >= MANY_FROM);
    const members = await membersOf(
      gen,
      roots.filter((root) => !large.includes(root)),
    );
    const further = members.flatMap(({ id }) => (lines.has(id) ? [] : [id]));
    const more = await linesOf(further);
    further.forEach((id, i) => lines.set(id, visible(more[i] ?? [], heads)));
    const groups = new Map<IssueId, EntryRow[]>();
    for (const { root } of members) groups.set(root, []);
    for (const { id, root } of members) groups.get(root)?.push(...(lines.get(id) ?? []));
    const bands = new Map<IssueId, readonly EntryRow[]>();
    for (const root of large) {
      const closed = await closeGroups(db, gen, [root], heads, { ledgers });
      bands.set(root, regroup(closed.ids, closed.rows, damaged).lines.get(root) ?? []);
    }
    return ids.map((id) => {
      const root = places.get(id);
      return {
        root: root ?? id,
        rows: (root && (bands.get(root) ?? groups.get(root))) ?? lines.get(id) ?? [],
      };
    });
  });
}

export async function readIssue(
  db: Database,
  id: IssueId,
  damaged: (damage: Damage) => void,
): Promise<Issue | null> {
  const [issue = null] = await readIssues(db, [id], damaged);
  return issue;
}

/** One reading for both, because of an issue that happened a thousand times it takes a while. */
export async function readIssueWithLines(
  db: Database,
  id: IssueId,
  damaged: (damage: Damage) => void,
): Promise<IssueWithLines> {
  const [found] = await findGroups(db, [id], damaged);
  if (found === undefined) return { issue: null, lines: [] };
  return { issue: foldRows(found.root, found.rows, damaged), lines: found.rows.map(entryLine) };
}

/** In the order of the ids; members of one group are the same issue. */
export async function readIssues(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<(Issue | null)[]> {
  const folded = new Map<IssueId, Issue | null>();
  return (await findGroups(db, ids, damaged)).map(({ root, rows }) => {
    const known = folded.get(root);
    if (known !== undefined) return known;
    const issue = rows.length === 0 ? null : foldRows(root, rows, damaged);
    folded.set(root, issue);
    return issue;
  });
}

export async function findByKey(db: Database, key: string): Promise<IssueId | null> {
  const gen = await activeTables(db);
  const found = await gen.issues.where('v.key').equals(key).first();
  if (found !== undefined) return found.v.id;
  const place = await gen.again?.places.where('key').equals(key).first();
  return place?.root ?? null;
}

export async function findByCapture(db: Database, captureId: CaptureId): Promise<IssueId | null> {
  const rows = await db.t.entries.where('capture').equals(captureId).toArray();
  const [row] = visible(rows, headsOf(await db.t.ledgers.toArray()));
  return row?.issueId ?? null;
}

export async function readEntriesOf(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<EntryLine[]> {
  const groups = await findGroups(db, ids, damaged);
  return [...new Map(groups.map(({ root, rows }) => [root, rows])).values()]
    .flat()
    .map(entryLine)
    .sort((left, right) =>
      left.ledger < right.ledger ? -1 : left.ledger > right.ledger ? 1 : left.n - right.n,
    );
}

export async function readEntries(
  db: Database,
  ledger: LedgerId,
  fromN: number,
  limit: number,
): Promise<EntryLine[]> {
  const head = await db.t.ledgers.get(ledger);
  if (head === undefined || fromN > head.n) return [];
  const to = Math.min(head.n, fromN + limit - 1);
  const rows = await db.t.entries
    .where('[ledger+n]')
    .between([ledger, fromN], [ledger, to], true, true)
    .toArray();
  return rows.map(entryLine);
}

export async function readChain(
  db: Database,
  ledger: LedgerId,
  fromN: number,
  limit: number,
): Promise<ChainLine[]> {
  const lines = await readEntries(db, ledger, fromN, limit);
  return lines.map(({ n, sha256, link }) => ({ n, sha256, link }));
}

export async function readUsedPictures({ t }: Database): Promise<Sha256Hex[]> {
  // Rows of an unfinished import may be among them; what is listed too much is merely missing.
  const keys = await t.entries.orderBy('picture').uniqueKeys();
  return keys.filter((key) => typeof key === 'string');
}

function entryLine({ capture: _capture, picture: _picture, mark: _mark, ...line }: EntryRow): EntryLine {
  return line;
}
