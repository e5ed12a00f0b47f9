import type { Issue } from '../../domain/issue/issue.ts';
import type { CaptureId, IssueId, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { Damage } from '../quarantine.ts';
import { foldRows, headsOf, visible } from '../read-entries.ts';
import type { ChainLine, EntryLine } from '../store-types.ts';
import { activeTables, type Database, type EntryRow } from '../tables.ts';

async function linesOf({ t }: Database, ids: readonly IssueId[]): Promise<EntryRow[]> {
  const [ledgers, rows] = await Promise.all([
    t.ledgers.toArray(),
    t.entries
      .where('issueId')
      .anyOf([...ids])
      .toArray(),
  ]);
  return visible(rows, headsOf(ledgers));
}

export async function readIssue(
  db: Database,
  id: IssueId,
  damaged: (damage: Damage) => void,
): Promise<Issue | null> {
  const rows = await linesOf(db, [id]);
  return rows.length === 0 ? null : foldRows(rows, damaged);
}

/** As `readIssue`, in one transaction: a lookup of its own for each issue costs several times as much. */
export async function readIssues(
  db: Database,
  ids: readonly IssueId[],
  damaged: (damage: Damage) => void,
): Promise<(Issue | null)[]> {
  const { dexie, t } = db;
  const { heads, found } = await dexie.transaction('r', t.ledgers, t.entries, async () => {
    // One index range each: a single cursor over all of them would stop at every row.
    const [ledgers, ...rows] = await Promise.all([
      t.ledgers.toArray(),
      ...ids.map((id) => t.entries.where('issueId').equals(id).toArray()),
    ]);
    return { heads: headsOf(ledgers), found: rows };
  });
  return found.map((rows) => {
    const lines = visible(rows, heads);
    return lines.length === 0 ? null : foldRows(lines, damaged);
  });
}

export async function findByKey(db: Database, key: string): Promise<IssueId | null> {
  const gen = await activeTables(db);
  const found = await gen.issues.where('v.key').equals(key).first();
  return found?.v.id ?? null;
}

export async function findByCapture(db: Database, captureId: CaptureId): Promise<IssueId | null> {
  const rows = await db.t.entries.where('capture').equals(captureId).toArray();
  const [row] = visible(rows, headsOf(await db.t.ledgers.toArray()));
  return row?.issueId ?? null;
}

export async function readEntriesOf(db: Database, ids: readonly IssueId[]): Promise<EntryLine[]> {
  const rows = await linesOf(db, ids);
  return rows
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
