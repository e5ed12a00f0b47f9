import { twoPaints } from './paints.ts';
import { between, keyed, LEAST, middleOf } from './region-box.ts';
import type { RegionBox } from './region-box.ts';

export type RegionWords = Readonly<{
  title: string;
  hint: string;
  cancel: string;
  size: (width: number, height: number) => string;
}>;

type Look = Partial<CSSStyleDeclaration>;

/** Set one by one: a page may forbid style sheets, but not this. */
function made<K extends keyof HTMLElementTagNameMap>(tag: K, look: Look): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  Object.assign(element.style, look);
  return element;
}

const PLAIN: Look = {
  all: 'initial',
  boxSizing: 'border-box',
  font: '500 14px/1.4 system-ui, sans-serif',
};
const PAPER: Look = { ...PLAIN, color: '#fff', background: '#16202a', borderRadius: '6px' };

/**
 * Lets the user mark a rectangle of the page, by mouse or by keyboard; null: given up. Nothing of it is left on the
 * screen when this resolves. `onGiveUp` gets what ends it from outside. A modal dialog, because the page may show one itself, and keys must not reach the page.
 */
export async function chooseRegion(
  words: RegionWords,
  onGiveUp: (giveUp: () => void) => void,
): Promise<RegionBox | null> {
  const host = made('casebook-region' as 'div', { all: 'initial' }); // as: any name that the page does not use
  const root = host.attachShadow({ mode: 'closed' });
  const dialog = made('dialog', {
    ...PLAIN,
    display: 'block',
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    maxWidth: 'none',
    maxHeight: 'none',
    overflow: 'hidden',
    cursor: 'crosshair',
    touchAction: 'none',
    userSelect: 'none',
    direction: 'ltr',
  });
  dialog.setAttribute('aria-label', words.title);
  const frame = made('div', {
    ...PLAIN,
    display: 'block',
    position: 'absolute',
    border: '2px solid #fff',
    outline: '2px solid #1f5fbf',
    boxShadow: '0 0 0 100vmax rgb(10 18 26 / 45%)',
  });
  frame.tabIndex = 0;
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', words.title);
  frame.setAttribute('aria-describedby', 'hint');
  const size = made('div', { ...PAPER, display: 'block', position: 'absolute', padding: '2px 8px' });
  size.setAttribute('role', 'status');
  const bar = made('div', {
    ...PAPER,
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    position: 'absolute',
    insetBlockStart: '12px',
    insetInlineStart: '50%',
    transform: 'translateX(-50%)',
    width: 'max-content',
    maxWidth: 'calc(100% - 24px)',
    padding: '8px 8px 8px 16px',
    cursor: 'default',
  });
  const hint = made('span', { ...PLAIN, color: '#fff' });
  hint.id = 'hint';
  hint.textContent = words.hint;
  const cancel = made('button', {
    ...PLAIN,
    minHeight: '32px',
    padding: '0 12px',
    color: '#16202a',
    background: '#fff',
    borderRadius: '4px',
    cursor: 'pointer',
    flex: 'none',
  });
  cancel.type = 'button';
  cancel.textContent = words.cancel;
  bar.append(hint, cancel);
  dialog.append(frame, size, bar);
  root.append(dialog);

  const room = () => ({ width: innerWidth, height: innerHeight });
  let box = middleOf(room());
  function draw(): void {
    const { x, y, width, height } = box;
    const px = (n: number): string => `${n}px`;
    Object.assign(frame.style, { left: px(x), top: px(y), width: px(width), height: px(height) });
    size.textContent = words.size(Math.round(width), Math.round(height));
    // Beside the corner, and inside where there is no room beside it.
    const below = y + height + 36 < innerHeight;
    Object.assign(size.style, {
      left: px(Math.max(4, Math.min(x, innerWidth - 160))),
      top: px(below ? y + height + 6 : Math.max(4, y + height - 34)),
    });
  }
  const listening = new AbortController();
  const chosen = await new Promise<RegionBox | null>((done) => {
    let from: { x: number; y: number } | null = null;
    let rest: RegionBox = box;
    dialog.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || event.composedPath().includes(bar)) return;
      event.preventDefault();
      rest = box;
      from = { x: event.clientX, y: event.clientY };
      dialog.setPointerCapture(event.pointerId);
      bar.style.visibility = 'hidden';
    });
    dialog.addEventListener('pointermove', (event) => {
      if (!from) return;
      box = between(from, { x: event.clientX, y: event.clientY }, room());
      draw();
    });
    dialog.addEventListener('pointerup', () => {
      if (!from) return;
      from = null;
      bar.style.visibility = 'visible';
      if (box.width >= LEAST && box.height >= LEAST) done(box);
      else {
        box = rest;
        draw();
      }
    });
    dialog.addEventListener('keydown', (event) => {
      // Nothing typed here is for the page.
      event.stopPropagation();
      const moved = keyed(box, event, room());
      if (moved) {
        box = moved;
        event.preventDefault();
        frame.focus();
        draw();
      } else if (event.key === 'Enter' && event.composedPath()[0] !== cancel) {
        event.preventDefault();
        done(box);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        done(null);
      }
    });
    onGiveUp(() => done(null));
    cancel.addEventListener('click', () => done(null));
    cancel.addEventListener('focus', () => (cancel.style.outline = '2px solid #8ab8ff'));
    cancel.addEventListener('blur', () => (cancel.style.outline = 'none'));
    // However the browser closes it.
    dialog.addEventListener('close', () => done(null));
    dialog.addEventListener('cancel', () => done(null));
    addEventListener('pagehide', () => done(null), { signal: listening.signal });
    addEventListener(
      'resize',
      () => {
        box = middleOf(room());
        draw();
      },
      { signal: listening.signal },
    );
    document.documentElement.append(host);
    dialog.showModal();
    draw();
    frame.focus();
  });
  listening.abort();
  if (dialog.open) dialog.close();
  host.remove();
  await twoPaints();
  return chosen;
}
