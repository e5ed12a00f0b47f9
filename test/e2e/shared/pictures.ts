import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHardPages } from '../../support/lab/hard-pages.ts';
import type { HardPages } from '../../support/lab/hard-pages.ts';
import type { Mask } from '../../support/lab/compare-pictures.ts';
import type { OtherWindow, Tab } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import type { Added } from './picture-steps.ts';
import { against, choosePng, fullPage, stateOf } from './picture-steps.ts';

interface Hard {
  readonly what: string;
  readonly path: string;
  /**
   * The measure is the page in a window of this size: where a part of it scrolls, where something is pinned to its end,
   * and from right to left, where Firefox's own picture of the whole page begins in the middle.
   */
  readonly height?: number;
  readonly width?: number;
  /** Parts that never stand still, in CSS pixels. */
  readonly moving?: readonly Mask[];
  /** The page changes itself when it is scrolled, so it is not what it was. */
  readonly changes?: boolean;
}

/** Content of the parts that scroll: lines of 32 pixels. */
const LINES = 60 * 32;

export const HARD: readonly Hard[] = [
  { what: 'a sticky header, sticky headings, a fixed footer and a button', path: '/sticky', height: 2056 },
  { what: 'a fixed header that shrinks and a button that comes later', path: '/fixed', height: 64 + LINES },
  {
    what: 'a part that scrolls between header, side bar and status line',
    path: '/inner',
    height: 56 + LINES + 28,
  },
  { what: 'a list that grows upwards', path: '/chat', height: 48 + 50 * 32 },
  { what: 'pictures that load when they are near', path: '/lazy', changes: true },
  { what: 'an animation', path: '/animated', moving: [{ x: 560, y: 860, width: 200, height: 200 }] },
  { what: 'text from right to left, wider than the window', path: '/rtl', width: 1400, height: 40 * 32 },
  { what: 'a table wider than the window', path: '/wide' },
  { what: 'a frame', path: '/frame' },
  { what: 'a page that is one frame', path: '/framed', height: LINES },
  { what: 'a page that changes while it is scrolled', path: '/changing', changes: true },
  { what: 'smooth scrolling and snapping', path: '/snap' },
  { what: 'a bar inside a component', path: '/shadow' },
  { what: 'a page that forbids style attributes', path: '/strict', height: LINES },
];

export function hardPages(bench: () => Bench): () => HardPages {
  let pages: HardPages | undefined;
  beforeAll(async () => {
    pages = await startHardPages();
    await choosePng(bench());
  });
  afterAll(() => pages?.close());
  return () => {
    if (!pages) throw new Error('The hard pages have not been started.');
    return pages;
  };
}

/** Our pictures of whole pages against the browser's own, pixel by pixel. */
export function wholePages(
  bench: () => Bench,
  { title, cases, zoom = 1 }: { title: string; cases: readonly Hard[]; zoom?: number },
): void {
  describe(title, () => {
    const pages = hardPages(bench);
    it.each(cases.map((one) => [one.what, one] as const))('%s', async (what, one) => {
      const { driver, reader } = bench();
      const tab = await driver.openPage(pages().origin + one.path);
      if (zoom !== 1) await setZoom(bench(), zoom);
      const before = await stateOf(tab);
      const added = await fullPage(bench(), tab);
      // Whatever takes a moment to be put back has had it.
      if (!one.changes) await expect.poll(() => stateOf(tab), { timeout: 3000 }).toBe(before);
      expect(added.via).toBe('full-page');
      expect(added.wholePage).toBeUndefined();
      const theirs = await tab.wholePicture(await measureOf(tab, one, zoom, added));
      const scale = (added.item.picture.scalePercent ?? 100) / 100;
      const masks = (one.moving ?? []).map(({ x, y, width, height }) => ({
        x: Math.round(x * scale),
        y: Math.round(y * scale),
        width: Math.round(width * scale),
        height: Math.round(height * scale),
      }));
      const difference = await against(reader, added, theirs, `${driver.name} ${title} ${what}`, masks);
      await tab.close();
      expect(difference.sameSize, difference.sizes).toBe(true);
      expect(difference.percent).toBeLessThanOrEqual(0.5);
    });
  });
}

/** The window that the browser's own picture is taken in; none where its picture of the whole page will do. */
async function measureOf(tab: Tab, one: Hard, zoom: number, added: Added): Promise<OtherWindow | undefined> {
  const { width, height } = added.item.picture;
  // The debugging interface cuts a zoomed page at lengths it does not mean; a window as large as the page does not.
  if (zoom !== 1) return { width, height, scale: 1 };
  if (one.height === undefined) return undefined;
  // Without what is left for a scroll bar, which so high a window does not have.
  const inner = await tab.evaluate(() => document.documentElement.clientWidth);
  return { width: one.width ?? inner, height: one.height };
}

/** The browser's own zoom of the tab in front. */
export async function setZoom({ driver }: Bench, factor: number): Promise<void> {
  await driver.inBackground(async (to: number) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    await api.tabs.setZoom(tab.id, to);
  }, factor);
  await new Promise((next) => setTimeout(next, 300));
}
