import type { EntryOf, NewEntry } from '../../domain/ledger/entry.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { createStamp } from './stamp.ts';

/** Masks secrets; waits for the install's own key. */
export type Scrub = (text: string) => Promise<Readonly<{ value: string; masked: number }>>;

export type EditDone = Readonly<{
  ok: true;
  /** Secrets masked in what was typed. */
  masked: number;
  /** Takes it back with a new entry; nothing is ever overwritten. null where there is no way back. */
  undo: (() => Promise<EditResult>) | null;
}>;
export type EditResult = EditDone | StorageFailure;

export type Rating = Readonly<{ impact?: 1 | 2 | 3 | null; urgency?: 1 | 2 | 3 | null }>;
type Channel = NonNullable<EntryOf<'event'>['body']['channel']>;
export type Report = Readonly<{ at: Date; channel: Channel; ticket: string; text: string }>;

/** Changes to one issue; each is one entry. What an edit replaces is given, so that undo can bring it back. */
export type Edits = Readonly<{
  describe(id: IssueId, text: string, before: string): Promise<EditResult>;
  /** '' takes a given title back. */
  rename(id: IssueId, title: string, before: string): Promise<EditResult>;
  rate(id: IssueId, rating: Rating, before: Rating): Promise<EditResult>;
  label(id: IssueId, labels: readonly string[], before: readonly string[]): Promise<EditResult>;
  trash(id: IssueId): Promise<EditResult>;
  restore(id: IssueId): Promise<EditResult>;
  /** Takes a finding off; `id` is the issue its capture was recorded as. */
  removeChip(id: IssueId, captureId: CaptureId, chipId: string): Promise<EditResult>;
  restoreChip(id: IssueId, captureId: CaptureId, chipId: string): Promise<EditResult>;
  report(id: IssueId, report: Report): Promise<EditResult>;
}>;

export type EditDeps = Readonly<{ store: Store; now: () => Date; zone: () => string; scrub: Scrub }>;

export function createEdits({ store, now, zone, scrub }: EditDeps): Edits {
  const stamp = createStamp(now, zone);

  async function write(entry: NewEntry, masked: number, undo: EditDone['undo']): Promise<EditResult> {
    const result = await store.append(entry);
    return result.ok ? { ok: true, masked, undo } : result;
  }
  async function clean(text: string, max: number): Promise<{ value: string; masked: number }> {
    const scrubbed = await scrub(text.toWellFormed().trim());
    return { value: cutAt(scrubbed.value, max), masked: scrubbed.masked };
  }

  const edits: Edits = {
    async describe(id, text, before) {
      const { value, masked } = await clean(text, LIMITS.note);
      const body = masked > 0 ? { text: value, masked } : { text: value };
      const entry: NewEntry = { ...stamp(), kind: 'issue.described', issueId: id, body };
      return write(entry, masked, () => edits.describe(id, before, value));
    },
    async rename(id, title, before) {
      const { value, masked } = await clean(title.replace(/\s+/gu, ' '), 200);
      const entry: NewEntry = { ...stamp(), kind: 'issue.titled', issueId: id, body: { title: value } };
      return write(entry, masked, () => edits.rename(id, before, value));
    },
    rate(id, rating, before) {
      const entry: NewEntry = { ...stamp(), kind: 'issue.prioritised', issueId: id, body: { ...rating } };
      return write(entry, 0, () => edits.rate(id, before, rating));
    },
    async label(id, labels, before) {
      const all = await Promise.all(labels.map((label) => clean(label, LIMITS.label)));
      const cleaned = all.filter((label) => label.value !== '');
      const values = [...new Set(cleaned.map((label) => label.value))].slice(0, LIMITS.labels);
      const masked = cleaned.reduce((sum, label) => sum + label.masked, 0);
      const entry: NewEntry = { ...stamp(), kind: 'issue.labelled', issueId: id, body: { labels: values } };
      return write(entry, masked, () => edits.label(id, before, values));
    },
    trash: (id) =>
      write({ ...stamp(), kind: 'issue.trashed', issueId: id, body: {} }, 0, () => edits.restore(id)),
    restore: (id) =>
      write({ ...stamp(), kind: 'issue.restored', issueId: id, body: {} }, 0, () => edits.trash(id)),
    removeChip(issueId, captureId, chipId) {
      const body = { captureId, chipIds: [chipId] };
      const entry: NewEntry = { ...stamp(), kind: 'evidence.removed', issueId, body };
      return write(entry, 0, () => edits.restoreChip(issueId, captureId, chipId));
    },
    restoreChip(issueId, captureId, chipId) {
      const body = { captureId, chipIds: [chipId] };
      const entry: NewEntry = { ...stamp(), kind: 'evidence.restored', issueId, body };
      return write(entry, 0, () => edits.removeChip(issueId, captureId, chipId));
    },
    async report(id, { at, channel, ticket, text }) {
      const number = await clean(ticket, LIMITS.ticket);
      const note = await clean(text, LIMITS.note);
      const masked = number.masked + note.masked;
      const entry: NewEntry = {
        ...stamp(at),
        kind: 'event',
        issueId: id,
        body: {
          event: 'reported',
          channel,
          visibility: 'shared',
          ...(number.value === '' ? {} : { ticket: number.value }),
          ...(note.value === '' ? {} : { text: note.value }),
        },
      };
      return write(entry, masked, null);
    },
  };
  return edits;
}
