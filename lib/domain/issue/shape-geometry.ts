import type { Drawing, Shape } from './drawing.ts';

export type Point = Readonly<{ x: number; y: number }>;
export type Area = Readonly<{ x: number; y: number; width: number; height: number }>;
export type Size = Readonly<{ width: number; height: number }>;
/** Width of a line of text in bitmap pixels, as the browser that draws it measures. */
export type MeasureText = (line: string, size: number) => number;

export type AreaShape = Extract<Shape, { type: 'box' | 'highlight' | 'redaction' }>;
export type LineShape = Extract<Shape, { type: 'arrow' | 'line' }>;

/** Height of a line of text, in parts of its size. */
export const LINE_HEIGHT = 1.25;
/** How far below the top of its line a text stands, in parts of its size. */
export const BASELINE = 0.97;

export function isArea(shape: Shape): shape is AreaShape {
  return shape.type === 'box' || shape.type === 'highlight' || shape.type === 'redaction';
}

export function isLine(shape: Shape): shape is LineShape {
  return shape.type === 'arrow' || shape.type === 'line';
}

/** The area between two corners, whichever of them comes first, in whole pixels. */
export function areaBetween(a: Point, b: Point): Area {
  const x = Math.round(Math.min(a.x, b.x));
  const y = Math.round(Math.min(a.y, b.y));
  return { x, y, width: Math.round(Math.max(a.x, b.x)) - x, height: Math.round(Math.max(a.y, b.y)) - y };
}

/** What both areas have in common; null where that is nothing. */
export function overlap(a: Area, b: Area): Area | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

/** The smallest area that holds the mark, without its edge. */
export function boundsOf(shape: Shape, measure: MeasureText): Area {
  if (isArea(shape)) return { x: shape.x, y: shape.y, width: shape.width, height: shape.height };
  if (isLine(shape)) return areaBetween(shape, { x: shape.toX, y: shape.toY });
  if (shape.type === 'marker') {
    const radius = Math.round(shape.size / 2);
    return { x: shape.x - radius, y: shape.y - radius, width: radius * 2, height: radius * 2 };
  }
  const lines = linesOf(shape.text);
  const width = Math.max(shape.size / 2, ...lines.map((line) => measure(line, shape.size)));
  return {
    x: shape.x,
    y: shape.y,
    width: Math.ceil(width),
    height: Math.ceil(lines.length * shape.size * LINE_HEIGHT),
  };
}

export function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

/** Length and half width of an arrow's head for a stroke. */
const HEAD_LENGTH = 4.5;
const HEAD_HALF = 2.25;

/** The corners of an arrow as one filled outline; empty where it has no length. */
export function arrowOutline({ x, y, toX, toY, stroke }: LineShape): readonly Point[] {
  const length = Math.hypot(toX - x, toY - y);
  if (length === 0) return [];
  const along = { x: (toX - x) / length, y: (toY - y) / length };
  // A short arrow keeps its form and gets a smaller head.
  const head = Math.min(length, stroke * HEAD_LENGTH);
  const half = (head / HEAD_LENGTH) * HEAD_HALF;
  const shaft = Math.min(stroke / 2, half);
  const at = (forward: number, aside: number): Point => ({
    x: x + along.x * forward - along.y * aside,
    y: y + along.y * forward + along.x * aside,
  });
  const neck = length - head;
  return [
    at(0, shaft),
    at(neck, shaft),
    at(neck, half),
    at(length, 0),
    at(neck, -half),
    at(neck, -shaft),
    at(0, -shaft),
  ];
}

/** The same mark elsewhere. */
export function movedBy<S extends Shape>(shape: S, dx: number, dy: number): S {
  const moved = { ...shape, x: shape.x + Math.round(dx), y: shape.y + Math.round(dy) };
  return isLine(shape)
    ? { ...moved, toX: shape.toX + Math.round(dx), toY: shape.toY + Math.round(dy) }
    : moved;
}

/** The part of the picture that leaves: the crop as far as it lies on the picture, or all of it. */
export function shownArea({ crop, width, height }: Drawing): Area {
  const whole = { x: 0, y: 0, width, height };
  return crop === undefined ? whole : (overlap(crop, whole) ?? whole);
}
