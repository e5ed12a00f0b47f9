import { z } from '../domain/z.ts';
import type { ReasonCode } from '../domain/evidence/reason.ts';
import type { BrowserApi } from './browser.ts';
import { encodePicture } from './encode-picture.ts';
import type { TakenPicture } from './full-page/shoot-full-page.ts';
import { scaleOf } from './full-page/tiles.ts';
import type { Area, Size } from './full-page/tiles.ts';
import type { RegionAnswer, RegionOrder } from './page/offer-region.ts';
import { reasonOfScriptError } from './reason-of-error.ts';
import type { Screenshooter } from './screenshot.ts';
import { browserStudio } from './studio.ts';
import type { Studio } from './studio.ts';
import type { TabFacts } from './tab-facts.ts';
import { withTimeLimit } from './time-limit.ts';

/** A page that does not take a script in this time hangs. */
const INJECT_MS = 1500;

const length = z.number().check(z.gte(-100_000), z.lte(100_000));

/** The message of our script in a page; everything else that a page could send is no business of ours. */
export const regionAnswer: z.ZodMiniType<RegionAnswer> = z.strictObject({
  verb: z.literal('region.chosen'),
  token: z.string().check(z.maxLength(60)),
  box: z.nullable(z.strictObject({ x: length, y: length, width: length, height: length })),
  innerWidth: length.check(z.positive()),
  dpr: length,
});

/** Shows the page's overlay; resolves as soon as it is there, not when the user has chosen. */
export async function offerRegion(
  scripting: Pick<BrowserApi['scripting'], 'executeScript'>,
  tab: TabFacts,
  order: RegionOrder,
): Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; reason: ReasonCode }>> {
  const target = { tabId: tab.tabId };
  const got = await withTimeLimit(async () => {
    await scripting.executeScript({ target, func: leaveOrder, args: [order], injectImmediately: true });
    await scripting.executeScript({ target, files: ['/page-region.js'], injectImmediately: true });
  }, INJECT_MS);
  if (got.ok) return { ok: true };
  return { ok: false, reason: got.timedOut ? 'hung' : reasonOfScriptError(got.error, tab.url) };
}

/** Takes the overlay off a page again, if there is one. */
export async function endRegion(
  scripting: Pick<BrowserApi['scripting'], 'executeScript'>,
  tab: TabFacts,
): Promise<void> {
  await withTimeLimit(
    () => scripting.executeScript({ target: { tabId: tab.tabId }, func: endInPage, injectImmediately: true }),
    INJECT_MS,
  );
}

/** Runs in the page, like `leaveOrder`. */
function endInPage(): void {
  (globalThis as { casebookRegionEnd?: () => void }).casebookRegionEnd?.(); // as: put there by page-region.js
}

/** Runs in the page: sent as text, so it uses nothing from outside itself. */
function leaveOrder(order: RegionOrder): void {
  (globalThis as { casebookRegion?: RegionOrder }).casebookRegion = order; // as: a property of our own in our own world
}

/** The marked part in whole bitmap pixels; null when nothing of it is in the picture. */
export function regionIn(bitmap: Size, { box, innerWidth, dpr }: RegionAnswer): Area | null {
  if (box === null) return null;
  const scale = scaleOf(bitmap.width, innerWidth, dpr);
  const edge = (value: number, end: number): number => Math.min(end, Math.max(0, Math.round(value * scale)));
  const x = edge(box.x, bitmap.width);
  const y = edge(box.y, bitmap.height);
  const width = edge(box.x + box.width, bitmap.width) - x;
  const height = edge(box.y + box.height, bitmap.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Takes the picture and keeps the marked part of it. */
export async function shootRegion(
  screenshooter: Screenshooter,
  tab: TabFacts,
  answer: RegionAnswer,
  format: 'jpeg' | 'png',
  studio: Studio = browserStudio,
): Promise<TakenPicture> {
  const shot = await screenshooter.shoot(tab, 'png');
  if (!shot.ok) return { ok: false, reason: shot.reason };
  const bitmap = await studio.decode(shot.picture);
  const part = bitmap && regionIn(bitmap, answer);
  if (!bitmap || !part) return { ok: false, reason: 'failed' };
  const canvas = studio.canvas(part);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return { ok: false, reason: 'failed' };
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, part.width, part.height);
  const scale = scaleOf(bitmap.width, answer.innerWidth, answer.dpr);
  bitmap.close();
  const ready = await encodePicture(canvas, { format, scale, original: null });
  return ready ? { ok: true, ready, wholePage: null } : { ok: false, reason: 'failed' };
}
