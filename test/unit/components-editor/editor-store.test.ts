import { describe, expect, it } from 'vitest';
import { createEditorStore, CROP } from '../../../components/editor/editor-store.ts';
import { gestureFrom } from '../../../components/editor/gesture.ts';
import type { Drawing } from '../../../lib/domain/issue/drawing.ts';
import { drawing as drawingSchema } from '../../../lib/domain/issue/drawing.ts';

const EMPTY: Drawing = { v: 1, width: 1280, height: 720, shapes: [] };
const MIDDLE = { x: 640, y: 360 };

function opened(saved = EMPTY) {
  return createEditorStore(saved, []);
}

describe('marking up a picture', () => {
  it('gives each new mark an id of its own and selects it', () => {
    const store = opened();
    for (const tool of ['box', 'arrow', 'line', 'text', 'highlight', 'marker', 'redaction'] as const)
      store.add(tool, MIDDLE, MIDDLE);
    const { shapes } = store.drawing.value;
    expect(new Set(shapes.map(({ id }) => id)).size).toBe(7);
    expect(store.selected.value).toBe(shapes[6]?.id);
    expect(drawingSchema.safeParse(store.drawing.value).success).toBe(true);
  });

  it('numbers markers on, also after one was removed', () => {
    const store = opened();
    store.add('marker', MIDDLE, MIDDLE);
    const second = store.add('marker', MIDDLE, MIDDLE);
    const first = store.drawing.value.shapes[0];
    if (first) store.remove(first.id);
    const third = store.add('marker', MIDDLE, MIDDLE);
    expect([second, third].map((shape) => shape?.type === 'marker' && shape.number)).toEqual([2, 3]);
    expect(third?.id).not.toBe(second?.id);
  });

  it('moves what is selected and takes ten presses back in one step', () => {
    const store = opened();
    const box = store.add('box', { x: 10, y: 10 }, { x: 60, y: 60 });
    for (let press = 0; press < 10; press += 1) store.nudge(1, 0);
    expect(store.drawing.value.shapes[0]).toMatchObject({ x: 20, y: 10 });
    store.undo();
    expect(store.drawing.value.shapes[0]).toEqual(box);
    store.undo();
    expect(store.drawing.value.shapes).toEqual([]);
    expect(store.selected.value).toBeNull();
    store.redo();
    store.redo();
    expect(store.drawing.value.shapes[0]).toMatchObject({ x: 20 });
  });

  it('knows what is not saved, also when it comes back to what is', () => {
    const store = opened();
    expect(store.dirty.value).toBe(false);
    store.add('box', MIDDLE, MIDDLE);
    expect(store.dirty.value).toBe(true);
    store.undo();
    expect(store.dirty.value).toBe(false);
    const restored = createEditorStore(EMPTY, [], { ...EMPTY, crop: { x: 0, y: 0, width: 9, height: 9 } });
    expect(restored.dirty.value).toBe(true);
    restored.reset();
    expect(restored.dirty.value).toBe(false);
  });

  it('changes the order, and stops at its ends', () => {
    const store = opened();
    const [a, b] = [store.add('box', MIDDLE, MIDDLE), store.add('line', MIDDLE, MIDDLE)];
    store.reorder(a?.id ?? '', 1);
    expect(store.drawing.value.shapes.map(({ id }) => id)).toEqual([b?.id, a?.id]);
    store.reorder(a?.id ?? '', 1);
    expect(store.drawing.value.shapes.map(({ id }) => id)).toEqual([b?.id, a?.id]);
  });

  it('moves and removes the crop like a mark', () => {
    const store = opened();
    store.crop({ x: 10, y: 10, width: 100, height: 100 });
    store.select(CROP);
    store.nudge(0, 10);
    expect(store.drawing.value.crop).toEqual({ x: 10, y: 20, width: 100, height: 100 });
    store.remove(CROP);
    expect(store.drawing.value).toEqual(EMPTY);
  });

  it('takes no more marks than a drawing can hold', () => {
    const store = opened();
    for (let n = 0; n < 200; n += 1) expect(store.add('box', MIDDLE, MIDDLE)).not.toBeNull();
    expect(store.add('box', MIDDLE, MIDDLE)).toBeNull();
    expect(store.full.value).toBe(true);
    expect(drawingSchema.safeParse(store.drawing.value).success).toBe(true);
  });

  it('redacts the suggested fields, each with its reason, in one step', () => {
    const area = { x: 1, y: 2, width: 30, height: 40 };
    const store = createEditorStore(EMPTY, [
      { area, why: 'password' },
      { area: { ...area, y: 100 }, why: 'card' },
    ]);
    store.cover(store.suggestions.value);
    expect(store.suggestions.value).toEqual([]);
    expect(store.drawing.value.shapes.map((shape) => shape.type === 'redaction' && shape.why)).toEqual([
      'password',
      'card',
    ]);
    store.undo();
    expect(store.suggestions.value).toHaveLength(2);
  });
});

describe('a pressed pointer', () => {
  it('draws from where it went down to where it is let go', () => {
    const store = opened();
    store.tool.value = 'redaction';
    const gesture = gestureFrom(store, null, { x: 100, y: 100 });
    expect(gesture?.at({ x: 50, y: 140 }).shapes[0]).toMatchObject({ x: 50, y: 100, width: 50, height: 40 });
    expect(store.drawing.value.shapes).toEqual([]);
    gesture?.done({ x: 50, y: 140 });
    expect(store.drawing.value.shapes).toHaveLength(1);
  });

  it('puts a mark of the usual size where it only clicked', () => {
    const store = opened();
    store.tool.value = 'box';
    gestureFrom(store, null, MIDDLE)?.done({ x: 641, y: 360 });
    const [box] = store.drawing.value.shapes;
    expect(box?.type === 'box' && box.width > 50 && box.x + box.width / 2).toBe(640);
  });

  it('selects and moves what it meets, and a click alone changes nothing', () => {
    const store = opened();
    const box = store.add('box', { x: 10, y: 10 }, { x: 60, y: 60 });
    store.select(null);
    const hit = { kind: 'mark', id: box?.id ?? '' } as const;
    const before = store.stack.value;
    gestureFrom(store, hit, { x: 10, y: 30 })?.done({ x: 10, y: 30 });
    expect(store.selected.value).toBe(box?.id);
    expect(store.stack.value.past).toEqual(before.past);
    gestureFrom(store, hit, { x: 10, y: 30 })?.done({ x: 15, y: 20 });
    expect(store.drawing.value.shapes[0]).toMatchObject({ x: 15, y: 0 });
    expect(gestureFrom(store, null, { x: 500, y: 500 })).toBeNull();
    expect(store.selected.value).toBeNull();
  });

  it('stretches by a handle, the crop within the picture', () => {
    const store = opened();
    store.add('box', { x: 10, y: 10 }, { x: 60, y: 60 });
    gestureFrom(store, { kind: 'handle', name: 'e' }, { x: 60, y: 30 })?.done({ x: 90, y: 30 });
    expect(store.drawing.value.shapes[0]).toMatchObject({ x: 10, width: 80 });
    store.tool.value = 'crop';
    gestureFrom(store, null, { x: 1200, y: 10 })?.done({ x: 2000, y: 100 });
    expect(store.drawing.value.crop).toEqual({ x: 1200, y: 10, width: 80, height: 90 });
    gestureFrom(store, { kind: 'handle', name: 'w' }, { x: 1200, y: 20 })?.done({ x: -50, y: 20 });
    expect(store.drawing.value.crop).toEqual({ x: 0, y: 10, width: 1280, height: 90 });
  });
});
