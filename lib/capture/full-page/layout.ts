import type { Arrived, Measured } from './page-calls.ts';
import type { Layout, Size } from './tiles.ts';

/** How much of a shot's side its content takes, when the page says how much of the window's it takes. */
function side(whole: number, window: number, content: number, scale: number): number {
  // Without a bar it is all of it, to the pixel; both lengths are rounded, each in its own way.
  return content >= window - 1 ? whole : whole - Math.ceil((window - content) * scale);
}

/** The first shot and what the page says of itself, as lengths in whole bitmap pixels. */
export function layoutOf(page: Measured, at: Arrived, shot: Size, scale: number): Layout {
  const more = { x: Math.round(at.max.x * scale), y: Math.round(at.max.y * scale) };
  if (page.root) {
    const width = side(shot.width, page.innerWidth, page.box.width, scale);
    const height = side(shot.height, page.innerHeight, page.box.height, scale);
    return { shot: { width, height }, window: { x: 0, y: 0, width, height }, more };
  }
  const edge = (length: number, end: number): number =>
    Math.min(end, Math.max(0, Math.round(length * scale)));
  const x = edge(page.box.left, shot.width);
  const y = edge(page.box.top, shot.height);
  const right = edge(page.box.left + page.box.width, shot.width);
  const bottom = edge(page.box.top + page.box.height, shot.height);
  return {
    shot: { width: shot.width, height: shot.height },
    window: { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) },
    more,
  };
}
