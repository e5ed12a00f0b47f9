import { z } from '../z.ts';
import * as bodies from '../issue/bodies.ts';
import * as added from '../issue/evidence-bodies.ts';
import * as promises from '../issue/promise-bodies.ts';
import { conversationHeld } from '../conversations/entries.ts';
import { directoryRetired, directorySaved } from '../directory/entries.ts';
import { count, entryId, instant, int, issueId, ledgerId, position, sha256Hex, text } from './primitives.ts';

export const certainty = z.enum(['exact', 'documented', 'recalled']);

const author = z.strictObject({
  side: z.enum(['us', 'provider', 'third-party']),
  reporterId: z.optional(text(60)),
  contactId: z.optional(text(60)),
});

const common = {
  v: z.literal(1),
  ledger: ledgerId,
  /** Gapless from 1 within a ledger. */
  n: z.int().check(z.positive()),
  id: entryId,
  /** When it happened; people may set it. */
  at: instant,
  /** When it was written down, by this machine's clock. */
  recordedAt: instant,
  /** IANA zone of the writer, and its offset at `at` in minutes east of UTC. */
  zone: text(60),
  offsetMin: int,
  certainty,
  plusMinusMin: z.optional(count),
  by: author,
  /** 128 random bits, hex: the hash of a withheld entry cannot be guessed. */
  nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
};

function ofIssue<const K extends string, B extends z.ZodMiniType>(kind: K, body: B) {
  return z.strictObject({ ...common, kind: z.literal(kind), issueId, body });
}
function ofLedger<const K extends string, B extends z.ZodMiniType>(kind: K, body: B) {
  return z.strictObject({ ...common, kind: z.literal(kind), body });
}

/** About an issue, or about none. */
function ofEither<const K extends string, B extends z.ZodMiniType>(kind: K, body: B) {
  return z.strictObject({ ...common, kind: z.literal(kind), issueId: z.optional(issueId), body });
}

const imported = z.strictObject({ importId: text(60), entries: count, ledgers: count });

/** An immutable fact. The hash chain covers its RFC 8785 bytes. See docs/data-format.md. */
export const entry = z.discriminatedUnion('kind', [
  ofIssue('occurrence.captured', bodies.occurrenceCaptured),
  ofIssue('issue.described', bodies.issueDescribed),
  ofIssue('issue.titled', bodies.issueTitled),
  ofIssue('issue.prioritised', bodies.issuePrioritised),
  ofIssue('issue.labelled', bodies.issueLabelled),
  ofIssue('issue.trashed', bodies.empty),
  ofIssue('issue.restored', bodies.empty),
  ofIssue('occurrence.moved', added.occurrenceMoved),
  ofIssue('issue.merged', added.issueMerged),
  ofIssue('issue.split', added.issueSplit),
  ofIssue('evidence.added', added.evidenceAdded),
  ofIssue('evidence.removed', added.evidenceNamed),
  ofIssue('evidence.restored', added.evidenceNamed),
  ofIssue('picture.captioned', added.pictureCaptioned),
  ofIssue('picture.annotated', added.pictureAnnotated),
  ofIssue('picture.original_removed', added.pictureOriginalRemoved),
  ofIssue('event', bodies.timelineEvent),
  ofIssue('entry.corrected', bodies.entryCorrected),
  ofIssue('issue.assigned', bodies.issueAssigned),
  ofEither('promise.made', promises.promiseMade),
  ofEither('promise.moved', promises.promiseMoved),
  ofEither('promise.kept', promises.promiseKept),
  ofEither('promise.withdrawn', promises.promiseWithdrawn),
  ofEither('promise.reverted', promises.promiseReverted),
  ofLedger('conversation.held', conversationHeld),
  /** A file with a directory was taken in; the things themselves follow. */
  ofLedger(
    'directory.merged',
    z.strictObject({ sha256: sha256Hex, exportedAt: instant, new: count, changed: count }),
  ),
  ofLedger('provider.saved', directorySaved),
  ofLedger('provider.retired', directoryRetired),
  ofLedger('system.saved', directorySaved),
  ofLedger('system.retired', directoryRetired),
  ofLedger('agreement.saved', directorySaved),
  ofLedger('agreement.retired', directoryRetired),
  ofLedger('calendar.saved', directorySaved),
  ofLedger('calendar.retired', directoryRetired),
  ofLedger('contact.saved', directorySaved),
  ofLedger('contact.retired', directoryRetired),
  ofLedger('team.saved', directorySaved),
  ofLedger('team.retired', directoryRetired),
  ofLedger('reporter.saved', directorySaved),
  ofLedger('reporter.retired', directoryRetired),
  /** Body, nonce and bytes of the named entry are gone; hash, link, kind and times stay. */
  ofEither('entry.erased', position),
  ofLedger(
    'ledger.started',
    z.strictObject({
      /** The ledger this one continues, after a wipe or a restore. */
      after: z.optional(z.strictObject({ ledger: ledgerId, n: count, link: sha256Hex })),
      reason: z.enum(['install', 'restored', 'wiped']),
    }),
  ),
  ofLedger('clock.jumped', z.strictObject({ previousRecordedAt: instant, backMs: count })),
  ofLedger('store.damaged', z.strictObject({ what: text(200), count })),
  ofLedger('backup.made', z.strictObject({ entries: count, pictures: count, bytes: count })),
  ofLedger('pack.exported', z.strictObject({ formats: z.array(text(20)), issues: count, head: sha256Hex })),
  ofLedger('import.merged', imported),
  /** What that import brought is not part of this log any more. */
  ofLedger('import.undone', imported),
]);
export type Entry = z.infer<typeof entry>;
export type EntryKind = Entry['kind'];
export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;

/** What a caller gives; the store adds v, ledger, n, id, recordedAt, nonce — and `key` for a capture. */
export type NewEntry = {
  [K in EntryKind]: Omit<EntryOf<K>, 'v' | 'ledger' | 'n' | 'id' | 'recordedAt' | 'nonce' | 'body'> & {
    body: K extends 'occurrence.captured' ? Omit<EntryOf<K>['body'], 'key'> : EntryOf<K>['body'];
  };
}[EntryKind];

/** What stays of an entry whose body was erased. */
export const erasedEntry = z.strictObject({
  ledger: ledgerId,
  n: z.int().check(z.positive()),
  id: entryId,
  kind: z.string(),
  at: instant,
  recordedAt: instant,
  issueId: z.optional(issueId),
  erased: z.literal(true),
});
export type ErasedEntry = z.infer<typeof erasedEntry>;
