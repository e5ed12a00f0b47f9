import { z } from '../z.ts';
import { count, int, text } from '../ledger/primitives.ts';
import { LIMITS } from '../ledger/limits.ts';
import { reasonCode } from './reason.ts';

/** A request the page made before the click, read from its Performance timeline. Times in whole ms. */
export const failedRequest = z.strictObject({
  /** Scrubbed address. */
  url: text(LIMITS.url),
  /** HTTP status; 0 = the browser does not tell (blocked, refused, or another origin without CORS). */
  status: count,
  /** fetch, xmlhttprequest, script, img, css, … as the browser names it. */
  initiator: text(40),
  /** When it started, ms after the page's navigation start. */
  startMs: count,
  durationMs: count,
  problem: z.enum(['failed', 'slow', 'unknown']),
  serverTiming: z.optional(z.array(text(200)).check(z.maxLength(5))),
});
export type FailedRequest = z.infer<typeof failedRequest>;

/** A finding offered to the reader: what vendors ask for first. */
export const chip = z.strictObject({
  id: text(40),
  kind: z.enum([
    'status',
    'request-failed',
    'request-slow',
    'error-id',
    'error-text',
    'error-page',
    'request-list-full',
    'slow-page',
  ]),
  /** For ids the printed name ("Request ID"), otherwise empty. */
  label: text(80),
  value: text(LIMITS.errorText),
  count: z.optional(count),
});
export type Chip = z.infer<typeof chip>;

export const navigationTiming = z.strictObject({
  status: z.optional(count),
  type: z.optional(text(40)),
  ttfbMs: z.optional(count),
  domContentLoadedMs: z.optional(count),
  loadMs: z.optional(count),
  lcpMs: z.optional(count),
  longTasks: z.optional(count),
  longestTaskMs: z.optional(count),
  serverTiming: z.optional(z.array(text(200)).check(z.maxLength(10))),
  protocol: z.optional(text(20)),
});

/** A field that asks for a secret, where it was on the picture, in CSS pixels of the viewport. */
export const sensitiveField = z.strictObject({
  field: z.enum(['password', 'card', 'one-time-code']),
  x: int,
  y: int,
  width: count,
  height: count,
});
export type SensitiveField = z.infer<typeof sensitiveField>;

/** A stack trace that stood visibly on the page, parsed. Scrubbed. */
export const visibleStack = z.strictObject({
  message: text(LIMITS.errorText),
  frames: z
    .array(
      z.strictObject({
        at: text(200),
        file: text(LIMITS.errorText),
        line: z.optional(count),
        column: z.optional(count),
      }),
    )
    .check(z.maxLength(10)),
});
export type VisibleStack = z.infer<typeof visibleStack>;

export const presentEvidence = z.strictObject({
  state: z.literal('present'),
  navigation: z.optional(navigationTiming),
  requests: z.array(failedRequest).check(z.maxLength(50)),
  /** All requests the timeline knew, failed or not. */
  requestsSeen: count,
  /** The browser keeps 250 entries; later failures of this page may be missing. */
  requestListFull: z.boolean(),
  chips: z.array(chip).check(z.maxLength(40)),
  /** Milliseconds the page had been open when clicked. */
  pageAgeMs: z.optional(count),
  frames: z.optional(count),
  sensitive: z.optional(z.array(sensitiveField).check(z.maxLength(20))),
  stacks: z.optional(z.array(visibleStack).check(z.maxLength(3))),
});

export const missingEvidence = z.strictObject({
  state: z.literal('missing'),
  reason: reasonCode,
  chips: z.array(chip).check(z.maxLength(40)),
});

export const evidence = z.discriminatedUnion('state', [presentEvidence, missingEvidence]);
export type Evidence = z.infer<typeof evidence>;

/** What the machine and the failing page looked like. Unknown values are absent, never guessed. */
export const environment = z.strictObject({
  browser: text(80),
  browserVersion: text(80),
  os: text(80),
  osVersion: z.optional(text(80)),
  arch: z.optional(text(40)),
  extensionVersion: text(40),
  uiLanguage: text(40),
  languages: z.array(text(40)).check(z.maxLength(20)),
  /** Device pixel ratio × 100, measured in the page. */
  dprPercent: z.optional(count),
  /** Browser zoom × 100. */
  zoomPercent: z.optional(count),
  viewport: z.optional(z.strictObject({ width: count, height: count })),
  screen: z.optional(z.strictObject({ width: count, height: count })),
  scroll: z.optional(z.strictObject({ x: int, y: int })),
  online: z.optional(z.boolean()),
  /** navigator.connection.effectiveType, Chromium only. */
  connection: z.optional(text(20)),
  rttMs: z.optional(count),
  colourScheme: z.optional(z.enum(['light', 'dark'])),
  userAgent: z.optional(text(400)),
  cookiesEnabled: z.optional(z.boolean()),
  /** Language of the page (html lang). */
  pageLanguage: z.optional(text(40)),
});
export type Environment = z.infer<typeof environment>;
