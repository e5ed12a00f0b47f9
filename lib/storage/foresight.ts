import type { NewEntry } from '../domain/ledger/entry.ts';
import { askFor, type Facts, likelyTallies } from './ask.ts';
import { readTotals } from './counters.ts';
import { namedIssues } from './places.ts';
import { type Database, readAhead } from './tables.ts';
import type { ComingCapture } from './types/writing.ts';

/** What is foreseen of captures that are never recorded must not pile up. */
const KEPT = 4;

type Foresight = Readonly<{
  /** Reads what appending this capture will have to know. True: it is recorded already. */
  look(db: Database, coming: ComingCapture): Promise<boolean>;
  /** What was read for the capture among these, once. It may no longer hold: see `stillHolds`. */
  take(given: readonly NewEntry[]): Facts | null;
}>;

/** While a capture waits for its picture there is time to read; once the picture is there, there is none. */
export function createForesight(): Foresight {
  const seen = new Map<string, Readonly<{ coming: ComingCapture; facts: Facts }>>();
  return {
    async look(db, coming) {
      const tallies = likelyTallies([coming]);
      const [facts, repeated] = await readAhead(db, () =>
        Promise.all([
          askFor(db, tallies, [coming.issueId]),
          db.t.entries.where('capture').equals(coming.captureId).count(),
        ]),
      );
      // Recorded before, or something large is under way: that is for the append itself to sort out.
      if (repeated > 0 || facts.job !== undefined) return repeated > 0;
      const oldest = seen.keys().next().value;
      if (seen.size >= KEPT && oldest !== undefined) seen.delete(oldest);
      seen.set(coming.captureId, { coming, facts });
      return false;
    },
    take(given) {
      const [capture, another] = given.filter((entry) => entry.kind === 'occurrence.captured');
      if (capture === undefined || another !== undefined) return null;
      const found = seen.get(capture.body.captureId);
      seen.delete(capture.body.captureId);
      // Nothing was read about another issue that these may speak of.
      const [named, other] = namedIssues(given);
      const alone = found !== undefined && named === found.coming.issueId && other === undefined;
      return alone ? found.facts : null;
    },
  };
}

/**
 * Whether nothing was written in between that a new issue depends on; inside the caller's transaction. Every entry moves
 * a ledger's head, an import and a rebuild show as a `job`, and moving texts changes the totals: whoever adds to `Facts`
 * what can change without any of these must ask for it here.
 */
export async function stillHolds({ t }: Database, facts: Facts): Promise<boolean> {
  const [marks, ledgers, totals] = await Promise.all([
    t.meta.where('key').between('active', 'job', true, true).toArray(),
    t.ledgers.toArray(),
    readTotals(facts.gen),
  ]);
  const active = marks.find((row) => row.key === 'active');
  return (
    !marks.some((row) => row.key === 'job') &&
    (active?.generation ?? 'a') === facts.generation &&
    JSON.stringify([ledgers, totals]) === JSON.stringify([facts.ledgers, facts.totals])
  );
}
