import type { Drawing, Shape } from '../../lib/domain/issue/drawing.ts';
import { movedBy, overlap } from '../../lib/domain/issue/shape-geometry.ts';
import type { Area, Point } from '../../lib/domain/issue/shape-geometry.ts';
import type { HandleName } from '../../lib/domain/issue/shape-handles.ts';
import { stretched, stretchedArea } from '../../lib/domain/issue/shape-handles.ts';
import { CROP } from './editor-store.ts';
import type { EditorStore } from './editor-store.ts';
import { drawn, drawnArea } from './tools.ts';
import type { Tool } from './tools.ts';

/** What lies under the pointer. */
export type Hit = Readonly<
  { kind: 'mark'; id: string } | { kind: 'handle'; name: HandleName } | { kind: 'suggestion'; index: number }
> | null;

/** A pressed pointer: what it does to the drawing when it is at another point. */
type Gesture = Readonly<{ at(point: Point): Drawing; done(point: Point): void }>;

function withShape(drawing: Drawing, shape: Shape): Drawing {
  const known = drawing.shapes.some(({ id }) => id === shape.id);
  const shapes = known
    ? drawing.shapes.map((one) => (one.id === shape.id ? shape : one))
    : [...drawing.shapes, shape];
  return { ...drawing, shapes };
}

function onPicture(area: Area, { width, height }: Drawing): Area {
  return overlap(area, { x: 0, y: 0, width, height }) ?? { x: 0, y: 0, width, height };
}

/** Begins what a press at that point means; null: nothing of ours, the picture may be moved instead. */
export function gestureFrom(store: EditorStore, hit: Hit, from: Point): Gesture | null {
  const drawing = store.drawing.peek();
  const tool: Tool = store.tool.peek();
  const id = store.selected.peek();
  const committing = (at: (point: Point) => Drawing): Gesture => ({
    at,
    done: (point) => store.commit(at(point)),
  });

  if (hit?.kind === 'handle') {
    const { crop } = drawing;
    if (id === CROP && crop !== undefined)
      return committing((point) => ({
        ...drawing,
        crop: onPicture(stretchedArea(crop, hit.name, point), drawing),
      }));
    const shape = drawing.shapes.find((one) => one.id === id);
    return shape === undefined
      ? null
      : committing((point) => withShape(drawing, stretched(shape, hit.name, point)));
  }
  if (tool === 'crop') {
    const style = store.style.peek();
    const area = (point: Point): Area => onPicture(drawnArea(from, point, style), drawing);
    return {
      at: (point) => ({ ...drawing, crop: area(point) }),
      done(point) {
        store.crop(area(point));
        store.select(CROP);
      },
    };
  }
  if (tool !== 'select') {
    if (store.full.peek()) return null;
    return {
      at: (point) => withShape(drawing, drawn(tool, from, point, store.style.peek(), drawing)),
      done: (point) => void store.add(tool, from, point),
    };
  }
  if (hit?.kind === 'suggestion') {
    const suggestion = store.suggestions.peek()[hit.index];
    return suggestion === undefined ? null : { at: () => drawing, done: () => store.cover([suggestion]) };
  }
  store.select(hit?.id ?? null);
  const shape = drawing.shapes.find((one) => one.id === hit?.id);
  return shape === undefined
    ? null
    : committing((point) => {
        const [dx, dy] = [Math.round(point.x - from.x), Math.round(point.y - from.y)];
        return dx === 0 && dy === 0 ? drawing : withShape(drawing, movedBy(shape, dx, dy));
      });
}
