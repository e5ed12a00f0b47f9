import type { Entry, EntryOf, ErasedEntry } from '../ledger/entry.ts';
import type { Chip } from '../evidence/page-evidence.ts';
import type { Issue } from './issue.ts';
import { compareText } from '../text/compare.ts';
import { compareByTime, deciding, earliestWritten, positionOf } from './entry-order.ts';
import { foldFields } from './fold-fields.ts';
import { levelOf, priorityOf } from './priority.ts';
import { titleOf } from './title.ts';

/**
 * The issue as its entries say, whatever order they come in; entries of several ledgers may be mixed. An erasure wins
 * over a body that is still there (from a merge or a restore). null when no occurrence can be read any more.
 */
export function foldIssue(entries: readonly Entry[], erased: readonly ErasedEntry[]): Issue | null {
  const gone = erasedPositions(entries, erased);
  const readable = distinct(entries).filter((entry) => !gone.has(positionOf(entry)));
  const history = readable
    .filter((entry) => 'issueId' in entry && entry.issueId !== undefined)
    .toSorted(compareByTime);
  const occurrences = ofKind(history, 'occurrence.captured');
  const [first] = occurrences;
  const last = occurrences.at(-1);
  const origin = earliestWritten(occurrences);
  if (first === undefined || last === undefined || origin === undefined) return null;

  const fields = foldFields(history);
  const place = occurrences.find(({ body }) => body.page.host !== null) ?? first;
  const { key } = origin.body;
  return {
    id: origin.issueId,
    key,
    ledger: origin.ledger,
    firstAt: first.at,
    lastAt: last.at,
    changedAt: latestRecorded([...history, ...erased], first.recordedAt),
    occurrences,
    title: titleOf({
      given: fields.title,
      description: fields.description,
      page: first.body.page.title,
      host: place.body.page.host,
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
      deciding(history.filter(({ kind }) => kind === 'issue.trashed' || kind === 'issue.restored'))?.kind ===
      'issue.trashed',
    needsDetails: fields.untouched,
    reported: reportsOf(history),
    chips: chipsLeft(occurrences, ofKind(history, 'evidence.removed')),
    entries: history,
    erasedCount: gone.size,
  };
}

function erasedPositions(entries: readonly Entry[], erased: readonly ErasedEntry[]): Set<string> {
  return new Set([
    ...erased.map(positionOf),
    ...ofKind(entries, 'entry.erased').map(({ body }) => positionOf(body)),
  ]);
}

function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [positionOf(entry), entry])).values()];
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

function reportsOf(history: readonly Entry[]): Issue['reported'] {
  return ofKind(history, 'event')
    .filter(({ body }) => body.event === 'reported')
    .map(({ at, body }) => ({
      at,
      channel: body.channel ?? null,
      ticket: body.ticket ?? null,
      text: body.text ?? '',
    }));
}

function chipsLeft(
  occurrences: readonly EntryOf<'occurrence.captured'>[],
  removals: readonly EntryOf<'evidence.removed'>[],
): Chip[] {
  const removed = new Set(
    removals.flatMap(({ body }) => body.chipIds.map((id) => `${body.captureId} ${id}`)),
  );
  const left = occurrences.flatMap(({ body }) =>
    body.evidence.chips.filter(({ id }) => !removed.has(`${body.captureId} ${id}`)),
  );
  // A chip's id is made from its content, so the same finding of two occurrences is shown once.
  return [...new Map(left.toReversed().map((chip) => [chip.id, chip])).values()].toReversed();
}
