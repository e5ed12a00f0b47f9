import { ledgerCode } from '../domain/ledger/ledger-code.ts';
import type { NamedBytes } from '../domain/issue/named-bytes.ts';
import type { Instant, IssueId, LedgerId, Position, Sha256Hex } from '../domain/ledger/primitives.ts';
import { askMany } from './ask-many.ts';
import { type CheckedLine, checkedLines } from './check-lines.ts';
import { problem, throwIfAborted } from './failure.ts';
import { markOf, removalMark, storedRemovals } from './originals.ts';
import { placesOf } from './places.ts';
import { type Heads, headsOf } from './read-entries.ts';
import type { ImportSource, ImportSummary } from './types/import.ts';
import type { ProgressOptions } from './types/progress.ts';
import { activeTables, type Database, type EntryRow } from './tables.ts';
import { fillsPlace } from './withheld.ts';
import { ownHead } from './write-entries.ts';

export type IncomingLedger = {
  n: number;
  link: Sha256Hex;
  recordedAt: Instant;
  added: number;
  /** Of those, lines that stand here by their place only. */
  filled: number;
  issues: Set<IssueId>;
};

/** What the first reading of an import found out; the second stores by it. */
export type Plan = Readonly<{
  own: LedgerId;
  ledgers: ReadonlyMap<LedgerId, IncomingLedger>;
  /** Marks of the erasures that the file brings, by the ledgers that made them. */
  erasures: ReadonlyMap<string, readonly LedgerId[]>;
  /** Marks of originals whose bytes were removed on purpose, in the file or here: nobody misses them. */
  removed: ReadonlySet<string>;
  summary: ImportSummary;
}>;

/** Reads the whole file once and checks every hash and link against itself and against what is stored. Writes nothing. */
export async function planImport(
  db: Database,
  source: ImportSource,
  options: ProgressOptions,
): Promise<Plan> {
  const { t } = db;
  const own = await ownHead(db);
  const known = headsOf(await t.ledgers.toArray());
  const ledgers = new Map<LedgerId, IncomingLedger>();
  const erasures = new Map<string, LedgerId[]>();
  const named: NamedBytes[] = [];
  // What an import that died had brought so far says nothing.
  const removals = (await storedRemovals(db)).filter(({ ledger, n }) => n <= (known.get(ledger) ?? 0));
  const removed = new Set(removals.map(removalMark));
  const issues = new Set<IssueId>();
  const sums = { entries: 0, added: 0, withheld: 0, identical: 0 };
  const conflicts: { first: Position | null; n: number } = { first: null, n: 0 };
  const times: { first: Instant | null; last: Instant | null } = { first: null, last: null };

  for await (const lines of checkedLines(source)) {
    throwIfAborted(options.signal);
    const stored = await storedAmong(db, known, lines);
    for (const line of lines) {
      const { row, form, named: bytes } = line;
      const incoming = follow(ledgers, line);
      const here = stored.get(line);
      const captured = row.kind === 'occurrence.captured';
      if (captured) {
        if (times.first === null || row.at < times.first) times.first = row.at;
        if (times.last === null || row.at > times.last) times.last = row.at;
      }
      if (form === 'entry' && row.mark !== undefined) {
        if (row.kind === 'entry.erased')
          erasures.set(row.mark, [...(erasures.get(row.mark) ?? []), row.ledger]);
        if (row.kind === 'picture.original_removed') removed.add(row.mark);
      }
      // What can still be read of it makes an issue; an erased one is none to anybody who counts them.
      if (form === 'entry' && captured && row.issueId !== undefined) issues.add(row.issueId);
      sums.entries += 1;
      if (here !== undefined && (here.sha256 !== row.sha256 || here.link !== row.link)) {
        conflicts.first ??= { ledger: row.ledger, n: row.n };
        conflicts.n += 1;
        continue;
      }
      const fills = here !== undefined && fillsPlace(here, form);
      if (here !== undefined && !fills) {
        sums.identical += 1;
        continue;
      }
      incoming.added += 1;
      if (fills) incoming.filled += 1;
      if (form === 'place') {
        sums.withheld += 1;
        continue;
      }
      sums.added += 1;
      if (captured && row.issueId !== undefined) incoming.issues.add(row.issueId);
      if (bytes !== null) named.push(bytes);
    }
    options.onProgress?.(sums.entries, source.entries ?? 0);
  }
  if (conflicts.first !== null) throw problem('conflict', { ...conflicts.first, conflicts: conflicts.n });

  const pictures = new Map(
    named.flatMap((one) => (removed.has(markOf(one)) ? [] : [[one.sha256, one.bytes] as const])),
  );
  const lacking = await notStored(db, [...pictures.keys()]);
  const gen = await activeTables(db);
  const [shown, members] = await Promise.all([
    gen.issues
      .where('v.id')
      .anyOf([...issues])
      .keys(),
    placesOf(gen, [...issues]),
  ]);
  const present = new Set([...shown.map(String), ...members.map(({ id }) => id)]);
  const summary: ImportSummary = {
    ok: true,
    ledgers: [...ledgers].map(([ledger, { n, link, added }]) => ({
      ledger,
      code: ledgerCode(ledger),
      own: ledger === own.ledger,
      known: known.has(ledger),
      entries: n,
      added,
      head: link,
    })),
    ...sums,
    erased: 0,
    issues: issues.size,
    newIssues: issues.size - present.size,
    pictures: lacking.length,
    pictureBytes: lacking.reduce((sum, sha256) => sum + (pictures.get(sha256) ?? 0), 0),
    missingPictures: 0,
    firstAt: times.first,
    lastAt: times.last,
  };
  const plan = { own: own.ledger, ledgers, erasures, removed, summary };
  return { ...plan, summary: { ...summary, erased: (await rowsToErase(db, plan)).length } };
}

