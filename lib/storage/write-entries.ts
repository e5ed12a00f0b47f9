import type { Entry, NewEntry } from '../domain/ledger/entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import { isPointer, targetOf } from '../domain/issue/groups.ts';
import { askFor, type Facts, talliesOf } from './ask.ts';
import { keepBand } from './bands.ts';
import { readTotals } from './counters.ts';
import { problem } from './failure.ts';
import { type Machine, newLedgerRow, POINTS, seal, type Sealed } from './ledger-writer.ts';
import { type Closed, closeGroups, namedIssues, regroup } from './places.ts';
import { projectIssues, storedOf } from './project.ts';
import type { Damage } from './quarantine.ts';
import { headsOf, visible } from './read-entries.ts';
import { activeTables, type Database, type EntryRow, type LedgerRow, type Totals } from './tables.ts';

export type WriteContext = Readonly<{ machine: Machine; damaged: (damage: Damage) => void }>;

/** The own ledger's head; runs inside a transaction. */
export async function ownHead({ t }: Database): Promise<LedgerRow> {
  const own = await t.meta.get('own');
  const row = own?.key === 'own' ? await t.ledgers.get(own.ledger) : undefined;
  if (row === undefined) throw problem('damaged');
  return row;
}

/**
 * The heart: numbers, hashes and stores new entries in the own ledger and folds every issue they touch again. Runs
 * inside the caller's read-write transaction and awaits nothing but the database: one round trip of reading (none with
 * `facts` that the caller asked for in the same transaction), then one of writing. Issues that belong together are folded
 * together, which takes further readings. `startOf` when it starts a ledger, `wipe` when it must leave no word of before.
 */
export async function writeEntries(
  context: WriteContext,
  db: Database,
  given: readonly NewEntry[],
  { startOf, facts, wipe = false }: Readonly<{ startOf?: LedgerRow; facts?: Facts; wipe?: boolean }> = {},
): Promise<Sealed & Readonly<{ freshWrites: number }>> {
  const { t } = db;
  const touched = namedIssues(given);
  const { gen, own, job, ledgers, before, totals, tallies, places, ...asked } =
    facts ?? (await askFor(db, talliesOf(given), touched));
  const head = startOf ?? ledgers.find(({ ledger }) => own?.key === 'own' && ledger === own.ledger);
  if (head === undefined) throw problem('damaged');
  const heads = headsOf(ledgers);
  const grouped = places.length > 0 || given.some(isPointer) || before.some(({ mark }) => mark === POINTS);
  const closed = grouped
    ? await closeGroups(db, gen, touched, heads, ledgers)
    : { ids: touched, rows: visible(before, heads), places, whole: false };
  const stored = grouped ? await storedOf(gen, withLines(closed)) : asked.present;
  const linesOf = groupByIssue(closed.ids, closed.rows);
  const present = stored.filter(({ v }) => (linesOf.get(v.id)?.length ?? 0) > 0);
  const keys = new Map<string, string>(present.map(({ v }) => [v.id, v.key]));
  for (const { id, key } of closed.places) keys.set(id, key);
  refuseOrphans(given, linesOf);

  const sealed = seal(context.machine, head, given, (issue) => keys.get(issue));
  const parsed = new Map<EntryRow, Entry>();
  sealed.rows.forEach((row, i) => {
    const entry = sealed.entries[i];
    if (entry !== undefined) parsed.set(row, entry);
    if (row.issueId !== undefined) linesOf.get(row.issueId)?.push(row);
  });
  const rows = [...closed.rows, ...sealed.rows];
  const group = grouped ? regroup(closed.ids, rows, context.damaged, parsed) : null;
  if (group !== null) {
    const roots = [...new Set(group.groups.rootOf.values())];
    const after = ledgers.map((row) => (row.ledger === sealed.head.ledger ? sealed.head : row));
    const moved = given.some((entry) => isPointer(entry) || entry.kind === 'entry.erased');
    if (closed.whole || roots.length === 1)
      keepBand(db, {
        ids: new Set(closed.ids),
        rows,
        roots,
        places: moved ? null : closed.places,
        ledgers: after,
      });
  }
  const folding = group ?? { lines: linesOf, parsed };
  const [{ freshWrites }] = await Promise.all([
    projectIssues({
      gen,
      totals: afterBackups(totals, sealed),
      present,
      tallies,
      places: closed.places,
      ...folding,
      damaged: context.damaged,
      wipe,
    }),
    t.entries.bulkAdd(sealed.rows),
    t.ledgers.put(sealed.head),
    // A rebuild or import that is under way folds these again before it switches.
    job !== undefined && touched.length > 0 ? t.dirty.bulkPut(touched.map((issueId) => ({ issueId }))) : null,
  ]);
  return { ...sealed, freshWrites };
}

