import type { NewEntry } from '../domain/ledger/entry.ts';
import type { Instant, IssueId } from '../domain/ledger/primitives.ts';
import { DAY, HOST, localDay, readTallies, readTotals, type Tallies } from './counters.ts';
import { placesOf } from './places.ts';
import { storedOf } from './project.ts';
import { linesOfIssues } from './read-entries.ts';
import type {
  Database,
  EntryRow,
  Generation,
  GenTables,
  LedgerRow,
  Meta,
  Place,
  StoredIssue,
  Totals,
} from './tables.ts';

/** What one generation knows of the issues that are to be written. */
type Asked = Readonly<{
  totals: Totals;
  present: readonly StoredIssue[];
  tallies: Tallies;
  places: readonly Place[];
}>;

export type Facts = Asked &
  Readonly<{
    generation: Generation;
    gen: GenTables;
    own: Meta | undefined;
    job: Meta | undefined;
    ledgers: readonly LedgerRow[];
    /** All stored lines of the touched issues. */
    before: readonly EntryRow[];
  }>;

/** The generation each connection read last. It changes a few times in the life of a log, so it is a good guess. */
const guesses = new WeakMap<Database['dexie'], Generation>();

/**
 * All that writing needs to know, asked in one go: every further round trip inside the transaction is time that a
 * capture waits. Runs inside the caller's transaction.
 */
export async function askFor(
  db: Database,
  tallied: readonly string[],
  touched: readonly IssueId[],
): Promise<Facts> {
  const { t } = db;
  const guess = guesses.get(db.dexie) ?? 'a';
  const [[own, active, job], ledgers, before, asked] = await Promise.all([
    t.meta.bulkGet(['own', 'active', 'job']),
    t.ledgers.toArray(),
    touched.length === 0 ? [] : linesOfIssues(db, touched),
    askGeneration(t[guess], tallied, touched),
  ]);
  const generation = active?.key === 'active' ? active.generation : 'a';
  const gen = t[generation];
  const right = generation === guess ? asked : await askGeneration(gen, tallied, touched);
  guesses.set(db.dexie, generation);
  return { ...right, generation, gen, own, job, ledgers, before };
}

async function askGeneration(
  gen: GenTables,
  tallied: readonly string[],
  touched: readonly IssueId[],
): Promise<Asked> {
  const [totals, present, tallies, places] = await Promise.all([
    readTotals(gen),
    storedOf(gen, touched),
    readTallies(gen, tallied),
    placesOf(gen, touched),
  ]);
  return { totals, present, tallies, places };
}

/** What a new issue is counted by. */
type TalliedCapture = Readonly<{ host: string | null; at: Instant; offsetMin: number }>;

/** The counters that new issues change. Others are read once the issues are folded. */
export function likelyTallies(captures: readonly TalliedCapture[]): string[] {
  const keys = captures.flatMap(({ host, at, offsetMin }) => [
    HOST + (host ?? ''),
    DAY + localDay(at, offsetMin),
  ]);
  return [...new Set(keys)];
}

export function talliesOf(given: readonly NewEntry[]): string[] {
  return likelyTallies(
    given.flatMap((entry) =>
      entry.kind === 'occurrence.captured'
        ? [{ host: entry.body.page.host, at: entry.at, offsetMin: entry.offsetMin }]
        : [],
    ),
  );
}
