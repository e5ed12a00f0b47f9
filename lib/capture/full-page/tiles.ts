/** Lengths in whole bitmap pixels unless something else is said. */
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>;
export type Size = Readonly<{ width: number; height: number }>;
export type Offset = Readonly<{ x: number; y: number }>;

/** A part of one shot, and where in the whole picture it belongs. */
export type Piece = Readonly<{ from: Area; to: Area }>;

/** How shots of a window become one long picture. */
export type Layout = Readonly<{
  shot: Size;
  /** Where in a shot the content shows that scrolls; what is around it is seen once. */
  window: Area;
  /** How much further the content goes than the window shows. */
  more: Offset;
}>;

/** Shots overlap by this much, so that rounding leaves no gap. */
const OVERLAP = 4;

/**
 * Bitmap pixels per CSS pixel. `innerWidth` is a whole number, so their quotient is a little off where the page is
 * zoomed; the ratio that the page is told is exact, but may be made up. It counts where it agrees with what was measured.
 */
export function scaleOf(bitmapWidth: number, innerWidth: number, told: number): number {
  const agrees = told > 0 && Math.abs(bitmapWidth - innerWidth * told) <= told + 0.5;
  return agrees ? told : bitmapWidth / innerWidth;
}

export function pictureSizeOf({ shot, more }: Layout): Size {
  return { width: shot.width + more.x, height: shot.height + more.y };
}

/** Where to scroll next, when the content is drawn up to here; the browser stops by itself at the end. */
export function nextOffset(done: number): number {
  return Math.max(0, done - OVERLAP);
}

/**
 * What is around the scrolling part, from the first shot. Where the picture is longer than the window, its edge is drawn on:
 * a side bar keeps its colour down to the end.
 */
export function framePieces({ shot, window, more }: Layout): Piece[] {
  const right = window.x + window.width;
  const bottom = window.y + window.height;
  const columns = [
    { from: { x: 0, width: right }, to: { x: 0, width: right } },
    { from: { x: right - 1, width: 1 }, to: { x: right, width: more.x } },
    { from: { x: right, width: shot.width - right }, to: { x: right + more.x, width: shot.width - right } },
  ];
  const rows = [
    { from: { y: 0, height: bottom }, to: { y: 0, height: bottom } },
    { from: { y: bottom - 1, height: 1 }, to: { y: bottom, height: more.y } },
    {
      from: { y: bottom, height: shot.height - bottom },
      to: { y: bottom + more.y, height: shot.height - bottom },
    },
  ];
  return rows
    .flatMap((row) =>
      columns.map((column) => ({ from: { ...column.from, ...row.from }, to: { ...column.to, ...row.to } })),
    )
    .filter(({ to }) => to.width > 0 && to.height > 0);
}

/** What lies below the scrolling part, from the last shot: things pinned to the bottom are seen only there. */
export function footPieces(layout: Layout): Piece[] {
  const { window } = layout;
  return framePieces(layout).filter(({ from }) => from.y >= window.y + window.height);
}

/**
 * What a shot at this offset adds.
 * @param from rows and columns of the content that are there already are left out
 */
export function shotPiece({ window, more }: Layout, at: Offset, from: Offset): Piece | null {
  const left = Math.max(at.x, from.x);
  const top = Math.max(at.y, from.y);
  const width = Math.min(at.x + window.width, window.width + more.x) - left;
  const height = Math.min(at.y + window.height, window.height + more.y) - top;
  if (width <= 0 || height <= 0) return null;
  return {
    from: { x: window.x + left - at.x, y: window.y + top - at.y, width, height },
    to: { x: window.x + left, y: window.y + top, width, height },
  };
}
