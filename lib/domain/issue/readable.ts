import type { Entry, ErasedEntry } from '../ledger/entry.ts';
import { compareByTime, positionOf } from './entry-order.ts';

export type Readable = Readonly<{
  /** Entries of issues that can be read, each once, in the order of time. */
  entries: readonly Entry[];
  /** Positions whose body was erased. */
  gone: ReadonlySet<string>;
}>;

/** What can be read: an erasure wins over a body that is still there (from a merge or a restore). */
export function readableOf(entries: readonly Entry[], erased: readonly ErasedEntry[]): Readable {
  const gone = new Set(erased.map(positionOf));
  for (const entry of entries) if (entry.kind === 'entry.erased') gone.add(positionOf(entry.body));
  const distinct = new Map(entries.map((entry) => [positionOf(entry), entry]));
  const readable = [...distinct].flatMap(([position, entry]) =>
    'issueId' in entry && entry.issueId !== undefined && !gone.has(position) ? [entry] : [],
  );
  return { entries: readable.toSorted(compareByTime), gone };
}
