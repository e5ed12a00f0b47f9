import { z } from '../../domain/z.ts';
import { level, pageState } from '../../domain/issue/bodies.ts';
import { chip } from '../../domain/evidence/page-evidence.ts';
import { reasonCode } from '../../domain/evidence/reason.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { Suggestion } from '../../domain/issue/suggestion.ts';
import { captureId, count, instant, int, issueId, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { systemRequests, systemView, tell } from './system-view.ts';
import type { SystemOffers } from './system-view.ts';

const recorded = z.strictObject({
  state: z.literal('recorded'),
  /** True: the popup was reopened on an issue whose text was still being typed; nothing new was recorded. */
  continued: z.boolean(),
  captureId,
  issueId,
  key: text(20),
  at: instant,
  zone: text(60),
  url: z.nullable(text(LIMITS.url)),
  host: z.nullable(text(300)),
  title: text(LIMITS.title),
  system: systemView,
  pageState,
  httpStatus: z.optional(count),
  picture: z.discriminatedUnion('state', [
    /** `thumb` is a data: address of a small JPEG, '' where none could be drawn; width and height are the picture's. */
    z.strictObject({ state: z.literal('present'), thumb: text(200_000), width: count, height: count }),
    z.strictObject({ state: z.literal('missing'), reason: reasonCode }),
  ]),
  /** Why page text and requests are missing, where they are. */
  evidenceMissing: z.nullable(reasonCode),
  /** Without those the user took off. */
  chips: z.array(chip).check(z.maxLength(40)),
  /** What was typed so far: the draft, else the stored description. Scrubbed. */
  text: text(LIMITS.note),
  impact: z.nullable(level),
  urgency: z.nullable(level),
  trashed: z.boolean(),
  /** How many secrets were masked in this record. */
  maskedTotal: count,
  /** The issue that this capture was added to; it is then what `issueId`, `key` and the rating belong to. */
  again: z.optional(z.strictObject({ title: text(LIMITS.title), occurrences: count })),
});

export const captureView = z.discriminatedUnion('state', [
  /** Not on disk yet. Host and title come as soon as the browser tells them. */
  z.strictObject({ state: z.literal('recording'), host: z.nullable(text(300)), title: text(LIMITS.title) }),
  recorded,
  /** The database refused; text and page facts are in the emergency journal and enter the log at the next good start. */
  z.strictObject({
    state: z.literal('journalled'),
    captureId,
    at: instant,
    host: z.nullable(text(300)),
    title: text(LIMITS.title),
    text: text(LIMITS.note),
    /** Storage failure code, worded by lib/i18n. */
    code: text(40),
  }),
  z.strictObject({ state: z.literal('refused'), reason: z.enum(['private-window']) }),
  /** Nothing could be kept anywhere, or the background cannot be reached (`no-background`). */
  z.strictObject({ state: z.literal('failed'), code: text(40) }),
]);
export type CaptureView = z.infer<typeof captureView>;
export type RecordedView = Extract<CaptureView, { state: 'recorded' }>;

/** Outcome of a change; `code` is a storage failure code, `unknown-capture`, `refused`, `invalid` or `no-background`. */
export const done = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), code: text(40) }),
]);
export type Done = z.infer<typeof done>;

/** As `done`, with the state after it. */
export const doneWithView = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), view: captureView }),
  z.strictObject({ ok: z.literal(false), code: text(40) }),
]);
export type DoneWithView = z.infer<typeof doneWithView>;

/** What happened while no popup was open. */
export const news = z.discriminatedUnion('what', [
  /** Recorded by a shortcut or from a menu. */
  z.strictObject({
    what: z.literal('recorded'),
    captureId,
    at: instant,
    zone: text(60),
    tell: z.optional(tell),
  }),
  /** A picture that was wanted could not be taken. */
  z.strictObject({ what: z.literal('no-picture'), reason: reasonCode }),
]);
export type News = z.infer<typeof news>;

/** `shortcut`: the key that records without a popup, '' where the browser bound none. */
export type Told = Readonly<{ ok: true; news: News | null; shortcut: string }>;

