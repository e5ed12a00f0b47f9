import { concernedBy, digestOf, mayFit, type Concerned } from '../../domain/accountability/concerned.ts';
import type { IssueId, LedgerId } from '../../domain/ledger/primitives.ts';
import { createBreath } from '../breath.ts';
import { HOST, readTotals } from '../counters.ts';
import { problem, throwIfAborted } from '../failure.ts';
import type { Machine } from '../ledger-writer.ts';
import { newUuid } from '../ledger-writer.ts';
import { pointsAt } from '../places.ts';
import type { Damage } from '../quarantine.ts';
import { readIssues } from '../queries/issues.ts';
import type { ProgressOptions } from '../types/progress.ts';
import type { AccountTables, Marker } from './tables.ts';
import { activeTables, type Database, type GenTables } from '../tables.ts';
import { changeRows, readMarker, type RowChange } from './change-rows.ts';
import { accountOfIssue, EDITION, renewed, type Making } from './make-row.ts';

/** Issues folded and written at a time: the screen, and other windows, wait for no more than that. */
const BATCH = 100;
/** Accounts made anew from what they were made of, at a time. */
const RENEW_BATCH = 200;
/** Lines of a ledger looked at a time. */
const LINES = 1000;

export type FollowOptions = Making & ProgressOptions;

type Work = Readonly<{
  db: Database;
  gen: GenTables;
  tables: AccountTables;
  token: string;
  options: FollowOptions;
  damaged: (damage: Damage) => void;
  breathe: () => Promise<void>;
}>;

/** Not of the ledgers: a capture that comes meanwhile does not wait for it. */
function commit({ db, tables, token }: Work, change: RowChange): Promise<boolean> {
  return Promise.resolve(
    db.dexie.transaction('rw', [tables.rows, tables.notes], async () => changeRows(tables, token, change)),
  );
}

/** Folds these issues and makes their accounts; what is shown as another issue, or in the trash, has none. */
async function account(work: Work, ids: readonly IssueId[], marker: Partial<Marker>): Promise<void> {
  while (!(await accountOnce(work, ids, marker)));
}

async function changeOf({ tables }: Work): Promise<number> {
  const marker = await readMarker(tables);
  if (marker === null) throw problem('aborted');
  return marker.change;
}

async function accountOnce(work: Work, ids: readonly IssueId[], marker: Partial<Marker>): Promise<boolean> {
  const { db, gen, options, damaged, breathe } = work;
  const since = await changeOf(work);
  const issues = await readIssues(db, ids, damaged);
  const roots = new Map(issues.flatMap((issue) => (issue === null ? [] : [[issue.id, issue] as const])));
  const found = await gen.issues
    .where('v.id')
    .anyOf([...roots.keys()])
    .toArray();
  const puts: RowChange['puts'][number][] = [];
  for (const { row, r, t, v } of found) {
    const issue = roots.get(v.id);
    if (issue === undefined || t === 1) continue;
    puts.push(accountOfIssue(issue, { row, r }, options));
    await breathe();
  }
  const kept = new Set(puts.map(({ id }) => id));
  const gone = [...new Set([...ids, ...roots.keys()])].filter((id) => !kept.has(id));
  // What became part of another issue had an account of its own before.
  const absorbed = puts.flatMap(({ m = [] }) => m);
  return commit(work, { puts, gone: [...gone, ...absorbed], marker, since });
}

/** The first time: every line of the log, newest first, so that what people look at comes first. */
async function fill(work: Work, marker: Marker): Promise<void> {
  const { gen, options } = work;
  const total = (await readTotals(gen)).nextRow - 1;
  let from = marker.filled ?? 0;
  while (from > 0) {
    throwIfAborted(options.signal);
    const rows = await gen.issues.where('row').belowOrEqual(from).reverse().limit(BATCH).toArray();
    const last = rows.at(-1);
    from = last === undefined ? 0 : last.row - 1;
    const ids = rows.flatMap(({ t, v }) => (t === 1 ? [] : [v.id]));
    await account(work, ids, { filled: from === 0 ? null : from });
    options.onProgress?.(total - from, total);
  }
}

async function linesAfter({ db }: Work, ledger: LedgerId, n: number) {
  const head = (await db.t.ledgers.get(ledger))?.n ?? 0;
  const to = Math.min(head, n + LINES);
  if (to <= n) return { rows: [], to: n, left: 0 };
  const rows = await db.t.entries
    .where('[ledger+n]')
    .between([ledger, n], [ledger, to], false, true)
    .toArray();
  return { rows, to, left: head - to };
}

/** What was written since: the issues that new lines are about, and those they belong to or belonged to. */
async function followLedgers(work: Work): Promise<void> {
  const { db, tables, options } = work;
  for (const { ledger } of await db.t.ledgers.toArray()) {
    for (;;) {
      throwIfAborted(options.signal);
      const marker = await readMarker(tables);
      if (marker === null) throw problem('aborted');
      const { rows, to, left } = await linesAfter(work, ledger, marker.heads[ledger] ?? 0);
      const named = rows.flatMap((row) => (row.issueId === undefined ? [] : [row.issueId, ...pointsAt(row)]));
      const ids = new Set(named);
      if (ids.size > 0) {
        const groups = await tables.rows
          .where('m')
          .anyOf([...ids])
          .toArray();
        for (const { id } of groups) ids.add(id);
      }
      const all = [...ids];
      for (let i = 0; i < all.length; i += BATCH) {
        throwIfAborted(options.signal);
        await account(work, all.slice(i, i + BATCH), {});
      }
      const heads = { ...marker.heads, [ledger]: to };
      if (to > (marker.heads[ledger] ?? 0)) await commit(work, { puts: [], gone: [], marker: { heads } });
      if (left <= 0) break;
    }
  }
}

