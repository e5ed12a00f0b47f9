import { z } from '../../domain/z.ts';
import {
  chip,
  environment,
  failedRequest,
  navigationTiming,
  visibleStack,
} from '../../domain/evidence/page-evidence.ts';
import { reasonCode } from '../../domain/evidence/reason.ts';
import { EVENT_KINDS } from '../../domain/accountability/timeline.ts';
import {
  captureVia,
  channel,
  level,
  occurrenceCaptured,
  pointedAt,
  timelineEvent,
} from '../../domain/issue/bodies.ts';
import { evidenceVia, storedFile } from '../../domain/issue/evidence-bodies.ts';
import { presentPicture } from '../../domain/issue/picture.ts';
import { certainty } from '../../domain/ledger/entry.ts';
import { captureId, count, instant, int, issueId, ledgerId, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';

/** Who wrote it, by role: persons are not named in an export. */
const side = z.enum(['us', 'provider', 'third-party']);

/** When something happened and when it was written down; our own delay is part of the record. */
const moment = {
  at: instant,
  recordedAt: instant,
  zone: text(60),
  offsetMin: int,
  certainty,
  plusMinusMin: z.optional(count),
  side,
  /** The ledger entry that says so. */
  entry: z.strictObject({ ledger: ledgerId, n: count }),
};

export const sharedPicture = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('present'),
    /** Its path inside the ZIP export. */
    file: text(200),
    sha256: presentPicture.shape.sha256,
    bytes: count,
    mime: presentPicture.shape.mime,
    width: count,
    height: count,
    caption: z.optional(text(LIMITS.caption)),
    scalePercent: presentPicture.shape.scalePercent,
    original: presentPicture.shape.original,
  }),
  /** Captured, but its file can no longer be read. */
  z.strictObject({ state: z.literal('lost'), sha256: presentPicture.shape.sha256 }),
  z.strictObject({ state: z.literal('missing'), reason: reasonCode }),
  z.strictObject({ state: z.literal('left-out') }),
]);
export type SharedPicture = z.infer<typeof sharedPicture>;

export const sharedEvidence = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('present'),
    navigation: z.optional(navigationTiming),
    requests: z.array(failedRequest),
    requestsSeen: count,
    requestListFull: z.boolean(),
    pageAgeMs: z.optional(count),
    frames: z.optional(count),
    stacks: z.optional(z.array(visibleStack)),
  }),
  z.strictObject({ state: z.literal('missing'), reason: reasonCode }),
  z.strictObject({ state: z.literal('left-out') }),
]);

export const sharedOccurrence = z.strictObject({
  ...moment,
  captureId,
  via: captureVia,
  /** Of a time that was recorded as an issue of its own: its number, and what was written about it then. */
  recordedAs: z.optional(text(20)),
  description: z.optional(text(LIMITS.note)),
  /** What the user pointed at in the page's own menu. */
  pointedAt: z.optional(pointedAt),
  /** For what is not in the browser: the system as the user named it. */
  systemName: z.optional(text(LIMITS.systemName)),
  page: occurrenceCaptured.shape.page,
  picture: sharedPicture,
  evidence: sharedEvidence,
  /** What was found on the page; absent when left out. */
  findings: z.optional(z.array(chip)),
  environment: z.optional(environment),
  masked: occurrenceCaptured.shape.masked,
});
export type SharedOccurrence = z.infer<typeof sharedOccurrence>;

/** What was added to the issue after or beside the click. */
const added = {
  ...moment,
  evidenceId: text(40),
  /** The occurrence it belongs to; null: the issue as a whole. */
  captureId: z.nullable(captureId),
  via: evidenceVia,
};

export const sharedAddedPicture = z.strictObject({
  ...added,
  url: z.nullable(text(LIMITS.url)),
  picture: sharedPicture,
});
export type SharedAddedPicture = z.infer<typeof sharedAddedPicture>;

export const sharedFile = z.strictObject({
  ...added,
  caption: text(LIMITS.caption),
  kind: storedFile.shape.kind,
  file: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('present'),
      /** Its path inside the ZIP export. */
      file: text(200),
      name: text(LIMITS.fileName),
      sha256: storedFile.shape.sha256,
      bytes: count,
      mime: text(100),
      /** How many secrets were masked in it; null: this kind of file cannot be searched, it is as it came. */
      masked: z.nullable(count),
    }),
    z.strictObject({ state: z.literal('lost'), sha256: storedFile.shape.sha256 }),
    z.strictObject({ state: z.literal('left-out') }),
  ]),
});
export type SharedFile = z.infer<typeof sharedFile>;

/**
 * A timeline event that may leave the house. There is no place here for `visibility`: only `shareEvent` makes one,
 * and it takes lines of `sharedTimeline` alone.
 */
export const sharedEvent = z.strictObject({
  ...moment,
  event: z.enum(EVENT_KINDS),
  channel: z.nullable(channel),
  ticket: z.nullable(text(LIMITS.ticket)),
  text: text(LIMITS.note),
  automatic: timelineEvent.shape.automatic,
  until: timelineEvent.shape.until,
  to: timelineEvent.shape.to,
  byWhom: timelineEvent.shape.byWhom,
  level: timelineEvent.shape.level,
  reason: timelineEvent.shape.reason,
  /** It was corrected: what stands here is what holds. */
  corrected: z.optional(z.literal(true)),
});
export type SharedEvent = z.infer<typeof sharedEvent>;

/** One step in the life of the record. Earlier wordings are not repeated: only the current text is shared. */
export const sharedStep = z.strictObject({ ...moment, kind: text(40) });
export type SharedStep = z.infer<typeof sharedStep>;

export const sharedIssue = z.strictObject({
  id: issueId,
  key: text(20),
  ledger: ledgerId,
  title: text(LIMITS.title),
  description: text(LIMITS.note),
  host: z.nullable(text(300)),
  url: z.nullable(text(LIMITS.url)),
  firstAt: instant,
  lastAt: instant,
  changedAt: instant,
  impact: z.nullable(level),
  urgency: z.nullable(level),
  priority: z.nullable(z.int().check(z.gte(1), z.lte(5))),
  labels: z.optional(z.array(text(LIMITS.label))),
  trashed: z.boolean(),
  tickets: z.array(text(LIMITS.ticket)),
  /** When we first told the provider, and how long that took us; null = not yet. */
  firstReportedAt: z.nullable(instant),
  reportedAfterMs: z.nullable(count),
  occurrences: z.array(sharedOccurrence).check(z.minLength(1)),
  /** Pictures added later; those of the clicks stand with their occurrences. */
  pictures: z.array(sharedAddedPicture),
  files: z.array(sharedFile),
  events: z.array(sharedEvent),
  history: z.optional(z.array(sharedStep)),
  /** Entries of this issue whose content was erased. */
  erasedEntries: count,
});
export type SharedIssue = z.infer<typeof sharedIssue>;
