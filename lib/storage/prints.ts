import type { Issue } from '../domain/issue/issue.ts';
import { type Print, PRINT_EDITION, printOf } from '../domain/issue/print.ts';
import { printKeys } from '../domain/issue/print-keys.ts';
import { readTotals } from './counters.ts';
import { closeGroups, regroup } from './places.ts';
import type { Damage } from './quarantine.ts';
import { foldRows, headsOf } from './read-entries.ts';
import {
  activeTables,
  type Database,
  type GenTables,
  type PrintRow,
  type StoredIssue,
  type Unprinted,
  write,
} from './tables.ts';

/** Says which edition the prints of a generation are of. */
export const EDITION: Unprinted = { row: -1, to: PRINT_EDITION };

/** Issues printed per transaction: a capture waits for no more than that. */
const BATCH = 50;

/** `print`: of the issue, where it has been made already. */
export type Printable = Readonly<{ stored: StoredIssue; issue: Issue; print?: Print | undefined }>;

/** In the trash nothing is suggested. */
function printRow({ stored: { row, r, t }, issue, print }: Printable): PrintRow[] {
  if (t === 1) return [];
  const v = print ?? printOf(issue);
  return [{ r, row, id: issue.id, keys: printKeys(v), v }];
}

/**
 * Notes whose prints are to be made anew; `now` makes them at once. What is gone leaves nothing, nor do the changed
 * ones with `wipe`; only those of `present`, rows that were in the log before, can have left something. Inside the caller's transaction.
 */
export async function changePrints(
  { again }: GenTables,
  changed: readonly Printable[],
  gone: readonly number[],
  { now, wipe, present }: Readonly<{ now: boolean; wipe: boolean; present: readonly number[] }>,
): Promise<void> {
  if (again === null) return;
  const { prints, unprinted } = again;
  const rows = changed.map(({ stored }) => stored.row);
  const stale = now || wipe ? present : gone;
  if (stale.length > 0) {
    await Promise.all([prints, unprinted].map((table) => table.where('row').anyOf(stale).delete()));
  }
  await Promise.all([
    now ? prints.bulkPut(changed.flatMap(printRow)) : null,
    !now && rows.length > 0 ? unprinted.bulkPut(rows.map((row) => ({ row }))) : null,
  ]);
}

/**
 * Makes some of the prints that wait, newest first; false when no more wait. `old`: then also those of issues that have
 * none of this edition yet.
 */
function makePrints(db: Database, damaged: (damage: Damage) => void, old: boolean): Promise<boolean> {
  return write(db, null, async () => {
    const gen = await activeTables(db);
    if (gen.again === null) return false;
    const { prints, unprinted } = gen.again;
    const fresh = await unprinted.where('row').above(0).reverse().limit(BATCH).toArray();
    const range = fresh.length === 0 && old ? await rangeOf(gen, gen.again) : undefined;
    const rows = range === undefined ? fresh.map(({ row }) => row) : lastOf(range);
    if (rows.length === 0) return false;
    const stored = (await gen.issues.bulkGet(rows)).filter((one) => one !== undefined);
    const ids = stored.map(({ v }) => v.id);
    const ledgers = await db.t.ledgers.toArray();
    const closed = await closeGroups(db, gen, ids, headsOf(ledgers), ledgers);
    const { lines, parsed } = regroup(closed.ids, closed.rows, damaged);
    const made = stored.flatMap((one): Printable[] => {
      const issue = foldRows(one.v.id, lines.get(one.v.id) ?? [], damaged, parsed);
      return issue === null ? [] : [{ stored: one, issue }];
    });
    await prints.where('row').anyOf(rows).delete();
    await Promise.all([
      prints.bulkPut(made.flatMap(printRow)),
      range === undefined ? unprinted.bulkDelete(rows) : leave(gen.again, range, rows),
    ]);
    return old || fresh.length === BATCH;
  });
}

/** The issues whose prints are missing or of another edition. */
async function rangeOf(
  gen: GenTables,
  { unprinted }: NonNullable<GenTables['again']>,
): Promise<Unprinted | undefined> {
  if ((await unprinted.get(EDITION.row))?.to === EDITION.to) return unprinted.get(0);
  const range = { row: 0, to: (await readTotals(gen)).nextRow - 1 };
  await unprinted.bulkPut([EDITION, range]);
  return range;
}

function lastOf({ to = 0 }: Unprinted): number[] {
  return Array.from({ length: Math.min(BATCH, to) }, (_, i) => to - i);
}

async function leave(
  { unprinted }: NonNullable<GenTables['again']>,
  range: Unprinted,
  done: readonly number[],
): Promise<void> {
  const to = (range.to ?? 0) - done.length;
  if (to > 0) await unprinted.put({ row: 0, to });
  else await unprinted.delete(0);
}

export type Printer = Readonly<{
  /** Something was appended: its prints are made in a moment. What fails then is made after a later append. */
  start(): void;
  /** Makes what waits now; it is made afterwards, or cannot be. */
  fresh(): Promise<void>;
  settled(): Promise<void>;
}>;

type PrinterDeps = Readonly<{
  /** Runs it on the open database; rejects where there is none that can be written. */
  run(work: (db: Database) => Promise<boolean>): Promise<boolean>;
  damaged(damage: Damage): void;
}>;

/** Who recorded something asks at once what else it may be: that goes first. */
const AFTER_MS = 300;

/** Makes prints after appends, off their path. */
export function createPrinter({ run, damaged }: PrinterDeps): Printer {
  let waiting = false;
  let fresh: Promise<void> | null = null;
  let old: Promise<void> | null = null;
  let wanted = false;
  let complete = false;

  const drainFresh = async (): Promise<void> => {
    while (wanted) {
      wanted = false;
      // A full disk or a closed database: the marks stay, and the next start finds them.
      while (await run((db) => makePrints(db, damaged, false)).catch(() => false));
    }
    fresh = null;
    if (!complete) old ??= drainOld();
  };
  const drainOld = async (): Promise<void> => {
    try {
      while (await run((db) => makePrints(db, damaged, true)));
      complete = true;
    } catch {
      // As above.
    }
    old = null;
  };
  const now = async (): Promise<void> => {
    if (wanted) fresh ??= drainFresh();
    await fresh;
  };
  return {
    start: () => {
      wanted = true;
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        void now();
      }, AFTER_MS);
    },
    fresh: () => {
      wanted = true;
      return now();
    },
    settled: async () => {
      await now();
      await old;
    },
  };
}
