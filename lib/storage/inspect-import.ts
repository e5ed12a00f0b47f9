import type { Entry } from '../domain/ledger/entry.ts';
import { parseEntryText, sealEntry } from '../domain/ledger/complete-entry.ts';
import { GENESIS_LINK, nextLink } from '../domain/ledger/chain.ts';
import { ledgerCode } from '../domain/ledger/ledger-code.ts';
import { isDirectoryEntry, readDirectoryEntry } from '../domain/directory/read-entry.ts';
import { namedBytes, type NamedBytes } from '../domain/issue/named-bytes.ts';
import type { Instant, IssueId, LedgerId, Position, Sha256Hex } from '../domain/ledger/primitives.ts';
import { problem, throwIfAborted } from './failure.ts';
import { eraseMark } from './ledger-writer.ts';
import { markOf, removalMark, storedRemovals } from './originals.ts';
import { placesOf } from './places.ts';
import { headsOf } from './read-entries.ts';
import type { ImportLine, ImportSource, ImportSummary } from './types/import.ts';
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
  const removed = new Set((await storedRemovals(db)).map(removalMark));
  const issues = new Set<IssueId>();
  const sums = { entries: 0, added: 0, withheld: 0, identical: 0 };
  const conflicts: Position[] = [];
  const times: { first: Instant | null; last: Instant | null } = { first: null, last: null };

  for await (const lines of source.lines()) {
    throwIfAborted(options.signal);
    const stored = await t.entries.bulkGet(lines.map(({ ledger, n }): [string, number] => [ledger, n]));
    lines.forEach((line, i) => {
      const incoming = follow(ledgers, line);
      const entry = checkedEntry(line);
      const here = line.n <= (known.get(line.ledger) ?? 0) ? stored[i] : undefined;
      const facts = entry ?? ('erased' in line ? line.erased : null);
      if (facts !== null) {
        incoming.recordedAt = facts.recordedAt;
        if (facts.kind === 'occurrence.captured') {
          if (times.first === null || facts.at < times.first) times.first = facts.at;
          if (times.last === null || facts.at > times.last) times.last = facts.at;
        }
      }
      if (entry?.kind === 'entry.erased') {
        const mark = eraseMark(entry.body.ledger, entry.body.n);
        erasures.set(mark, [...(erasures.get(mark) ?? []), entry.ledger]);
      }
      if (entry?.kind === 'picture.original_removed') removed.add(removalMark(entry));
      // What can still be read of it makes an issue; an erased one is none to anybody who counts them.
      if (entry?.kind === 'occurrence.captured') issues.add(entry.issueId);
      sums.entries += 1;
      if (here !== undefined && (here.sha256 !== line.sha256 || here.link !== line.link)) {
        conflicts.push({ ledger: line.ledger, n: line.n });
        return;
      }
      const fills = here !== undefined && fillsPlace(here, line);
      if (here !== undefined && !fills) {
        sums.identical += 1;
        return;
      }
      incoming.added += 1;
      if (fills) incoming.filled += 1;
      if ('withheld' in line) {
        sums.withheld += 1;
        return;
      }
      sums.added += 1;
      const of = facts !== null && 'issueId' in facts ? facts.issueId : undefined;
      if (facts?.kind === 'occurrence.captured' && of !== undefined) incoming.issues.add(of);
      const bytes = entry === null ? null : namedBytes(entry);
      if (bytes !== null) named.push(bytes);
    });
    options.onProgress?.(sums.entries, 0);
  }
  const [first] = conflicts;
  if (first !== undefined) throw problem('conflict', { ...first, conflicts: conflicts.length });

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

/** The chain within the file: gapless, every link right. */
function follow(ledgers: Map<LedgerId, IncomingLedger>, line: ImportLine): IncomingLedger {
  const fresh: IncomingLedger = {
    n: 0,
    link: GENESIS_LINK,
    recordedAt: '1970-01-01T00:00:00.000Z',
    added: 0,
    filled: 0,
    issues: new Set(),
  };
  const ledger = ledgers.get(line.ledger) ?? fresh;
  if (line.n !== ledger.n + 1 || nextLink(ledger.link, line.n, line.sha256) !== line.link)
    throw at('broken-chain', line);
  ledger.n = line.n;
  ledger.link = line.link;
  ledgers.set(line.ledger, ledger);
  return ledger;
}

function at(code: 'broken-chain' | 'invalid', { ledger, n }: ImportLine) {
  return problem(code, { ledger, n });
}

/** The entry of a readable line, once its hash, form and place are right; null for one that was erased or withheld. */
export function checkedEntry(line: ImportLine): Entry | null {
  if ('withheld' in line) return null;
  if ('erased' in line) {
    if (line.erased.ledger !== line.ledger || line.erased.n !== line.n) throw at('invalid', line);
    return null;
  }
  const parsed = parseEntryText(line.json);
  if (!parsed.ok) throw problem('invalid', { ledger: line.ledger, n: line.n, paths: [parsed.problem] });
  const { entry } = parsed;
  if (entry.ledger !== line.ledger || entry.n !== line.n) throw at('invalid', line);
  // The entry only outlines what a thing of the directory is; here the whole of it is looked at.
  if (isDirectoryEntry(entry) && readDirectoryEntry(entry) === null) throw at('invalid', line);
  const sealed = sealEntry(entry);
  if (sealed.sha256 !== line.sha256) throw at('broken-chain', line);
  if (sealed.json !== line.json) throw at('invalid', line);
  return entry;
}

/** So many in one transaction: one for each would take longer than all that is asked. */
const ASKED_AT_ONCE = 1000;

export async function notStored({ dexie, t }: Database, hashes: readonly Sha256Hex[]): Promise<Sha256Hex[]> {
  const lacking: Sha256Hex[] = [];
  for (let at = 0; at < hashes.length; at += ASKED_AT_ONCE) {
    const some = hashes.slice(at, at + ASKED_AT_ONCE);
    const counts = await dexie.transaction('r', t.blobs, async () =>
      Promise.all(some.map((sha256) => t.blobs.where('sha256').equals(sha256).count())),
    );
    lacking.push(...some.filter((_, index) => counts[index] === 0));
  }
  return lacking;
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