/** Issues of which a part was purged. */
async function followPurges(work: Work): Promise<void> {
  for (;;) {
    const again = (await readMarker(work.tables))?.again ?? [];
    if (again.length === 0) return;
    const rest = again.slice(BATCH);
    await account(work, again.slice(0, BATCH), { again: rest });
  }
}

/** Rows of the accounts that a changed directory may change. */
async function rowsOf({ gen, tables }: Work, concerned: Concerned): Promise<number[]> {
  const { rows } = tables;
  if (concerned.all) return rows.toCollection().primaryKeys();
  const { providers, systems, hosts, handmade } = concerned;
  const whole = (index: string, value: string) =>
    rows.where(index).between([value, -Infinity], [value, Infinity], true, true).primaryKeys();
  const tallies = await gen.counters.where('key').startsWith(HOST).primaryKeys();
  const fitting = tallies
    .map((key) => key.slice(HOST.length))
    .filter((host) => (host === '' ? handmade : hosts.some((pattern) => mayFit(host, pattern))));
  const found = await Promise.all([
    ...[...providers].map((id) => whole('[p+r]', id)),
    ...[...systems].map((id) => whole('[s+r]', id)),
    ...fitting.map((host) =>
      gen.issues
        .where('[t+v.host+r]')
        .between([0, host, -Infinity], [0, host, Infinity], true, true)
        .primaryKeys(),
    ),
  ]);
  return [...new Set(found.flat())].sort((a, b) => a - b);
}

async function renew(work: Work, rows: readonly number[], onProgress?: ProgressOptions['onProgress']) {
  const { tables, options, breathe } = work;
  for (let i = 0; i < rows.length; i += RENEW_BATCH) {
    throwIfAborted(options.signal);
    for (;;) {
      const since = await changeOf(work);
      const before = await tables.rows.bulkGet(rows.slice(i, i + RENEW_BATCH));
      const puts: RowChange['puts'][number][] = [];
      for (const row of before) {
        if (row === undefined) continue;
        puts.push(renewed(row, options));
        await breathe();
      }
      if (await commit(work, { puts, gone: [], marker: {}, since })) break;
    }
    onProgress?.(Math.min(rows.length, i + RENEW_BATCH), rows.length);
  }
}

async function followDirectory(work: Work): Promise<void> {
  const { tables, options } = work;
  const marker = await readMarker(tables);
  const digest = digestOf(options.directory);
  if (marker === null || JSON.stringify(marker.digest) === JSON.stringify(digest)) return;
  const rows = await rowsOf(work, concernedBy(marker.digest, digest));
  await renew(work, rows, options.onProgress);
  await commit(work, { puts: [], gone: [], marker: { digest } });
}

/** What time alone has changed. */
async function followTime(work: Work): Promise<void> {
  const { tables, options } = work;
  for (;;) {
    const rows = await tables.rows.where('u').belowOrEqual(options.asOf).limit(RENEW_BATCH).primaryKeys();
    if (rows.length === 0) return;
    await renew(work, rows);
  }
}

async function begun(
  db: Database,
  gen: GenTables,
  tables: AccountTables,
  machine: Machine,
  options: FollowOptions,
) {
  const known = await readMarker(tables);
  if (known?.edition === EDITION) return known;
  const [ledgers, totals] = await Promise.all([db.t.ledgers.toArray(), readTotals(gen)]);
  const marker: Marker = {
    key: 'marker',
    token: newUuid(machine),
    edition: EDITION,
    filled: totals.nextRow - 1 > 0 ? totals.nextRow - 1 : null,
    // Read before the first issue: what is written meanwhile is followed afterwards.
    heads: Object.fromEntries(ledgers.map(({ ledger, n }) => [ledger, n])),
    digest: digestOf(options.directory),
    change: 0,
    again: [],
  };
  await db.dexie.transaction('rw', [tables.rows, tables.notes], async () => {
    await Promise.all([tables.rows.clear(), tables.notes.clear()]);
    await tables.notes.put(marker);
  });
  return marker;
}

/**
 * Brings the accounts in line with what is written, with the directory and with the time. It reads what is new, never
 * the whole log twice, and goes on where it was stopped. One window at a time: the caller sees to that.
 */
export async function followAccounts(
  db: Database,
  machine: Machine,
  damaged: (damage: Damage) => void,
  options: FollowOptions,
): Promise<Readonly<{ ok: true }>> {
  const gen = await activeTables(db);
  const tables = gen.accounts;
  if (tables === null) return { ok: true };
  const marker = await begun(db, gen, tables, machine, options);
  const work: Work = {
    db,
    gen,
    tables,
    token: marker.token,
    options,
    damaged,
    breathe: createBreath(),
  };
  if (marker.filled !== null) await fill(work, marker);
  await followPurges(work);
  await followLedgers(work);
  await followDirectory(work);
  await followTime(work);
  return { ok: true };
}
