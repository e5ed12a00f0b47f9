import type { DrawingColour } from './drawing.ts';

/** Every colour of a mark by its name. Strong enough to be seen on white, on black and on each other. */
export const COLOURS: Readonly<Record<DrawingColour, string>> = {
  red: '#d92b2b',
  orange: '#e8710a',
  yellow: '#f7c600',
  green: '#1a8a3c',
  blue: '#1a66d1',
  black: '#111111',
  white: '#ffffff',
};

const LIGHT: ReadonlySet<DrawingColour> = new Set(['yellow', 'white']);

/** What a mark is edged with, so that it stands out from a page of its own colour; also the ink on top of it. */
export function edgeColour(colour: DrawingColour): string {
  return LIGHT.has(colour) ? '#111111' : '#ffffff';
}

/** A highlight lets the text below it be read. */
export const HIGHLIGHT_ALPHA = 0.4;
/** Nothing shines through. */
export const REDACTION_COLOUR = '#000000';

/** Thickness of the edge around a stroke of that thickness, on each side. */
export function edgeOf(stroke: number): number {
  return Math.max(1, Math.round(stroke / 3));
}

/** Sizes of new marks, in bitmap pixels: as they would look on a window of 1280 pixels. */
export function startingSizes(
  pictureWidth: number,
): Readonly<{ stroke: number; text: number; marker: number }> {
  const scale = Math.min(6, Math.max(0.75, pictureWidth / 1280));
  return { stroke: Math.round(4 * scale), text: Math.round(24 * scale), marker: Math.round(34 * scale) };
}
