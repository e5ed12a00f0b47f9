import type { PromiseMade } from '../accountability/statistics/promises.ts';
import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Instant, IssueId } from '../ledger/primitives.ts';
import { compareText } from '../text/compare.ts';
import { msOf } from '../time/instant.ts';
import { isPromiseKind } from './promise-bodies.ts';
import { deciding, earliestWritten, samePosition } from './entry-order.ts';

export type PromiseEntry = EntryOf<
  'promise.made' | 'promise.moved' | 'promise.kept' | 'promise.withdrawn' | 'promise.reverted'
>;

/** What somebody undertook to do, on either side, with all that became of it. */
export type IssuePromise = Readonly<{
  promiseId: string;
  /** null: about none in particular. */
  issueId: IssueId | null;
  providerId: string | null;
  owner: 'us' | 'provider';
  contactId: string | null;
  deliverable: string;
  acceptance: string | null;
  madeAt: Instant;
  /** As first promised: this counts. */
  dueOriginal: Instant;
  due: Instant;
  moves: readonly Readonly<{ at: Instant; due: Instant; agreed: boolean; reason: string | null }>[];
  deliveredAt: Instant | null;
  /** Taken back; `agreed` false: it will not be delivered. */
  withdrawn: Readonly<{ at: Instant; agreed: boolean; reason: string | null }> | null;
  entries: readonly PromiseEntry[];
}>;

export function isPromiseEntry(entry: Entry): entry is PromiseEntry {
  return isPromiseKind(entry.kind);
}

function of<K extends PromiseEntry['kind']>(entries: readonly PromiseEntry[], kind: K) {
  return entries.filter((entry): entry is PromiseEntry & EntryOf<K> => entry.kind === kind);
}

/** Without what was taken back; what takes something back can be taken back as well. */
function standingEntries(all: readonly PromiseEntry[]): PromiseEntry[] {
  const reverts = of(all, 'promise.reverted');
  const isOff = (entry: PromiseEntry, seen: ReadonlySet<PromiseEntry>): boolean =>
    reverts.some(
      (revert) =>
        samePosition(revert.body, entry) && !seen.has(revert) && !isOff(revert, new Set([...seen, revert])),
    );
  return reverts.length === 0 ? [...all] : all.filter((entry) => !isOff(entry, new Set([entry])));
}

function promiseOf(all: readonly PromiseEntry[]): IssuePromise | null {
  const entries = standingEntries(all);
  const made = earliestWritten(of(entries, 'promise.made'));
  if (made === undefined) return null;
  const { promiseId, providerId, owner, contactId, deliverable, acceptance, due } = made.body;
  const moved = of(entries, 'promise.moved').toSorted(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || a.n - b.n,
  );
  // Kept or taken back: the last word counts, so that a slip of the hand can be put right.
  const ended = deciding(
    entries.filter(({ kind }) => kind === 'promise.kept' || kind === 'promise.withdrawn'),
  );
  return {
    promiseId,
    issueId: made.issueId ?? null,
    providerId: providerId ?? null,
    owner,
    contactId: contactId ?? null,
    deliverable,
    acceptance: acceptance ?? null,
    madeAt: made.at,
    dueOriginal: due,
    due: deciding(moved)?.body.due ?? due,
    moves: moved.map(({ at, body }) => ({
      at,
      due: body.due,
      agreed: body.agreed,
      reason: body.reason ?? null,
    })),
    deliveredAt: ended?.kind === 'promise.kept' ? ended.at : null,
    withdrawn:
      ended?.kind === 'promise.withdrawn'
        ? { at: ended.at, agreed: ended.body.agreed, reason: ended.body.reason ?? null }
        : null,
    entries: all,
  };
}

/** The promises that these entries tell of, in the order in which they are due. */
export function promisesOf(entries: readonly Entry[]): IssuePromise[] {
  const byId = new Map<string, PromiseEntry[]>();
  for (const entry of entries) {
    if (!isPromiseEntry(entry)) continue;
    const known = byId.get(entry.body.promiseId);
    if (known) known.push(entry);
    else byId.set(entry.body.promiseId, [entry]);
  }
  return [...byId.values()]
    .map(promiseOf)
    .filter((promise) => promise !== null)
    .toSorted((a, b) => compareText(a.due, b.due) || compareText(a.promiseId, b.promiseId));
}

/** As the figures take it. */
export function promiseFigure({
  owner,
  dueOriginal,
  due,
  moves,
  deliveredAt,
  withdrawn,
}: IssuePromise): PromiseMade {
  return {
    owner,
    dueOriginal: msOf(dueOriginal),
    due: msOf(due),
    moves: moves.length,
    deliveredAt: deliveredAt === null ? null : msOf(deliveredAt),
    withdrawn: withdrawn?.agreed === true,
    givenUp: withdrawn?.agreed === false,
  };
}