/** What is stored where these lines stand. Nothing is asked where a ledger ends before them, as one that is new here does. */
async function storedAmong(
  { t }: Database,
  known: Heads,
  lines: readonly CheckedLine[],
): Promise<ReadonlyMap<CheckedLine, EntryRow>> {
  const asked = lines.filter(({ row }) => row.n <= (known.get(row.ledger) ?? 0));
  if (asked.length === 0) return new Map();
  const rows = await t.entries.bulkGet(asked.map(({ row }): [string, number] => [row.ledger, row.n]));
  return new Map(
    asked.flatMap((line, i) => {
      const row = rows[i];
      return row === undefined ? [] : [[line, row] as const];
    }),
  );
}

/** How far the file goes. */
function follow(ledgers: Map<LedgerId, IncomingLedger>, { row, form }: CheckedLine): IncomingLedger {
  const { n, link } = row;
  const ledger = ledgers.get(row.ledger) ?? {
    n,
    link,
    recordedAt: row.recordedAt,
    added: 0,
    filled: 0,
    issues: new Set(),
  };
  ledger.n = n;
  ledger.link = link;
  // Of a place nobody knows when it was written.
  if (form !== 'place') ledger.recordedAt = row.recordedAt;
  ledgers.set(row.ledger, ledger);
  return ledger;
}

export async function notStored(db: Database, hashes: readonly Sha256Hex[]): Promise<Sha256Hex[]> {
  const { blobs } = db.t;
  const counts = await askMany(db, blobs, hashes, (sha256) => blobs.where('sha256').equals(sha256).count());
  return hashes.filter((_, index) => counts[index] === 0);
}

/**
 * Readable lines here that an import erases. What is already here goes only when its own ledger or mine says so: a
 * forged file must not be able to empty a log.
 */
export async function rowsToErase(
  { t }: Database,
  plan: Pick<Plan, 'own' | 'erasures'>,
): Promise<EntryRow[]> {
  const places = [...plan.erasures].flatMap(([mark, by]): [string, number][] => {
    const [, ledger = '', n = '0'] = mark.split(':');
    const entitled = by.some((eraser) => eraser === ledger || eraser === plan.own);
    return entitled ? [[ledger, Number(n)]] : [];
  });
  const rows = await t.entries.bulkGet(places);
  return rows.flatMap((row) =>
    row !== undefined && row.json !== null && row.kind !== 'entry.erased' ? [row] : [],
  );
}
