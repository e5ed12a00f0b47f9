import type { Size } from './tiles.ts';

/**
 * What every browser can draw and every backup takes back: canvases end at 32,767 pixels in Firefox and 65,535 in
 * Chromium, and a picture of more than 40 million pixels would be refused when a backup is restored.
 */
export const MAX_SIDE = 32_000;
export const MAX_AREA = 40_000_000;
/** At two pictures a second this is more than a minute. */
export const MAX_SHOTS = 150;

/** A whole picture may be drawn smaller, as long as a CSS pixel keeps a pixel of its own. */
const REDUCTIONS: readonly Reduction[] = [
  { of: 1, to: 1 },
  { of: 3, to: 2 },
  { of: 2, to: 1 },
  { of: 3, to: 1 },
];

/** `of` pixels become `to`. */
export type Reduction = Readonly<{ of: number; to: number }>;

const fits = ({ width, height }: Size): boolean =>
  width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_AREA;

export function reduced(length: number, { of, to }: Reduction): number {
  return Math.floor((length * to) / of);
}

/** Sharp screens have pixels to spare: rather fewer of them than only the upper part of a page. */
export function reductionFor(whole: Size, scale: number): Reduction {
  const allowed = REDUCTIONS.filter(({ of, to }) => of / to <= scale + 0.001);
  const enough = allowed.find((by) =>
    fits({ width: reduced(whole.width, by), height: reduced(whole.height, by) }),
  );
  return enough ?? allowed.at(-1) ?? { of: 1, to: 1 };
}

/** How much of a picture can be kept, in pixels before the reduction. */
export function keptOf(whole: Size, by: Reduction): Size {
  const side = (length: number): number => Math.min(length, Math.floor((MAX_SIDE * by.of) / by.to));
  const width = side(whole.width);
  const area = Math.floor(MAX_AREA / Math.max(1, reduced(width, by)));
  return { width, height: Math.min(side(whole.height), Math.floor((area * by.of) / by.to)) };
}
