import type { NewEntry } from '../domain/ledger/entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import { DAY, HOST, localDay, readTallies, readTotals, type Tallies } from './counters.ts';
import { storedOf } from './project.ts';
import { linesOfIssues } from './read-entries.ts';
import type {
  Database,
  EntryRow,
  Generation,
  GenTables,
  LedgerRow,
  Meta,
  StoredIssue,
  Totals,
} from './tables.ts';

/** What one generation knows of the issues that are to be written. */
type Asked = Readonly<{ totals: Totals; present: readonly StoredIssue[]; tallies: Tallies }>;

export type Facts = Asked &
  Readonly<{
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
  given: readonly NewEntry[],
  touched: readonly IssueId[],
): Promise<Facts> {
  const { t } = db;
  const guess = guesses.get(db.dexie) ?? 'a';
  const [[own, active, job], ledgers, before, asked] = await Promise.all([
    t.meta.bulkGet(['own', 'active', 'job']),
    t.ledgers.toArray(),
    touched.length === 0 ? [] : linesOfIssues(db, touched),
    askGeneration(t[guess], given, touched),
  ]);
  const generation = active?.key === 'active' ? active.generation : 'a';
  const gen = t[generation];
  const right = generation === guess ? asked : await askGeneration(gen, given, touched);
  guesses.set(db.dexie, generation);
  return { ...right, gen, own, job, ledgers, before };
}

async function askGeneration(
  gen: GenTables,
  given: readonly NewEntry[],
  touched: readonly IssueId[],
): Promise<Asked> {
  const [totals, present, tallies] = await Promise.all([
    readTotals(gen),
    storedOf(gen, touched),
    readTallies(gen, likelyTallies(given)),
  ]);
  return { totals, present, tallies };
}

/** The counters that a new issue changes. Others are read once the issues are folded. */
function likelyTallies(given: readonly NewEntry[]): string[] {
  const keys = given.flatMap((entry) =>
    entry.kind === 'occurrence.captured'
      ? [HOST + (entry.body.page.host ?? ''), DAY + localDay(entry.at, entry.offsetMin)]
      : [],
  );
  return [...new Set(keys)];
}
