/** A part of a page that scrolls. Lengths in CSS pixels. */
export type Box = Readonly<{ left: number; top: number; width: number; height: number }>;

export type Scroller = Readonly<{
  element: Element;
  /** The page itself, not a part of it. */
  root: boolean;
  /** Where its content shows, in the viewport of the tab, without its scroll bars. */
  box(): Box;
}>;

/** A page that scrolls by less than this is only untidy: what its users scroll is a part of it. */
const HARDLY = 40;
/** A part is the main thing if it takes up at least this share of the window. */
const SHARE = 0.25;

type Offset = Readonly<{ left: number; top: number }>;

function hidden(element: Element): number {
  return Math.max(
    element.scrollHeight - element.clientHeight,
    (element.scrollWidth - element.clientWidth) / 2,
  );
}

/** May a person scroll it? Parts that are cut off on purpose do not count. */
function scrolls(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  const style = view.getComputedStyle(element);
  return (
    (/auto|scroll|overlay/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) ||
    (/auto|scroll|overlay/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
  );
}

function rootOf(doc: Document): Element {
  return doc.scrollingElement ?? doc.documentElement;
}

/** The page of a window, unless its style forbids scrolling it. */
function rootScrolls(doc: Document): boolean {
  const locked = [doc.documentElement, doc.querySelector('body')].some(
    (element) => element !== null && /hidden|clip/.test(getComputedStyle(element).overflowY),
  );
  return !locked && hidden(rootOf(doc)) >= HARDLY;
}

function rootBox(doc: Document): Box {
  const { clientWidth, clientHeight } = doc.documentElement;
  return { left: 0, top: 0, width: clientWidth, height: clientHeight };
}

/** Inner size without borders and scroll bars, in fractions where the browser has them. */
function innerBox(element: Element, offset: Offset): Box {
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [left, right] = [parseFloat(style.borderLeftWidth) || 0, parseFloat(style.borderRightWidth) || 0];
  const [top, bottom] = [parseFloat(style.borderTopWidth) || 0, parseFloat(style.borderBottomWidth) || 0];
  const bar = (outer: number, inner: number): number => Math.max(0, Math.round(outer - inner));
  // Whole numbers of the browser; a bar is at least as wide as one.
  const { offsetWidth = 0, offsetHeight = 0 } = element as Partial<HTMLElement>; // as: other elements have no such property
  const barX = bar(offsetWidth - left - right, element.clientWidth);
  const barY = bar(offsetHeight - top - bottom, element.clientHeight);
  // From right to left the bar may be on the left; clientLeft then covers border and bar.
  const start = Math.max(left, element.clientLeft);
  return {
    left: offset.left + rect.left + start,
    top: offset.top + rect.top + top,
    width: rect.width - left - right - barX,
    height: rect.height - top - bottom - barY,
  };
}

/** What of a box is inside the window. */
function shown(box: Box): Box {
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  return {
    left,
    top,
    width: Math.max(0, Math.min(innerWidth, box.left + box.width) - left),
    height: Math.max(0, Math.min(innerHeight, box.top + box.height) - top),
  };
}

/** Parts that scroll, in this page and in frames and components that let themselves be looked into. */
function* parts(root: Document | ShadowRoot, offset: () => Offset): Generator<Scroller> {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* parts(element.shadowRoot, offset);
    if (isFrame(element)) yield* frameParts(element, offset);
    else if (element !== rootOf(element.ownerDocument) && scrolls(element))
      yield { element, root: false, box: () => shown(innerBox(element, offset())) };
  }
}

function* frameParts(frame: HTMLIFrameElement, outer: () => Offset): Generator<Scroller> {
  const doc = insideOf(frame);
  if (!doc) return;
  const offset = (): Offset => innerBox(frame, outer());
  if (hidden(rootOf(doc)) >= HARDLY) {
    const { documentElement } = doc;
    const box = (): Box =>
      shown({ ...offset(), width: documentElement.clientWidth, height: documentElement.clientHeight });
    yield { element: rootOf(doc), root: false, box };
  }
  yield* parts(doc, offset);
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}

/** null for frames of other sites. */
function insideOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** What a person scrolls in this page: the page itself, or where that does not scroll, its largest part that does. */
export function findScroller(): Scroller {
  const root: Scroller = { element: rootOf(document), root: true, box: () => rootBox(document) };
  if (rootScrolls(document)) return root;
  const least = innerWidth * innerHeight * SHARE;
  let best: Scroller | null = null;
  let most = 0;
  for (const part of parts(document, () => ({ left: 0, top: 0 }))) {
    const { width, height } = part.box();
    const gain = hidden(part.element) * width;
    if (width * height < least || gain <= most) continue;
    best = part;
    most = gain;
  }
  return best ?? root;
}
