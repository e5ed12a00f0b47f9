import type { Drawing, Shape } from './drawing.ts';
import type { PresentPicture } from './picture.ts';
import type { Area, Size } from './shape-geometry.ts';

/**
 * JPEG and WebP keep a picture in blocks of 8 × 8 pixels (ITU-T T.81, A.3; RFC 6386, 14): what stands in a block
 * leaves traces in all of it. A box over such a picture therefore covers the blocks that it touches as a whole.
 */
const BLOCK = 8;
/** Smoothed edges of letters reach one pixel further than they seem to. */
const MARGIN = 1;

/** What a redaction really blackens: never less than was drawn, in whole pixels, within the picture. */
export function blackened(drawn: Area, picture: Size, mime: PresentPicture['mime']): Area {
  const step = mime === 'image/png' ? 1 : BLOCK;
  const margin = mime === 'image/png' ? MARGIN : 0;
  const down = (value: number): number => Math.max(0, Math.floor((value - margin) / step) * step);
  const up = (value: number, most: number): number =>
    Math.min(most, Math.ceil((value + margin) / step) * step);
  const x = Math.min(down(drawn.x), picture.width);
  const y = Math.min(down(drawn.y), picture.height);
  return {
    x,
    y,
    width: Math.max(0, up(drawn.x + drawn.width, picture.width) - x),
    height: Math.max(0, up(drawn.y + drawn.height, picture.height) - y),
  };
}

export type Redaction = Extract<Shape, { type: 'redaction' }>;

export function redactionsOf({ shapes }: Drawing): readonly Redaction[] {
  return shapes.filter((shape) => shape.type === 'redaction');
}

/** Everything but the redactions, in the order of drawing. */
export function marksOf({ shapes }: Drawing): readonly Shape[] {
  return shapes.filter((shape) => shape.type !== 'redaction');
}
