import type { Drawing, Shape } from './drawing.ts';
import type { PresentPicture } from './picture.ts';
import type { Area, Size } from './shape-geometry.ts';

type Reach = Readonly<{
  /** Side of the blocks that are covered as a whole. */
  block: number;
  /** So far around what was drawn, before blocks are filled up. */
  margin: number;
  /** So far around the blocks. */
  beyond: number;
}>;

/**
 * How far what stands on a picture leaves traces. A PNG keeps every pixel by itself; only smoothed edges of letters reach
 * one further than they seem to. JPEG and WebP keep colour at half the resolution, so one block of it stands for 16 × 16
 * pixels (ITU-T T.81, A.1.1 and A.3; RFC 6386, 2 and 9.3), and a decoder mixes it one pixel into the next block. WebP
 * then smooths the edges of blocks, three pixels deep (RFC 6386, 15.3).
 */
const REACH: Readonly<Record<PresentPicture['mime'], Reach>> = {
  'image/png': { block: 1, margin: 1, beyond: 0 },
  'image/jpeg': { block: 16, margin: 0, beyond: 1 },
  'image/webp': { block: 16, margin: 0, beyond: 4 },
};

/** What a redaction really blackens: never less than was drawn, in whole pixels, within the picture. */
export function blackened(drawn: Area, picture: Size, mime: PresentPicture['mime']): Area {
  const { block, margin, beyond } = REACH[mime];
  const down = (value: number): number => Math.max(0, Math.floor((value - margin) / block) * block - beyond);
  const up = (value: number, most: number): number =>
    Math.min(most, Math.ceil((value + margin) / block) * block + beyond);
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
