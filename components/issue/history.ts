import type { Entry, EntryOf } from '../../lib/domain/ledger/entry.ts';
import { deciding } from '../../lib/domain/issue/entry-order.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { CommonWords } from '../../lib/i18n/common/common.ts';
import type { IssueWords } from '../../lib/i18n/issue/issue.ts';

export type HistoryItem = Readonly<{
  entry: Entry;
  /** What was done, in human words. */
  title: string;
  /** What was written, as it was: page-controlled or typed text. */
  detail: string;
  /** A later entry replaced all that this one said. */
  superseded: boolean;
}>;

/** The issue's own entries, newest first. Values that were replaced later stay readable and are marked. */
export function historyOf(issue: Issue, t: IssueWords, c: CommonWords): readonly HistoryItem[] {
  const current = currentEntries(issue.entries);
  return issue.entries
    .map((entry) => ({
      entry,
      ...wordsOf(entry, t, c),
      superseded: REPLACEABLE.has(entry.kind) && !current.has(entry),
    }))
    .toReversed();
}

const REPLACEABLE: ReadonlySet<Entry['kind']> = new Set([
  'issue.described',
  'issue.titled',
  'issue.prioritised',
  'issue.labelled',
]);

/** The entries whose values hold now. */
function currentEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const of = <K extends Entry['kind']>(kind: K): EntryOf<K>[] =>
    entries.filter((e): e is EntryOf<K> => e.kind === kind);
  const rated = of('issue.prioritised');
  return new Set<Entry>(
    [
      deciding(of('issue.described')),
      deciding(of('issue.titled')),
      deciding(of('issue.labelled')),
      deciding(rated.filter(({ body }) => body.impact !== undefined)),
      deciding(rated.filter(({ body }) => body.urgency !== undefined)),
    ].filter((entry) => entry !== undefined),
  );
}

type Said = Readonly<{ title: string; detail: string }>;

function wordsOf(entry: Entry, t: IssueWords, c: CommonWords): Said {
  const h = t.history;
  switch (entry.kind) {
    case 'occurrence.captured':
      return { title: h.captured(c.via[entry.body.via]), detail: entry.body.page.title };
    case 'issue.described':
      return entry.body.text === ''
        ? { title: h.descriptionCleared, detail: '' }
        : { title: h.described, detail: entry.body.text };
    case 'issue.titled':
      return entry.body.title === ''
        ? { title: h.titleCleared, detail: '' }
        : { title: h.titled, detail: entry.body.title };
    case 'issue.prioritised':
      return ratingWords(entry, t, c);
    case 'issue.labelled':
      return entry.body.labels.length === 0
        ? { title: h.labelsCleared, detail: '' }
        : { title: h.labelled, detail: entry.body.labels.join(', ') };
    case 'issue.trashed':
      return { title: h.trashed, detail: '' };
    case 'issue.restored':
      return { title: h.restored, detail: '' };
    case 'evidence.removed':
      return 'chipIds' in entry.body
        ? { title: h.evidenceRemoved(entry.body.chipIds.length), detail: '' }
        : { title: h.itemRemoved, detail: '' };
    case 'evidence.restored':
      return 'chipIds' in entry.body
        ? { title: h.evidenceRestored(entry.body.chipIds.length), detail: '' }
        : { title: h.itemRestored, detail: '' };
    case 'evidence.added':
      return entry.body.item.type === 'picture'
        ? { title: h.pictureAdded, detail: entry.body.caption }
        : { title: h.fileAdded, detail: entry.body.item.file.name };
    case 'picture.captioned':
      return { title: h.captioned, detail: entry.body.caption };
    case 'picture.annotated':
      return { title: h.annotated, detail: '' };
    case 'picture.original_removed':
      return { title: h.originalRemoved, detail: '' };
    case 'occurrence.moved':
      return { title: entry.body.to === entry.issueId ? h.movedBack : h.movedAgain, detail: '' };
    case 'issue.merged':
      return { title: h.merged, detail: '' };
    case 'issue.split':
      return { title: h.split, detail: '' };
    case 'event':
      return eventWords(entry, t, c);
    case 'entry.erased':
      return { title: h.erasedOne(entry.body.n), detail: '' };
    default:
      return { title: h.other, detail: '' };
  }
}

function ratingWords({ body }: EntryOf<'issue.prioritised'>, t: IssueWords, c: CommonWords): Said {
  const level = (value: number | null | undefined, words: Readonly<Record<1 | 2 | 3, string>>): string =>
    value === 1 || value === 2 || value === 3 ? words[value] : t.rating.unset;
  const parts = [
    ...(body.impact === undefined ? [] : [`${c.impact} ${level(body.impact, c.impactLevel)}`]),
    ...(body.urgency === undefined ? [] : [`${c.urgency} ${level(body.urgency, c.urgencyLevel)}`]),
  ];
  const cleared = [body.impact, body.urgency].every((value) => value === null || value === undefined);
  return { title: cleared ? t.history.ratingCleared : t.history.rated, detail: parts.join(' · ') };
}

function eventWords({ body }: EntryOf<'event'>, t: IssueWords, c: CommonWords): Said {
  const detail = [body.ticket === undefined ? '' : t.reports.ticket(body.ticket), body.text ?? '']
    .filter((part) => part !== '')
    .join('\n');
  if (body.event === 'note') return { title: t.history.noted, detail };
  return { title: t.history.reported(body.channel === undefined ? '' : c.channel[body.channel]), detail };
}
