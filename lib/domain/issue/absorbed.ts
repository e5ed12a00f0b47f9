import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Instant, IssueId } from '../ledger/primitives.ts';
import { compareText } from '../text/compare.ts';
import { earliestWritten } from './entry-order.ts';
import { foldFields } from './fold-fields.ts';
import type { Groups } from './groups.ts';
import { titleOf } from './title.ts';

/** An issue that became part of another one. */
export type AbsorbedIssue = Readonly<{
  issueId: IssueId;
  key: string;
  /** As it would stand on its own. */
  title: string;
  description: string;
  /** By "Again" at the capture, or merged in the log. */
  how: 'again' | 'merged';
  /** When that was said. */
  at: Instant;
}>;

/** The issues that are shown as `root`, in the order in which they came to it. */
export function absorbedBy(
  root: IssueId,
  { rootOf, pointerOf }: Groups,
  entries: readonly Entry[],
): AbsorbedIssue[] {
  const absorbed: AbsorbedIssue[] = [];
  const entriesOf = new Map<IssueId, Entry[]>();
  for (const entry of entries) {
    if (!('issueId' in entry) || entry.issueId === undefined) continue;
    const known = entriesOf.get(entry.issueId);
    if (known === undefined) entriesOf.set(entry.issueId, [entry]);
    else known.push(entry);
  }
  for (const [issueId, pointer] of pointerOf) {
    if (issueId === root || rootOf.get(issueId) !== root) continue;
    const own = entriesOf.get(issueId) ?? [];
    const origin = earliestWritten(
      own.filter((entry): entry is EntryOf<'occurrence.captured'> => entry.kind === 'occurrence.captured'),
    );
    if (origin === undefined) continue;
    const { key, page } = origin.body;
    const { title, description } = foldFields(own);
    absorbed.push({
      issueId,
      key,
      title: titleOf({ given: title, description, page: page.title, host: page.host, key }),
      description,
      how: pointer.kind === 'occurrence.moved' ? 'again' : 'merged',
      at: pointer.at,
    });
  }
  return absorbed.toSorted((a, b) => compareText(a.at, b.at) || compareText(a.issueId, b.issueId));
}
