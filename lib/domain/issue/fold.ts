import type { Entry, EntryOf, ErasedEntry } from '../ledger/entry.ts';
import type { IssueId } from '../ledger/primitives.ts';
import type { Chip } from '../evidence/page-evidence.ts';
import type { Issue } from './issue.ts';
import { absorbedBy } from './absorbed.ts';
import { type Groups, groupsOf } from './groups.ts';
import { compareText } from '../text/compare.ts';
import { deciding, earliestWritten } from './entry-order.ts';
import { foldFields } from './fold-fields.ts';
import { evidenceOf } from './issue-evidence.ts';
import { readableOf } from './readable.ts';
import { removedChips } from './removed-chips.ts';
import { levelOf, priorityOf } from './priority.ts';
import { reportsIn, timelineOf } from './timeline-of.ts';
import { titleOf } from './title.ts';

/**
 * The issue as its entries say, whatever order they come in; entries of several ledgers may be mixed. An erasure wins
 * over a body that is still there (from a merge or a restore). null when no occurrence can be read any more.
 * The entries of a whole group make one issue: everything that happened to any of them, under the name and with the
 * ratings of the root. `root` says which one where they hold several; without it the one written first.
 */
export function foldIssue(
  entries: readonly Entry[],
  erased: readonly ErasedEntry[],
  root?: IssueId,
): Issue | null {
  const { entries: readable, gone } = readableOf(entries, erased);
  const groups = groupsOf(readable);
  const id = root ?? rootOfFirst(readable, groups);
  const isMember = (entry: Entry | ErasedEntry): boolean => {
    const issue = issueOf(entry);
    return issue !== undefined && groups.rootOf.get(issue) === id;
  };
  const history = readable.filter(isMember);
  const own = history.filter((entry) => issueOf(entry) === id);
  const occurrences = ofKind(history, 'occurrence.captured');
  const [first] = occurrences;
  const last = occurrences.at(-1);
  const captured = ofKind(own, 'occurrence.captured');
  const [ownFirst] = captured;
  const origin = earliestWritten(captured);
  if (first === undefined || last === undefined || ownFirst === undefined || origin === undefined)
    return null;

  const absorbed = absorbedBy(origin.issueId, groups, history);
  const others = absorbed.length === 0 ? [] : history.filter((entry) => issueOf(entry) !== id);
  const fields = foldFields(own, others);
  const place = captured.find(({ body }) => body.page.host !== null) ?? ownFirst;
  const { key } = origin.body;
  const timeline = timelineOf({ entries: history });
  return {
    id: origin.issueId,
    key,
    ledger: origin.ledger,
    firstAt: first.at,
    lastAt: last.at,
    changedAt: latestRecorded([...history, ...erased.filter(isMember)], first.recordedAt),
    occurrences,
    title: titleOf({
      given: fields.title,
      description: fields.description,
      page: ownFirst.body.page.title,
      host: place.body.page.host ?? ownFirst.body.systemName ?? null,
      key,
    }),
    description: fields.description,
    impact: levelOf(fields.impact),
    urgency: levelOf(fields.urgency),
    priority: priorityOf(levelOf(fields.impact), levelOf(fields.urgency)),
    labels: fields.labels,
    host: place.body.page.host,
    url: place.body.page.url,
    trashed:
      deciding(own.filter(({ kind }) => kind === 'issue.trashed' || kind === 'issue.restored'))?.kind ===
      'issue.trashed',
    needsDetails: fields.untouched,
    timeline,
    reported: reportsIn(timeline),
    assigned: fields.assigned,
    chips: chipsLeft(history, occurrences),
    ...evidenceOf(history),
    absorbed,
    entries: history,
    erasedCount: gone.size,
  };
}

function issueOf(entry: Entry | ErasedEntry): IssueId | undefined {
  return 'issueId' in entry ? entry.issueId : undefined;
}

function rootOfFirst(readable: readonly Entry[], { rootOf }: Groups): IssueId | undefined {
  const first = earliestWritten(ofKind(readable, 'occurrence.captured'));
  return first === undefined ? undefined : rootOf.get(first.issueId);
}

function ofKind<K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K>[] {
  return entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
}

function latestRecorded(entries: readonly Pick<Entry, 'recordedAt'>[], start: string): string {
  return entries.reduce(
    (latest, { recordedAt }) => (compareText(recordedAt, latest) > 0 ? recordedAt : latest),
    start,
  );
}

function chipsLeft(
  history: readonly Entry[],
  occurrences: readonly EntryOf<'occurrence.captured'>[],
): Chip[] {
  const removed = removedChips(history);
  const left = occurrences.flatMap(({ body }) =>
    body.evidence.chips.filter(({ id }) => removed.get(body.captureId)?.has(id) !== true),
  );
  // A chip's id is made from its content, so the same finding of two occurrences is shown once.
  return [...new Map(left.toReversed().map((chip) => [chip.id, chip])).values()].toReversed();
}