export const pictureHow = z.enum(['region', 'full-page', 'delayed']);
export type PictureHow = z.infer<typeof pictureHow>;

/** How another picture of the capture is coming along; pushed to its open popups. */
export type PictureNews = Readonly<{
  picture:
    | Readonly<{ state: 'running'; how: PictureHow; percent: number }>
    /** `cut`: the page was too long for one picture. */
    | Readonly<{ state: 'added'; cut: boolean }>
    | Readonly<{ state: 'missing'; reason: ReasonCode }>
    | Readonly<{ state: 'stopped' }>;
}>;

/** Issues that this capture may be another occurrence of, the likeliest first. */
export type Same = Readonly<{ ok: true; same: readonly Suggestion[] }>;

const note = text(LIMITS.note);

export const request = z.discriminatedUnion('verb', [
  /** First act of the popup. `clickedAt`: epoch ms at which its page began to load. */
  z.strictObject({ verb: z.literal('popup.opened'), captureId, clickedAt: z.optional(int) }),
  z.strictObject({ verb: z.literal('capture.view'), captureId }),
  z.strictObject({ verb: z.literal('draft.save'), captureId, text: note }),
  z.strictObject({ verb: z.literal('draft.done'), captureId, text: note }),
  z.strictObject({
    verb: z.literal('issue.rate'),
    issueId,
    impact: z.optional(z.nullable(level)),
    urgency: z.optional(z.nullable(level)),
  }),
  /** `back`: puts it back. */
  z.strictObject({
    verb: z.literal('chip.remove'),
    captureId,
    chipId: text(40),
    back: z.optional(z.boolean()),
  }),
  z.strictObject({ verb: z.literal('capture.undo'), captureId }),
  z.strictObject({ verb: z.literal('capture.redo'), captureId }),
  /** Record anew instead of continuing; `captureId` is the fresh one the popup came with. */
  z.strictObject({ verb: z.literal('capture.again-anyway'), captureId }),
  z.strictObject({ verb: z.literal('same.ask'), captureId }),
  /** The capture becomes another occurrence of that issue. */
  z.strictObject({ verb: z.literal('capture.again'), captureId, issueId }),
  /** It is an issue of its own again. */
  z.strictObject({ verb: z.literal('capture.again-undo'), captureId }),
  /** `captureId`: the popup that asks; the first one to ask is told. */
  z.strictObject({ verb: z.literal('news.ask'), captureId }),
  /** Another picture for this capture. Done: it is under way; else `code` is the reason why it cannot be taken. */
  z.strictObject({ verb: z.literal('picture.take'), captureId, how: pictureHow }),
  z.strictObject({ verb: z.literal('picture.cancel'), captureId }),
  ...systemRequests,
  z.strictObject({ verb: z.literal('log.open'), issueId: z.optional(issueId) }),
  /** Sent by the log page when it opens, so that the background finishes what was interrupted. */
  z.strictObject({ verb: z.literal('background.wake') }),
  /** Sent by the log page when what we owe has become another number. */
  z.strictObject({ verb: z.literal('owed.changed') }),
]);
export type Request = z.infer<typeof request>;
export type Verb = Request['verb'];
export type RequestOf<V extends Verb> = Extract<Request, { verb: V }>;

/** What the background answers to each verb. */
export type Replies = {
  'popup.opened': CaptureView;
  'capture.view': CaptureView;
  'draft.save': Done;
  'draft.done': DoneWithView;
  'issue.rate': Done;
  'chip.remove': DoneWithView;
  'capture.undo': DoneWithView;
  'capture.redo': DoneWithView;
  'capture.again-anyway': CaptureView;
  'same.ask': Same | Extract<Done, { ok: false }>;
  'capture.again': DoneWithView;
  'capture.again-undo': DoneWithView;
  'news.ask': Told | Extract<Done, { ok: false }>;
  'picture.take': Done;
  'picture.cancel': Done;
  'system.list': SystemOffers | Extract<Done, { ok: false }>;
  'system.set': DoneWithView;
  'system.undo': DoneWithView;
  'log.open': Done;
  'background.wake': Done;
  'owed.changed': Done;
};
export type ReplyOf<V extends Verb> = Replies[V];
