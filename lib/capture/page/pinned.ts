import { isStyled } from './inline-styles.ts';
import type { InlineStyles, Styled } from './inline-styles.ts';
import type { Scroller } from './scroller.ts';

/** Things that stay where they are while a page scrolls; on a picture of the whole page each must be seen once. */
export type Pinned = Readonly<{
  /** After the page was scrolled: what moved along is none of ours. */
  moved(): void;
  /** Shows those of the top, those of the bottom, both or none. Whatever became pinned meanwhile is never shown. */
  show(top: boolean, bottom: boolean): void;
  /** Upper edge of the highest one at the bottom, in CSS pixels of the viewport; null without any. */
  bottomFrom(): number | null;
}>;

/** Looking at every element of a huge page has to end. */
const LOOK_MS = 400;
const LOOK_AGAIN_MS = 120;

const HIDDEN = { opacity: '0', 'transition-property': 'none', 'pointer-events': 'none' } as const;
const IN_FLOW = {
  position: 'relative',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  'transition-property': 'none',
} as const;

function* elements(root: Document | ShadowRoot): Generator<Styled> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* elements(element.shadowRoot);
    if (isStyled(element)) yield element;
  }
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Does it stick to our scroller, and not to a smaller one around it? */
function sticksTo(element: Element, scroller: Scroller): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at === scroller.element) return true;
    if (at === document.body || at === document.documentElement) continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') return false;
  }
  return scroller.root;
}

function overlaps(element: Element, scroller: Scroller): boolean {
  const rect = element.getBoundingClientRect();
  const box = scroller.box();
  return (
    rect.width > 0 &&
    rect.height > 0 &&
    rect.right > box.left &&
    rect.left < box.left + box.width &&
    rect.bottom > box.top &&
    rect.top < box.top + box.height
  );
}

function covers(element: Element, scroller: Scroller): boolean {
  const rect = element.getBoundingClientRect();
  const box = scroller.box();
  return rect.width >= box.width * 0.95 && rect.height >= box.height * 0.95;
}

/** What lies behind the content, a painted backdrop for example, is never on top in its middle. */
function isOnTop(element: Element, scroller: Scroller): boolean {
  const rect = element.getBoundingClientRect();
  const box = scroller.box();
  const middle = (from: number, to: number, low: number, high: number): number =>
    (Math.max(from, low) + Math.min(to, high)) / 2;
  const hit = document.elementFromPoint(
    middle(rect.left, rect.right, box.left, box.left + box.width),
    middle(rect.top, rect.bottom, box.top, box.top + box.height),
  );
  return hit !== null && element.contains(hit);
}

/** Call it while the page is scrolled to its very beginning. */
export function findPinned(scroller: Scroller, styles: InlineStyles): Pinned {
  const seen = new Set<Styled>();
  const tops = new Map<Styled, number>();
  const bottoms = new Map<Styled, number>();
  const late = new Set<Styled>();

  function look(limitMs: number, found: (element: Styled, position: string) => void): void {
    const end = performance.now() + limitMs;
    let count = 0;
    for (const element of elements(document)) {
      count += 1;
      if (count % 200 === 0 && performance.now() > end) return;
      if (seen.has(element)) continue;
      const style = getComputedStyle(element);
      const { position } = style;
      if (style.backgroundAttachment.includes('fixed')) {
        styles.set(element, { 'background-attachment': 'scroll' });
      }
      if (position === 'static' || position === 'relative') continue;
      found(element, position);
    }
  }
  function inFlow(element: Styled): void {
    seen.add(element);
    const layer = getComputedStyle(element).zIndex === 'auto' ? { 'z-index': '0' } : {};
    styles.set(element, { ...IN_FLOW, ...layer });
  }
  /** Over what scrolls, but not a part of it. */
  function stays(element: Styled, position: string): boolean {
    if (!overlaps(element, scroller)) return false;
    if (position === 'fixed') return !covers(element, scroller) || isOnTop(element, scroller);
    if (scroller.root || scroller.element.ownerDocument !== document) return false;
    const outside = !scroller.element.contains(element) && !element.contains(scroller.element);
    return outside && isOnTop(element, scroller);
  }

  const sticky: Styled[] = [];
  look(LOOK_MS, (element, position) => {
    if (position === 'sticky') {
      if (sticksTo(element, scroller)) sticky.push(element);
    } else if (stays(element, position)) {
      seen.add(element);
      const { top, bottom } = element.getBoundingClientRect();
      (innerHeight - bottom < top ? bottoms : tops).set(element, top);
    }
  });
  for (const element of sticky) inFlow(element);

  return {
    moved() {
      for (const group of [tops, bottoms]) {
        for (const [element, top] of group)
          if (Math.abs(element.getBoundingClientRect().top - top) > 1) group.delete(element);
      }
    },
    show(top, bottom) {
      look(LOOK_AGAIN_MS, (element, position) => {
        if (position === 'sticky') {
          if (sticksTo(element, scroller)) inFlow(element);
        } else if (stays(element, position)) {
          seen.add(element);
          late.add(element);
        }
      });
      for (const [group, visible] of [
        [tops.keys(), top],
        [bottoms.keys(), bottom],
        [late, false],
      ] as const) {
        for (const element of group)
          if (visible) styles.unset(element, ['opacity', 'pointer-events']);
          else styles.set(element, HIDDEN);
      }
    },
    bottomFrom() {
      const edges = Array.from(bottoms.keys(), (element) => element.getBoundingClientRect().top);
      return edges.length > 0 ? Math.min(...edges) : null;
    },
  };
}
