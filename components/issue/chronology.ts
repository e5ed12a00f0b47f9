import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { IssuePromise } from '../../lib/domain/issue/promises-of.ts';
import type { TimelineLine } from '../../lib/domain/issue/timeline-of.ts';
import type { Instant } from '../../lib/domain/ledger/primitives.ts';

export type PromiseStep =
  | Readonly<{ step: 'made' | 'kept' }>
  | Readonly<{ step: 'moved'; due: Instant; agreed: boolean; reason: string | null }>
  | Readonly<{ step: 'withdrawn'; agreed: boolean; reason: string | null }>;

/** One line of the one chronology. */
export type ChronologyItem = Readonly<{ at: Instant; key: string }> &
  (
    | Readonly<{ kind: 'line'; line: TimelineLine }>
    /** Occurrences with nothing else between them. */
    | Readonly<{ kind: 'occurrences'; count: number; from: Instant; to: Instant; first: boolean }>
    | Readonly<{ kind: 'promise'; promise: IssuePromise; did: PromiseStep }>
  );

function promiseItems(promise: IssuePromise): ChronologyItem[] {
  const { promiseId, madeAt, moves, deliveredAt, withdrawn } = promise;
  const item = (at: Instant, did: PromiseStep, n = 0): ChronologyItem => ({
    kind: 'promise',
    at,
    key: `${promiseId} ${did.step} ${n}`,
    promise,
    did,
  });
  return [
    item(madeAt, { step: 'made' }),
    ...moves.map(({ at, ...move }, n) => item(at, { step: 'moved', ...move }, n)),
    ...(deliveredAt === null ? [] : [item(deliveredAt, { step: 'kept' })]),
    ...(withdrawn === null
      ? []
      : [item(withdrawn.at, { step: 'withdrawn', agreed: withdrawn.agreed, reason: withdrawn.reason })]),
  ];
}

/** Everything that happened with an issue, newest first: a thousand occurrences in a row are one line. */
export function chronologyOf(
  { timeline, occurrences }: Pick<Issue, 'timeline' | 'occurrences'>,
  promises: readonly IssuePromise[],
): readonly ChronologyItem[] {
  const lines = timeline.map((line, order) => ({
    order: order + 1,
    item: { kind: 'line', at: line.said.at, key: `${line.place.ledger} ${line.place.n}`, line } as const,
  }));
  const seen = occurrences.map(({ at, id }, n) => ({
    order: 0,
    item: { kind: 'occurrences', at, key: id, count: 1, from: at, to: at, first: n === 0 } as const,
  }));
  const promised = promises.flatMap(promiseItems).map((item) => ({ order: Infinity, item }));
  // At the same moment: it happens, we say so, something is promised.
  const all = [...seen, ...lines, ...promised].toSorted((a, b) =>
    a.item.at < b.item.at ? -1 : a.item.at > b.item.at ? 1 : a.order - b.order,
  );
  const joined: ChronologyItem[] = [];
  for (const { item } of all) {
    const last = joined.at(-1);
    if (item.kind === 'occurrences' && last?.kind === 'occurrences')
      joined[joined.length - 1] = { ...last, count: last.count + 1, to: item.at, at: item.at };
    else joined.push(item);
  }
  return joined.toReversed();
}