/** Those of a group that have a line in the log: what is shown as another issue has none. */
function withLines({ ids, places }: Closed): IssueId[] {
  const members = new Set(places.flatMap(({ id, root }) => (id === root ? [] : [id])));
  return ids.filter((id) => !members.has(id));
}

/** A new own ledger with its first entry; the one before becomes a read-only copy. */
export async function startOwnLedger(
  context: WriteContext,
  db: Database,
  body: Extract<NewEntry, { kind: 'ledger.started' }>['body'],
  frame: Omit<Extract<NewEntry, { kind: 'ledger.started' }>, 'kind' | 'body'>,
): Promise<LedgerRow> {
  const { t } = db;
  const former = await t.ledgers.filter(({ own }) => own).toArray();
  await t.ledgers.bulkPut(former.map((row) => ({ ...row, own: false })));
  const head = newLedgerRow(context.machine);
  await t.meta.put({ key: 'own', ledger: head.ledger, after: body.after?.ledger ?? null });
  const gen = await activeTables(db);
  // Nothing of the new ledger is older than its first backup to come.
  await gen.counters.put({ ...(await readTotals(gen)), ledger: head.ledger, backup: null, sinceBackup: 0 });
  const sealed = await writeEntries(context, db, [{ ...frame, kind: 'ledger.started', body }], {
    startOf: head,
  });
  return sealed.head;
}

export function groupByIssue(ids: readonly IssueId[], rows: readonly EntryRow[]): Map<IssueId, EntryRow[]> {
  const groups = new Map<IssueId, EntryRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) if (row.issueId !== undefined) groups.get(row.issueId)?.push(row);
  return groups;
}

/** Words about an issue that was purged, or never was, would stay on disk where nobody sees them. */
function refuseOrphans(given: readonly NewEntry[], lines: ReadonlyMap<IssueId, readonly EntryRow[]>): void {
  const captured = new Set(
    given.flatMap((entry) => (entry.kind === 'occurrence.captured' ? [entry.issueId] : [])),
  );
  for (const entry of given) {
    if (!('issueId' in entry) || entry.issueId === undefined || entry.kind === 'entry.erased') continue;
    for (const id of isPointer(entry) ? [entry.issueId, targetOf(entry)] : [entry.issueId]) {
      if (captured.has(id)) continue;
      const readable = lines
        .get(id)
        ?.some(({ kind, json }) => kind === 'occurrence.captured' && json !== null);
      if (readable !== true) throw problem('no-such-issue');
    }
  }
}

function afterBackups(totals: Totals, sealed: Sealed): Totals {
  const made = sealed.entries.map(backupOf).findLast((backup) => backup !== null);
  return made == null ? totals : { ...totals, sinceBackup: 0, backup: made };
}

export function backupOf(entry: Entry): Totals['backup'] {
  if (entry.kind !== 'backup.made') return null;
  const { entries, pictures, bytes } = entry.body;
  return { n: entry.n, at: entry.at, entries, pictures, bytes };
}
