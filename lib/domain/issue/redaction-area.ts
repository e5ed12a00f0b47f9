import type { Drawing, Shape } from './drawing.ts';
import type { Grain } from '../evidence/image-grain.ts';
import type { Area, Size } from './shape-geometry.ts';

/** What a redaction really blackens: never less than was drawn, in whole pixels, within the picture. */
export function blackened(drawn: Area, picture: Size, { across, down, margin, beyond }: Grain): Area {
  const start = (value: number, block: number, most: number): number =>
    Math.min(most, Math.max(0, Math.floor((value - margin) / block) * block - beyond));
  const end = (value: number, block: number, most: number): number =>
    Math.min(most, Math.ceil((value + margin) / block) * block + beyond);
  const x = start(drawn.x, across, picture.width);
  const y = start(drawn.y, down, picture.height);
  return {
    x,
    y,
    width: Math.max(0, end(drawn.x + drawn.width, across, picture.width) - x),
    height: Math.max(0, end(drawn.y + drawn.height, down, picture.height) - y),
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
