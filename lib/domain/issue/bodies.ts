import { z } from '../z.ts';
import { environment, evidence } from '../evidence/page-evidence.ts';
import { EVENT_KINDS } from '../accountability/timeline.ts';
import { directoryId } from '../directory/parts.ts';
import { captureId, count, instant, position, sha256Hex, text } from '../ledger/primitives.ts';
import { LIMITS } from '../ledger/limits.ts';
import { picture } from './picture.ts';

export const pageState = z.enum(['ok', 'http-error', 'error-page', 'restricted', 'unknown']);

/** How a capture was started. */
export const captureVia = z.enum(['popup', 'shortcut', 'menu', 'delayed', 'app', 'recovered']);

/** What the user pointed at in the page's own menu. Scrubbed. */
export const pointedAt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('selection'), text: text(LIMITS.note) }),
  z.strictObject({ kind: z.literal('link'), url: text(LIMITS.url) }),
  z.strictObject({ kind: z.literal('image'), url: text(LIMITS.url) }),
]);
export type PointedAt = z.infer<typeof pointedAt>;

/** The body of `occurrence.captured`: exactly one per capture. All texts are scrubbed. */
export const occurrenceCaptured = z.strictObject({
  captureId,
  /** Readable key of the issue, `K7-0042`; given once, never renumbered. */
  key: text(20),
  via: captureVia,
  pointedAt: z.optional(pointedAt),
  /** For what is not in the browser: the system as the user names it. */
  systemName: z.optional(text(LIMITS.systemName)),
  page: z.strictObject({
    /** null where the browser does not tell (about:blank, chrome: pages). */
    url: z.nullable(text(LIMITS.url)),
    /** Host with port if not the default, lower case, IDN as punycode; null without an http(s) address. */
    host: z.nullable(text(300)),
    title: text(LIMITS.title),
    state: pageState,
    httpStatus: z.optional(count),
    /** The address or the title was longer than we keep. */
    truncated: z.optional(z.boolean()),
    /** The page moved on between the click and the picture. */
    changedDuringCapture: z.optional(z.boolean()),
  }),
  picture,
  evidence,
  environment,
  /** How many secrets were masked, by rule name. */
  masked: z.strictObject({ total: count, rules: z.record(text(40), count) }),
  /** Milliseconds from the click to the moment this was put on disk. */
  tookMs: z.optional(count),
});

/** 1 = highest … 3 = lowest, as in ITIL; priority = impact + urgency − 1. */
export const level = z.int().check(z.gte(1), z.lte(3));

export const issueDescribed = z.strictObject({
  text: text(LIMITS.note),
  masked: z.optional(count),
});

export const issuePrioritised = z.strictObject({
  /** 1 everyone, 2 my team, 3 only me; null = taken back. */
  impact: z.optional(z.nullable(level)),
  /** 1 cannot work, 2 with a detour, 3 nuisance; null = taken back. */
  urgency: z.optional(z.nullable(level)),
});

export const issueLabelled = z.strictObject({
  labels: z.array(text(LIMITS.label)).check(z.maxLength(LIMITS.labels)),
});

export const issueTitled = z.strictObject({ title: text(200) });

export const empty = z.strictObject({});

export const channel = z.enum(['phone', 'email', 'portal', 'chat', 'in-person', 'other']);

/** What happened between us and a provider, and what somebody noted down. */
export const timelineEvent = z.strictObject({
  event: z.enum(EVENT_KINDS),
  channel: z.optional(channel),
  ticket: z.optional(text(LIMITS.ticket)),
  text: z.optional(text(LIMITS.note)),
  visibility: z.enum(['shared', 'internal']),
  /** An automatic receipt: no person acted. */
  automatic: z.optional(z.boolean()),
  /** End of an agreed wait, as agreed. */
  until: z.optional(instant),
  /** The new priority, or the first one when it comes with `reported`. */
  to: z.optional(z.int().check(z.gte(1), z.lte(5))),
  /** Whose priority changed; ours when missing. */
  byWhom: z.optional(z.enum(['us', 'provider'])),
  /** How high it was escalated. */
  level: z.optional(z.int().check(z.gte(1), z.lte(9))),
  /** Why it was reopened. */
  reason: z.optional(z.enum(['not_fixed', 'came_back', 'wrong_issue'])),
  /** Who at the provider, or of us. */
  contactId: z.optional(directoryId),
  /** Pictures and files of the issue that show it. */
  evidence: z.optional(z.array(sha256Hex).check(z.maxLength(20))),
});
export type EventBody = Readonly<z.infer<typeof timelineEvent>>;

/**
 * The event at that place as it should have been written; `at` and its certainty are those of this entry. null: it is
 * struck out. What it names may be a correction, too.
 */
export const entryCorrected = z.strictObject({ ...position.shape, as: z.nullable(timelineEvent) });

/** Said by hand; null: taken back, the address decides again. */
export const issueAssigned = z.strictObject({ systemId: z.nullable(directoryId) });
