import type { Shape } from './drawing.ts';
import type { Area, Point } from './shape-geometry.ts';
import { areaBetween, isArea, isLine } from './shape-geometry.ts';

/** A place by which a mark is made larger or smaller; named by the side or the end that moves with it. */
export type HandleName = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'from' | 'to';
export type Handle = Point & Readonly<{ name: HandleName }>;

export function handlesOfArea({ x, y, width, height }: Area): readonly Handle[] {
  const [middleX, middleY, right, bottom] = [x + width / 2, y + height / 2, x + width, y + height];
  return [
    { name: 'nw', x, y },
    { name: 'n', x: middleX, y },
    { name: 'ne', x: right, y },
    { name: 'e', x: right, y: middleY },
    { name: 'se', x: right, y: bottom },
    { name: 's', x: middleX, y: bottom },
    { name: 'sw', x, y: bottom },
    { name: 'w', x, y: middleY },
  ];
}

/** Texts and markers have none: their size is a number. */
export function handlesOf(shape: Shape): readonly Handle[] {
  if (isArea(shape)) return handlesOfArea(shape);
  if (!isLine(shape)) return [];
  return [
    { name: 'from', x: shape.x, y: shape.y },
    { name: 'to', x: shape.toX, y: shape.toY },
  ];
}

/** An area after one of its handles was drawn to a point; past the other side it turns over. */
export function stretchedArea(area: Area, handle: HandleName, to: Point): Area {
  const [left, right] = [area.x, area.x + area.width];
  const [top, bottom] = [area.y, area.y + area.height];
  return areaBetween(
    { x: handle.includes('w') ? to.x : left, y: handle.includes('n') ? to.y : top },
    { x: handle.includes('e') ? to.x : right, y: handle.includes('s') ? to.y : bottom },
  );
}

export function stretched(shape: Shape, handle: HandleName, to: Point): Shape {
  const point = { x: Math.round(to.x), y: Math.round(to.y) };
  if (isArea(shape)) return { ...shape, ...stretchedArea(shape, handle, point) };
  if (!isLine(shape)) return shape;
  return handle === 'from' ? { ...shape, ...point } : { ...shape, toX: point.x, toY: point.y };
}
