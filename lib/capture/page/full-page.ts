import { waitForPictures } from './lazy-pictures.ts';
import { createInlineStyles } from './inline-styles.ts';
import { findPinned } from './pinned.ts';
import { pause, twoPaints } from './paints.ts';
import { findScroller } from './scroller.ts';
import type { Box } from './scroller.ts';
import { createScrolling } from './scrolling.ts';

/** What the background may ask of a page whose whole length it takes a picture of. Lengths in CSS pixels. */
export type FullPage = Readonly<{
  /** How large the window and what scrolls in it are. */
  measure(): Measured;
  /** A first quick pass, so that what loads only when it is near has loaded. */
  warm(limitMs: number): Promise<Measured | Stopped>;
  /** Scrolls there and waits until it is painted. */
  go(x: number, y: number): Promise<Arrived | Stopped>;
  /** Where it is now, if nothing moved it meanwhile. */
  at(): Arrived | Stopped;
  /** Everything as it was before. */
  end(): void;
}>;

export type Extent = Readonly<{ x: number; y: number }>;
export type Measured = Readonly<{
  state: 'ready';
  innerWidth: number;
  innerHeight: number;
  /** As the page is told; may be emulated. */
  dpr: number;
  /** Enlarged with two fingers: the window then shows only a part of itself. */
  enlarged: boolean;
  /** Where the content that scrolls shows. */
  box: Box;
  root: boolean;
  /** How far it scrolls. */
  max: Extent;
}>;
export type Arrived = Readonly<{
  state: 'arrived';
  x: number;
  y: number;
  max: Extent;
  /** The end of the page is in sight. */
  last: boolean;
  /** In the last picture: upper edge of what is pinned to the bottom, counted from the top of the window. */
  bottomFrom: number | null;
}>;
/** By Esc in the page, or because the background went silent. */
export type Stopped = Readonly<{ state: 'stopped' }>;

const STOPPED: Stopped = { state: 'stopped' };
/** Without a word from the background for this long, the page puts itself back in order. */
const SILENCE_MS = 8000;
const IMAGES_MS = 700;
/** Keys and wheels that would scroll the page away under the camera. */
const SCROLL_KEYS = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
];

export function createFullPage(onEnd: () => void): FullPage {
  const scroller = findScroller();
  const styles = createInlineStyles();
  const scrolling = createScrolling(scroller, styles);
  const pinned = findPinned(scroller, styles);
  // At the far end it shows what moves along.
  scrolling.extent(() => pinned.moved());
  let over = false;
  let busy = 0;
  let heard = performance.now();

  function keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && !SCROLL_KEYS.includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') end();
  }
  const still = (event: Event): void => event.preventDefault();
  const watch = setInterval(() => {
    if (busy === 0 && performance.now() - heard > SILENCE_MS) end();
  }, 500);
  addEventListener('keydown', keyed, { capture: true });
  addEventListener('wheel', still, { capture: true, passive: false });
  addEventListener('touchmove', still, { capture: true, passive: false });

  function end(): void {
    if (over) return;
    over = true;
    clearInterval(watch);
    removeEventListener('keydown', keyed, { capture: true });
    removeEventListener('wheel', still, { capture: true });
    removeEventListener('touchmove', still, { capture: true });
    scrolling.back(() => styles.undo());
    onEnd();
  }
  async function asked<T>(work: () => Promise<T>): Promise<T | Stopped> {
    if (over) return STOPPED;
    busy += 1;
    try {
      const done = await work();
      return isOver() ? STOPPED : done;
    } finally {
      busy -= 1;
      heard = performance.now();
    }
  }
  // A function, because it changes while something is awaited.
  const isOver = (): boolean => over;

  function measure(): Measured {
    heard = performance.now();
    return {
      state: 'ready',
      innerWidth,
      innerHeight,
      dpr: devicePixelRatio,
      enlarged: Math.abs((visualViewport?.scale ?? 1) - 1) > 0.01,
      box: scroller.box(),
      root: scroller.root,
      max: scrolling.extent(),
    };
  }
  function here(): Arrived {
    const max = scrolling.extent();
    const { x, y } = scrolling.at();
    const last = y >= max.y - 0.6;
    return { state: 'arrived', x, y, max, last, bottomFrom: last && x < 1 ? pinned.bottomFrom() : null };
  }

  return {
    measure,
    warm: (limitMs) =>
      asked(async () => {
        const until = performance.now() + limitMs;
        const step = Math.max(200, scroller.box().height);
        for (let y = 0, end = false; !end && performance.now() < until && !isOver();) {
          y = Math.min(y + step, scrolling.extent().y);
          scrolling.to(0, y);
          // At the end a little longer: that is where more is fetched.
          await pause(y < scrolling.extent().y ? 40 : 200);
          end = y >= scrolling.extent().y;
        }
        await waitForPictures(Math.max(0, Math.min(2000, until - performance.now())), false);
        if (!isOver()) scrolling.to(0, 0);
        return measure();
      }),
    go: (x, y) =>
      asked(async () => {
        scrolling.to(x, y);
        pinned.show(y < 1 && x < 1, here().last && x < 1);
        await waitForPictures(IMAGES_MS, true);
        await twoPaints();
        // What came meanwhile may have moved the end of the page, or be pinned itself.
        if (!isOver()) {
          scrolling.to(x, y);
          pinned.show(y < 1 && x < 1, here().last && x < 1);
          await twoPaints();
        }
        return here();
      }),
    at() {
      heard = performance.now();
      return over ? STOPPED : here();
    },
    end,
  };
}
