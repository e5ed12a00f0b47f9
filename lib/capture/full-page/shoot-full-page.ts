import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { BrowserApi } from '../browser.ts';
import { encodePicture } from '../encode-picture.ts';
import type { ReadyPicture } from '../picture.ts';
import type { Screenshooter } from '../screenshot.ts';
import type { TabFacts } from '../tab-facts.ts';
import { browserStudio } from '../studio.ts';
import type { Studio } from '../studio.ts';
import { layoutOf } from './layout.ts';
import { MAX_SHOTS } from './limits.ts';
import { createPageCalls } from './page-calls.ts';
import type { Arrived, Measured, PageCalls } from './page-calls.ts';
import { createStitcher } from './stitcher.ts';
import type { Stitched, Stitcher } from './stitcher.ts';
import { scaleOf } from './tiles.ts';
import type { Size } from './tiles.ts';

export type TakenPicture =
  | Readonly<{
      ok: true;
      ready: ReadyPicture;
      /** Size of the whole page in bitmap pixels where not all of it is in the picture. */
      wholePage: Size | null;
    }>
  | Readonly<{ ok: false; reason: ReasonCode | 'cancelled' }>;

export type FullPageDeps = Readonly<{
  scripting: Pick<BrowserApi['scripting'], 'executeScript'>;
  screenshooter: Screenshooter;
  monotonic: () => number;
  studio?: Studio;
}>;

export type FullPageRequest = Readonly<{
  tab: TabFacts;
  format: 'jpeg' | 'png';
  signal: AbortSignal;
  onProgress: (percent: number) => void;
}>;

const WARM_MS = 5000;
const SHOT_LIMIT_MS = 5000;
/** A page that keeps growing, or a slow machine: what is there after this is kept, and the picture says that it is cut. */
const TOTAL_MS = 180_000;

type Failure = Extract<TakenPicture, { ok: false }>;
type Asked<T> = Readonly<{ ok: true; reply: T }> | Failure;
type Shot = Readonly<{ at: Arrived; bitmap: ImageBitmap }>;

/** Scrolls through the tab in front and draws what it sees on one canvas. The page is as before when this settles. */
export async function shootFullPage(deps: FullPageDeps, request: FullPageRequest): Promise<TakenPicture> {
  const page = createPageCalls(deps.scripting, request.tab);
  const began = await page.begin();
  if (!began.ok) return began;
  try {
    const got = await shootAll(deps, request, page);
    if (!got.ok) return got;
    // The page is free before the encoder starts, which takes a moment.
    await page.call('end');
    const { canvas, original, wholePage } = got.reply.stitched;
    const ready = await encodePicture(canvas, {
      format: request.format,
      scale: got.reply.scale,
      original,
    });
    return ready ? { ok: true, ready, wholePage } : { ok: false, reason: 'too-large' };
  } finally {
    await page.call('end');
  }
}

/** Asks the page; an abort or Esc in the page ends everything. */
async function ask<T extends { state: string }>(
  signal: AbortSignal,
  call: () => ReturnType<PageCalls['call']>,
  expected: T['state'],
): Promise<Asked<T>> {
  if (signal.aborted) return { ok: false, reason: 'cancelled' };
  const got = await call();
  if (signal.aborted) return { ok: false, reason: 'cancelled' };
  if (!got.ok) return got;
  const reply = got.reply as T | { state: 'stopped' }; // as: parsed by the schema of this call
  return reply.state === expected
    ? { ok: true, reply: reply as T } // as: told apart by its state
    : { ok: false, reason: 'cancelled' };
}

/** One shot of the page at this place, in CSS pixels; taken again if something moved it meanwhile. */
async function shoot(
  { screenshooter, studio = browserStudio }: FullPageDeps,
  { tab, signal }: FullPageRequest,
  page: PageCalls,
  x: number,
  y: number,
): Promise<Asked<Shot>> {
  for (let tries = 0; ; tries += 1) {
    const went = await ask<Arrived>(signal, () => page.call('go', x, y), 'arrived');
    if (!went.ok) return went;
    const shot = await screenshooter.shoot(tab, 'png', undefined, SHOT_LIMIT_MS);
    if (!shot.ok) return { ok: false, reason: shot.reason };
    const now = await ask<Arrived>(signal, () => page.call('at'), 'arrived');
    if (!now.ok) return now;
    const at = went.reply;
    const still =
      Math.abs(now.reply.x - at.x) < 0.6 && Math.abs(now.reply.y - at.y) < 0.6 && now.reply.last === at.last;
    if (!still && tries < 2) continue;
    const bitmap = await studio.decode(shot.picture);
    return bitmap ? { ok: true, reply: { at, bitmap } } : { ok: false, reason: 'failed' };
  }
}

async function shootAll(
  deps: FullPageDeps,
  request: FullPageRequest,
  page: PageCalls,
): Promise<Asked<Readonly<{ stitched: Stitched; scale: number }>>> {
  const until = deps.monotonic() + TOTAL_MS;
  const warmed = await ask<Measured>(request.signal, () => page.call('warm', WARM_MS), 'ready');
  if (!warmed.ok) return warmed;
  const measured = warmed.reply;
  // Enlarged with two fingers, the window is not what the page believes it is.
  if (measured.enlarged) return { ok: false, reason: 'failed' };

  let scale = 1;
  let stitcher: Stitcher | null = null;
  let shots = 0;
  let next: number | null = 0;
  let before = -1;
  while (next !== null) {
    let column: number | null = 0;
    let moreY = 0;
    let row = -1;
    let left = -1;
    while (column !== null) {
      const got: Asked<Shot> = await shoot(deps, request, page, column / scale, next / scale);
      if (!got.ok) return got;
      shots += 1;
      const { at, bitmap } = got.reply;
      if (stitcher === null) {
        scale = scaleOf(bitmap.width, measured.innerWidth, measured.dpr);
        const layout = layoutOf(measured, at, bitmap, scale);
        stitcher = createStitcher(layout, scale, (deps.studio ?? browserStudio).canvas);
      }
      const x = Math.round(at.x * scale);
      const y = Math.round(at.y * scale);
      if (row < 0) {
        row = y;
        moreY = Math.round(at.max.y * scale);
      }
      // Not a step further: the content ends here, whatever it says about itself.
      const stays: boolean = (column > 0 && x <= left) || (next > 0 && y <= before);
      if (!stays) {
        const bottomFrom = at.bottomFrom === null ? null : Math.round(at.bottomFrom * scale);
        stitcher.add(bitmap, { x, y, last: at.last, bottomFrom });
      }
      bitmap.close();
      left = x;
      request.onProgress(stitcher.percent());
      column = stays || shots >= MAX_SHOTS ? null : stitcher.nextColumn();
    }
    const enough: boolean = row <= before || shots >= MAX_SHOTS || deps.monotonic() > until;
    before = row;
    const following: number | null = stitcher?.endRow(moreY) ?? null;
    next = enough ? null : following;
  }
  if (stitcher === null) return { ok: false, reason: 'failed' };
  return { ok: true, reply: { stitched: stitcher.finish(), scale } };
}
