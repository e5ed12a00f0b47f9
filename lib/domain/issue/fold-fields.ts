import type { Entry, EntryKind, EntryOf } from '../ledger/entry.ts';
import { isBlank } from '../text/blank.ts';
import { deciding } from './entry-order.ts';

export type EditedFields = Readonly<{
  /** '' when no title was given or it was taken back. */
  title: string;
  description: string;
  impact: number | null;
  urgency: number | null;
  labels: readonly string[];
  assigned: Readonly<{ systemId: string | null }> | null;
  /** Nobody has typed or chosen anything yet. */
  untouched: boolean;
}>;

/**
 * The fields people edit, each decided on its own: an entry about urgency leaves impact alone. `absorbed`, the entries
 * of issues that became part of this one, speak only for a field of which its own say nothing.
 */
export function foldFields(own: readonly Entry[], absorbed: readonly Entry[] = []): EditedFields {
  const last = <K extends EntryKind>(kind: K, says: (entry: EntryOf<K>) => boolean = () => true) =>
    deciding(of(own, kind).filter(says)) ?? deciding(of(absorbed, kind).filter(says));
  const title = last('issue.titled')?.body.title ?? '';
  const description = last('issue.described')?.body.text ?? '';
  const impact = last('issue.prioritised', ({ body }) => body.impact !== undefined)?.body.impact ?? null;
  const urgency = last('issue.prioritised', ({ body }) => body.urgency !== undefined)?.body.urgency ?? null;
  const labels = last('issue.labelled')?.body.labels ?? [];
  const assigned = last('issue.assigned')?.body ?? null;
  const untouched = isBlank(title) && isBlank(description) && impact === null && urgency === null;
  return {
    title: isBlank(title) ? '' : title,
    description,
    impact,
    urgency,
    labels: [...new Set(labels)],
    assigned,
    untouched,
  };
}

function of<K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K>[] {
  return entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
}
