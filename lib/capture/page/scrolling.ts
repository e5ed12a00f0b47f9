import { isStyled } from './inline-styles.ts';
import type { InlineStyles } from './inline-styles.ts';
import type { Scroller } from './scroller.ts';

export type Scrolling = Readonly<{
  /** How far it scrolls, in fractions where the browser has them. `atEnd` is called while it is scrolled to its end. */
  extent(atEnd?: () => void): Readonly<{ x: number; y: number }>;
  /** Counted from the upper left corner of the content, whichever way the page is read. */
  at(): Readonly<{ x: number; y: number }>;
  to(x: number, y: number): void;
  /** Where it was at first; `undo` takes styles back in between. */
  back(undo: () => void): void;
}>;

const FAR = 10_000_000;
const PLAIN = {
  'scroll-behavior': 'auto',
  'scroll-snap-type': 'none',
  'overflow-anchor': 'none',
} as const;

/** Starts at the very beginning of the content, without gliding or snapping. */
export function createScrolling({ element }: Scroller, styles: InlineStyles): Scrolling {
  const first = { left: element.scrollLeft, top: element.scrollTop };
  const jump = (left: number, top: number): void => element.scrollTo({ left, top, behavior: 'instant' });
  if (isStyled(element)) {
    const { clientWidth, clientHeight } = element;
    styles.set(element, { ...PLAIN, 'scrollbar-color': 'transparent transparent' });
    // Bars that the page drew itself may have had another width; then they stay as they are.
    if (element.clientWidth !== clientWidth || element.clientHeight !== clientHeight)
      styles.unset(element, ['scrollbar-color']);
  }
  let known: Readonly<{ key: string; x: number; y: number }> | null = null;
  // From right to left, and in lists that grow upwards, positions run from a negative number to 0.
  let start = { x: 0, y: 0 };

  function extent(atEnd?: () => void): Readonly<{ x: number; y: number }> {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
    const key = [scrollWidth, scrollHeight, clientWidth, clientHeight].join();
    if (known?.key === key && !atEnd) return known;
    const now = { left: element.scrollLeft, top: element.scrollTop };
    jump(-FAR, -FAR);
    start = { x: element.scrollLeft, y: element.scrollTop };
    jump(FAR, FAR);
    known = { key, x: element.scrollLeft - start.x, y: element.scrollTop - start.y };
    atEnd?.();
    jump(now.left, now.top);
    return known;
  }
  const to = (x: number, y: number): void => jump(start.x + x, start.y + y);
  extent();
  to(0, 0);

  return {
    extent,
    at: () => ({ x: element.scrollLeft - start.x, y: element.scrollTop - start.y }),
    to,
    back(undo) {
      jump(first.left, first.top);
      undo();
      if (element.scrollLeft !== first.left || element.scrollTop !== first.top) jump(first.left, first.top);
    },
  };
}
