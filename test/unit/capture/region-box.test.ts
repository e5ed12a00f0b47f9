import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, keyed, LEAST, middleOf } from '../../../lib/capture/page/region-box.ts';
import { regionIn } from '../../../lib/capture/region.ts';

const ROOM = { width: 800, height: 600 };
const key = (name: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  ...held,
});
const press = (box: ReturnType<typeof middleOf>, ...names: readonly ReturnType<typeof key>[]) =>
  names.reduce((at, one) => keyed(at, one, ROOM) ?? at, box);

describe('a rectangle on the page', () => {
  it('can be drawn in any direction and stays on the page', () => {
    expect(between({ x: 300, y: 200 }, { x: 100, y: 50 }, ROOM)).toEqual({
      x: 100,
      y: 50,
      width: 200,
      height: 150,
    });
    expect(between({ x: 700, y: 500 }, { x: 2000, y: -40 }, ROOM)).toEqual({
      x: 700,
      y: 0,
      width: 100,
      height: 500,
    });
  });

  it('is moved by arrow keys, resized with Shift, by single pixels with Ctrl', () => {
    const box = middleOf(ROOM);
    expect(press(box, key('ArrowLeft'), key('ArrowUp'))).toMatchObject({ x: box.x - 16, y: box.y - 16 });
    expect(press(box, key('ArrowRight', { shiftKey: true }))).toMatchObject({
      x: box.x,
      width: box.width + 16,
    });
    expect(press(box, key('ArrowDown', { ctrlKey: true }))).toMatchObject({ y: box.y + 1 });
    expect(press(box, key('ArrowUp', { shiftKey: true, altKey: true }))).toMatchObject({
      height: box.height - 1,
    });
    expect(keyed(box, key('a'), ROOM)).toBeNull();
    expect(keyed(box, key('constructor'), ROOM)).toBeNull();
  });

  it('never leaves the page, whatever keys are pressed', () => {
    const keys = fc.record({
      key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
      shiftKey: fc.boolean(),
      ctrlKey: fc.boolean(),
      altKey: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 200 }), (pressed) => {
        const box = press(middleOf(ROOM), ...pressed);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(ROOM.width);
        expect(box.y + box.height).toBeLessThanOrEqual(ROOM.height);
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(LEAST);
      }),
    );
  });
});

describe('a part of a picture', () => {
  const answer = { verb: 'region.chosen', token: 't', innerWidth: 800, dpr: 2 } as const;

  it('is cut by the real scale of the bitmap', () => {
    const box = { x: 10, y: 20, width: 100, height: 50 };
    expect(regionIn({ width: 1600, height: 1200 }, { ...answer, box })).toEqual({
      x: 20,
      y: 40,
      width: 200,
      height: 100,
    });
    // The page is told 2, the bitmap says 1.
    expect(regionIn({ width: 800, height: 600 }, { ...answer, box })).toEqual(box);
  });

  it('ends at the edge of the picture, and is none where it lies outside', () => {
    const size = { width: 800, height: 600 };
    expect(regionIn(size, { ...answer, box: { x: 700, y: -10, width: 500, height: 60 } })).toEqual({
      x: 700,
      y: 0,
      width: 100,
      height: 50,
    });
    expect(regionIn(size, { ...answer, box: { x: 900, y: 0, width: 10, height: 10 } })).toBeNull();
    expect(regionIn(size, { ...answer, box: null })).toBeNull();
  });
});
