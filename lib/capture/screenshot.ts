import type { ReasonCode } from '../domain/evidence/reason.ts';
import type { BrowserApi } from './browser.ts';
import { dataUrlToBytes } from './data-url.ts';
import { reasonOfPictureError } from './reason-of-error.ts';
import { tabFactsById } from './tab-facts.ts';
import type { TabFacts } from './tab-facts.ts';
import { messageOf, withTimeLimit } from './time-limit.ts';
import type { Limited } from './time-limit.ts';

/** faults.md F23: a page that hangs must not hold up the record. */
export const PICTURE_LIMIT_MS = 1500;
/** Chromium allows 2 pictures a second; a spacing of 500 ms still loses some, 510 ms none (measured). */
export const PICTURE_SPACING_MS = 510;

export type RawPicture = Readonly<{ bytes: Uint8Array<ArrayBuffer>; mime: 'image/jpeg' | 'image/png' }>;
export type Shot =
  | Readonly<{ ok: true; picture: RawPicture; changedDuringCapture: boolean }>
  | Readonly<{ ok: false; reason: ReasonCode; changedDuringCapture: boolean }>;

/** A picture of whatever is in front, asked for before it is known which tab that is. */
export type Glance = Readonly<{
  format: 'jpeg' | 'png';
  url: Promise<Limited<string>>;
}>;

export type Screenshooter = Readonly<{
  /** Asks the browser at once; null where it would refuse a picture now. What is not wanted after all is dropped. */
  glance(format: 'jpeg' | 'png', limitMs?: number): Glance | null;
  /**
   * The browser is asked before this returns, unless an earlier picture is still under way. `onPicture` hears of the
   * picture before it is sure that it shows the right page: for work on it that may turn out to be in vain.
   */
  shoot(
    tab: TabFacts,
    format: 'jpeg' | 'png',
    onPicture?: (picture: RawPicture) => void,
    limitMs?: number,
    glance?: Glance | null,
  ): Promise<Shot>;
}>;

type Deps = Readonly<{
  tabs: Pick<BrowserApi['tabs'], 'captureVisibleTab' | 'get' | 'query'>;
  /** Milliseconds of any clock that never goes back. */
  monotonic: () => number;
  sleep: (ms: number) => Promise<void>;
}>;

const isQuota = (error: unknown): boolean => /MAX_CAPTURE_VISIBLE_TAB|quota/i.test(messageOf(error));

/** Pictures of the visible tab: one at a time, spaced for Chromium's quota, never later than `PICTURE_LIMIT_MS`. */
export function createScreenshooter({ tabs, monotonic, sleep }: Deps): Screenshooter {
  let queue: Promise<void> | null = null;
  let lastCall = Number.NEGATIVE_INFINITY;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = queue === null ? work() : queue.then(work);
    const done: Promise<void> = mine.then(
      () => undefined,
      () => undefined,
    );
    queue = done;
    void done.then(() => {
      if (queue === done) queue = null;
    });
    return mine;
  }

  async function call(
    tab: TabFacts,
    format: 'jpeg' | 'png',
    deadline: number,
  ): Promise<string | ReasonFailure> {
    for (;;) {
      const wait = lastCall + PICTURE_SPACING_MS - monotonic();
      if (monotonic() + Math.max(0, wait) >= deadline) return { reason: 'quota' };
      if (wait > 0) await sleep(wait);
      lastCall = monotonic();
      const got = await withTimeLimit(
        () => tabs.captureVisibleTab(tab.windowId, optionsFor(format)),
        deadline - monotonic(),
      );
      const result = resultOf(got, tab);
      if (result !== null) return result;
    }
  }

  /** The glance if it shows this tab, else a picture of its own. */
  async function seen(
    tab: TabFacts,
    glance: Glance | null,
    take: () => Promise<string | ReasonFailure>,
  ): Promise<string | ReasonFailure> {
    if (glance === null || tab.inFront !== true) return inTurn(take);
    return resultOf(await glance.url, tab) ?? inTurn(take);
  }

  return {
    glance(format, limitMs = PICTURE_LIMIT_MS) {
      if (queue !== null || lastCall + PICTURE_SPACING_MS > monotonic()) return null;
      lastCall = monotonic();
      const taken = inTurn(() =>
        withTimeLimit(() => tabs.captureVisibleTab(undefined, optionsFor(format)), limitMs),
      );
      return { format, url: taken };
    },
    async shoot(tab, format, onPicture, limitMs = PICTURE_LIMIT_MS, glance = null) {
      const deadline = monotonic() + limitMs;
      const got = await seen(tab, glance?.format === format ? glance : null, () =>
        call(tab, format, deadline),
      );
      // captureVisibleTab shows whatever is in front now: make sure that it was still our page.
      const asked = withTimeLimit(() => tabFactsById(tabs, tab.tabId), 300);
      const bytes = typeof got === 'string' ? dataUrlToBytes(got) : null;
      const picture: RawPicture | null =
        bytes === null ? null : { bytes, mime: format === 'jpeg' ? 'image/jpeg' : 'image/png' };
      if (picture !== null) onPicture?.(picture);
      const after = await asked;
      const now = after.ok ? after.value : null;
      const moved = now !== null && now.url !== tab.url;
      if (typeof got !== 'string') {
        const reason =
          now === null && after.ok
            ? 'closed'
            : got.reason === 'not-allowed' && moved
              ? 'navigated'
              : got.reason;
        return { ok: false, reason, changedDuringCapture: moved };
      }
      if (after.ok && now === null) return { ok: false, reason: 'closed', changedDuringCapture: false };
      if (now !== null && (!now.active || now.windowId !== tab.windowId || !sameSite(now.url, tab.url))) {
        return { ok: false, reason: 'navigated', changedDuringCapture: true };
      }
      if (picture === null) return { ok: false, reason: 'failed', changedDuringCapture: moved };
      return { ok: true, picture, changedDuringCapture: moved };
    },
  };
}

const optionsFor = (format: 'jpeg' | 'png') => (format === 'jpeg' ? { format, quality: 92 } : { format });

/** null where the browser only wants it later. */
function resultOf(got: Limited<string>, tab: TabFacts): string | ReasonFailure | null {
  if (got.ok) return got.value;
  if (got.timedOut) return { reason: 'hung' };
  return isQuota(got.error) ? null : { reason: reasonOfPictureError(got.error, tab.url) };
}

type ReasonFailure = Readonly<{ reason: ReasonCode }>;

/** A picture of another site than the one clicked on must not be kept under its address. */
function sameSite(a: string | null, b: string | null): boolean {
  if (a === b || a === null || b === null) return a === b;
  return URL.canParse(a) && URL.canParse(b) && new URL(a).host === new URL(b).host;
}
