import type { Issue } from '../../domain/issue/issue.ts';
import type { CaptureId, IssueId, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { Damage } from '../quarantine.ts';
import { closeGroups, type Regrouped, regroup } from '../places.ts';
import { foldRows, headsOf, visible } from '../read-entries.ts';
import type { IssueWithLines } from '../types/issue-reading.ts';
import type { ChainLine, EntryLine } from '../types/ledger.ts';
import { activeTables, type Database, type EntryRow } from '../tables.ts';

/** The issue that an id is shown as, and the visible lines of its whole group. */
type Found = Readonly<{ root: IssueId; rows: readonly EntryRow[]; parsed: Regrouped['parsed'] }>;

/** In one transaction: a lookup of its own for each issue costs several times as much. */
async function findGroups(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<Found[]> {
  const { dexie, t } = db;
  const again = [t.a.again, t.b.again].flatMap((one) => (one === null ? [] : [one.places]));
  // Setting something aside is a write of its own, which cannot begin within a reading.
  const found: Damage[] = [];
  const read = await dexie.transaction('r', [t.ledgers, t.entries, t.meta, ...again], async () => {
    // Every change moves the head of a ledger: by these a live query sees what is read past it, or not at all.
    const [ledgers, gen] = await Promise.all([t.ledgers.toArray(), activeTables(db)]);
    const closed = await closeGroups(db, gen, ids, headsOf(ledgers), ledgers);
    const { lines, parsed, groups } = regroup(closed.ids, closed.rows, (one) => found.push(one));
    return ids.map((id) => {
      const root = groups.rootOf.get(id) ?? id;
      return { root, rows: lines.get(root) ?? [], parsed };
    });
  });
  for (const one of found) damaged(one);
  return read;
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
  return { issue: foldRows(found.root, found.rows, damaged, found.parsed), lines: found.rows.map(entryLine) };
}

/** In the order of the ids; members of one group are the same issue. */
export async function readIssues(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<(Issue | null)[]> {
  const folded = new Map<IssueId, Issue | null>();
  return (await findGroups(db, ids, damaged)).map(({ root, rows, parsed }) => {
    const known = folded.get(root);
    if (known !== undefined) return known;
    const issue = rows.length === 0 ? null : foldRows(root, rows, damaged, parsed);
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
  if ((await t.meta.get('job')) === undefined) {
    const keys = await t.entries.orderBy('picture').uniqueKeys();
    return keys.filter((key) => typeof key === 'string');
  }
  // Lines of an unfinished import may be among them, which are not there for anybody.
  const heads = headsOf(await t.ledgers.toArray());
  const used = new Set<Sha256Hex>();
  await t.entries.orderBy('picture').eachKey((key, { primaryKey: [ledger, n] }) => {
    if (typeof key === 'string' && n <= (heads.get(ledger) ?? 0)) used.add(key);
  });
  return [...used];
}

function entryLine(row: EntryRow): EntryLine {
  const { capture: _capture, picture: _picture, mark: _mark, filledBy: _by, ...line } = row;
  return line;
}
