import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedTo } from '../../../../lib/domain/issue/fitted-drawing.ts';
import type { Drawing, Shape } from '../../../../lib/domain/issue/drawing.ts';
import { drawing as drawingSchema } from '../../../../lib/domain/issue/drawing.ts';
import type { Grain } from '../../../../lib/domain/evidence/image-grain.ts';
import { blackened } from '../../../../lib/domain/issue/redaction-area.ts';
import {
  areaBetween,
  arrowOutline,
  boundsOf,
  covers,
  movedBy,
  overlap,
  shownArea,
} from '../../../../lib/domain/issue/shape-geometry.ts';
import { handlesOf, stretched } from '../../../../lib/domain/issue/shape-handles.ts';

const measure = (line: string, size: number) => (line.length * size) / 2;
const box: Shape = { type: 'box', id: 's1', x: 10, y: 20, width: 30, height: 40, colour: 'red', stroke: 4 };
const arrow: Shape = { type: 'arrow', id: 's2', x: 0, y: 0, toX: 100, toY: 0, colour: 'blue', stroke: 4 };

const place = fc.integer({ min: -3000, max: 6000 });
const length = fc.integer({ min: 0, max: 4000 });
const area = fc.record({ x: place, y: place, width: length, height: length });
const size = fc.record({
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});
const PNG: Grain = { across: 1, down: 1, margin: 1, beyond: 0 };
const JPEG: Grain = { across: 16, down: 16, margin: 0, beyond: 1 };
const WEBP: Grain = { across: 16, down: 16, margin: 0, beyond: 4 };
const grain = fc.constantFrom(PNG, JPEG, { ...JPEG, across: 32 }, WEBP);

describe('an area', () => {
  it('is the same from whichever corner it was drawn', () => {
    const wanted = { x: 1, y: 2, width: 9, height: 18 };
    expect(areaBetween({ x: 1, y: 2 }, { x: 10, y: 20 })).toEqual(wanted);
    expect(areaBetween({ x: 10, y: 2 }, { x: 1, y: 20 })).toEqual(wanted);
  });

  it('is cut to the picture, or gone where it lies beside it', () => {
    const whole = { x: 0, y: 0, width: 100, height: 100 };
    expect(overlap({ x: -10, y: 90, width: 30, height: 30 }, whole)).toEqual({
      x: 0,
      y: 90,
      width: 20,
      height: 10,
    });
    expect(overlap({ x: 100, y: 0, width: 10, height: 10 }, whole)).toBeNull();
  });
});

describe('what a redaction blackens', () => {
  it('is never less than was drawn, never beyond the picture, always whole pixels', () => {
    fc.assert(
      fc.property(area, size, grain, (drawn, picture, kind) => {
        const black = blackened(drawn, picture, kind);
        const whole = { x: 0, y: 0, ...picture };
        for (const value of Object.values(black)) expect(Number.isInteger(value)).toBe(true);
        expect(covers(whole, black)).toBe(true);
        const onPicture = overlap(drawn, whole);
        if (onPicture !== null) expect(covers(black, onPicture)).toBe(true);
      }),
    );
  });

  it('has a pixel of margin in a PNG, and covers all that colour can reach in a JPEG or WebP', () => {
    const picture = { width: 100, height: 100 };
    const drawn = { x: 9, y: 17, width: 10, height: 3 };
    expect(blackened(drawn, picture, PNG)).toEqual({ x: 8, y: 16, width: 12, height: 5 });
    expect(blackened(drawn, picture, JPEG)).toEqual({ x: 0, y: 15, width: 33, height: 18 });
    expect(blackened(drawn, picture, WEBP)).toEqual({ x: 0, y: 12, width: 36, height: 24 });
    // 4:1:1: a block of colour is twice as wide.
    const wide = { ...JPEG, across: 32 };
    expect(blackened({ ...drawn, x: 40 }, picture, wide)).toEqual({ x: 31, y: 15, width: 34, height: 18 });
  });
});

