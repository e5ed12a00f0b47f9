import type { Drawing, Shape } from './drawing.ts';
import type { Area, Size } from './shape-geometry.ts';
import { isArea, isLine } from './shape-geometry.ts';

/** The drawing in pixels of a picture of another size: what was covered stays covered. */
export function fittedTo(drawing: Drawing, { width, height }: Size): Drawing {
  if (drawing.width === width && drawing.height === height) return drawing;
  const across = width / Math.max(1, drawing.width);
  const down = height / Math.max(1, drawing.height);
  const thick = (value: number): number => Math.max(1, Math.round(value * Math.min(across, down)));
  const point = (x: number, y: number) => ({ x: Math.round(x * across), y: Math.round(y * down) });
  const area = (from: Area): Area => {
    const [x, y] = [Math.floor(from.x * across), Math.floor(from.y * down)];
    return {
      x,
      y,
      width: Math.ceil((from.x + from.width) * across) - x,
      height: Math.ceil((from.y + from.height) * down) - y,
    };
  };
  const shapes = drawing.shapes.map((shape): Shape => {
    if (isArea(shape)) {
      const placed = { ...shape, ...area(shape) };
      return placed.type === 'box' ? { ...placed, stroke: thick(placed.stroke) } : placed;
    }
    if (isLine(shape)) {
      const { x: toX, y: toY } = point(shape.toX, shape.toY);
      return { ...shape, ...point(shape.x, shape.y), toX, toY, stroke: thick(shape.stroke) };
    }
    return { ...shape, ...point(shape.x, shape.y), size: thick(shape.size) };
  });
  const { crop } = drawing;
  return { v: 1, width, height, ...(crop === undefined ? {} : { crop: area(crop) }), shapes };
}
