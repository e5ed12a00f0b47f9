import type { Entry, EntryOf } from '../ledger/entry.ts';
import { isBlank } from '../text/blank.ts';
import { deciding } from './entry-order.ts';

export type EditedFields = Readonly<{
  /** '' when no title was given or it was taken back. */
  title: string;
  description: string;
  impact: number | null;
  urgency: number | null;
  labels: readonly string[];
  /** Nobody has typed or chosen anything yet. */
  untouched: boolean;
}>;

/** The fields people edit, each decided on its own: an entry about urgency leaves impact alone. */
export function foldFields(history: readonly Entry[]): EditedFields {
  const rated = of(history, 'issue.prioritised');
  const title = deciding(of(history, 'issue.titled'))?.body.title ?? '';
  const description = deciding(of(history, 'issue.described'))?.body.text ?? '';
  const impact = deciding(rated.filter(({ body }) => body.impact !== undefined))?.body.impact ?? null;
  const urgency = deciding(rated.filter(({ body }) => body.urgency !== undefined))?.body.urgency ?? null;
  const labels = deciding(of(history, 'issue.labelled'))?.body.labels ?? [];
  const untouched = isBlank(title) && isBlank(description) && impact === null && urgency === null;
  return {
    title: isBlank(title) ? '' : title,
    description,
    impact,
    urgency,
    labels: [...new Set(labels)],
    untouched,
  };
}

function of<K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K>[] {
  return entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
}