describe('a mark', () => {
  it('moves as a whole', () => {
    expect(movedBy(box, 5, -5)).toEqual({ ...box, x: 15, y: 15 });
    expect(movedBy(arrow, 1.4, 2)).toEqual({ ...arrow, x: 1, y: 2, toX: 101, toY: 2 });
  });

  it('is stretched by its handles and turns over past its other side', () => {
    expect(stretched(box, 'se', { x: 60, y: 70 })).toEqual({ ...box, width: 50, height: 50 });
    expect(stretched(box, 'e', { x: 0, y: 999 })).toEqual({ ...box, x: 0, width: 10 });
    expect(stretched(arrow, 'to', { x: 7.4, y: 8 })).toEqual({ ...arrow, toX: 7, toY: 8 });
    expect(stretched(arrow, 'from', { x: 7, y: 8 })).toEqual({ ...arrow, x: 7, y: 8 });
  });

  it('has a handle at each corner, side or end', () => {
    expect(handlesOf(box)).toHaveLength(8);
    expect(handlesOf(arrow).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [100, 0],
    ]);
  });

  it('knows how much room its text takes', () => {
    const text: Shape = { type: 'text', id: 's3', x: 5, y: 6, text: 'ab\nabcd', size: 20, colour: 'red' };
    expect(boundsOf(text, measure)).toEqual({ x: 5, y: 6, width: 40, height: 50 });
    const marker: Shape = { type: 'marker', id: 's4', x: 50, y: 50, number: 1, size: 30, colour: 'red' };
    expect(boundsOf(marker, measure)).toEqual({ x: 35, y: 35, width: 30, height: 30 });
  });
});

describe('an arrow', () => {
  it('ends in its tip exactly where it points', () => {
    expect(arrowOutline(arrow)).toHaveLength(7);
    expect(arrowOutline(arrow)[3]).toEqual({ x: 100, y: 0 });
  });

  it('keeps its form when it is shorter than its head, and is nothing without a length', () => {
    const short = arrowOutline({ ...arrow, toX: 6 });
    expect(Math.max(...short.map(({ y }) => Math.abs(y)))).toBeCloseTo(3);
    expect(arrowOutline({ ...arrow, toX: 0 })).toEqual([]);
  });
});

const drawn: Drawing = {
  v: 1,
  width: 100,
  height: 50,
  crop: { x: 10, y: 10, width: 33, height: 33 },
  shapes: [box, arrow, { type: 'redaction', id: 's5', x: 11, y: 11, width: 13, height: 13 }],
};

describe('a drawing', () => {
  it('shows all of the picture without a crop, and no more than the picture with one', () => {
    expect(shownArea(drawn)).toEqual(drawn.crop);
    const { crop: _crop, ...rest } = drawn;
    expect(shownArea(rest)).toEqual({ x: 0, y: 0, width: 100, height: 50 });
    expect(shownArea({ ...drawn, crop: { x: 90, y: -5, width: 50, height: 20 } })).toEqual({
      x: 90,
      y: 0,
      width: 10,
      height: 15,
    });
    expect(shownArea({ ...drawn, crop: { x: 500, y: 0, width: 5, height: 5 } }).width).toBe(100);
  });

  it('covers the same on a picture of another size, and stays a valid drawing', () => {
    fc.assert(
      fc.property(size, (other) => {
        const fitted = fittedTo(drawn, other);
        expect(drawingSchema.safeParse(fitted).success).toBe(true);
        const [across, down] = [other.width / 100, other.height / 50];
        const before = { x: 11 * across, y: 11 * down, width: 13 * across, height: 13 * down };
        const after = fitted.shapes.find(({ type }) => type === 'redaction');
        const near = {
          x: before.x + 1e-6,
          y: before.y + 1e-6,
          width: before.width - 2e-6,
          height: before.height - 2e-6,
        };
        expect(after !== undefined && 'width' in after && covers(after, near)).toBe(true);
      }),
    );
    expect(fittedTo(drawn, { width: 100, height: 50 })).toBe(drawn);
  });
});
