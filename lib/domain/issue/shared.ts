import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Issue } from './issue.ts';

declare const shared: unique symbol;

/** An issue that may leave the machine: nothing marked `internal` is in it. Only `sharedIssue` makes one. */
export type SharedIssue = Issue & { readonly [shared]: true };

export type Note = Readonly<{ at: string; text: string; visibility: 'shared' | 'internal' }>;

export function isInternal(entry: Entry): boolean {
  return entry.kind === 'event' && entry.body.visibility === 'internal';
}

/** Takes out what is internal: notes and reports, from the lists and from the history. */
export function sharedIssue(issue: Issue): SharedIssue {
  const entries = issue.entries.filter((entry) => !isInternal(entry));
  const reported = entries
    .filter((entry): entry is EntryOf<'event'> => entry.kind === 'event' && entry.body.event === 'reported')
    .map(({ at, body }) => ({
      at,
      channel: body.channel ?? null,
      ticket: body.ticket ?? null,
      text: body.text ?? '',
    }));
  const reduced: Issue = { ...issue, entries, reported };
  return reduced as SharedIssue; // as: the brand exists in the type only
}

/** Notes in the order of the timeline, with their visibility. */
export function notesOf(issue: Issue): Note[] {
  return issue.entries
    .filter((entry): entry is EntryOf<'event'> => entry.kind === 'event' && entry.body.event === 'note')
    .map(({ at, body }) => ({ at, text: body.text ?? '', visibility: body.visibility }));
}
