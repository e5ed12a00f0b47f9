import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOf, MAX_AREA, MAX_SIDE, reduced, reductionFor } from '../../../lib/capture/full-page/limits.ts';
import { createStitcher } from '../../../lib/capture/full-page/stitcher.ts';
import type { Stitched } from '../../../lib/capture/full-page/stitcher.ts';
import { scaleOf } from '../../../lib/capture/full-page/tiles.ts';
import type { Layout } from '../../../lib/capture/full-page/tiles.ts';
import { paper, paperCanvas, paperOf } from '../../support/lab/paper-canvas.ts';
import type { Paper } from '../../support/lab/paper-canvas.ts';

/** Every pixel of the content has a number of its own; what is around it has others. */
const content = (x: number, y: number) => 1_000_000 + y * 1000 + x;
const FRAME = 5;
const PINNED = 9;

interface World {
  readonly layout: Layout;
  /** The page grows or shrinks to this once it was scrolled. */
  readonly laterMore?: number;
  /** How high something is that is pinned to the bottom. */
  readonly pinned?: number;
}

function shotAt({ layout: { shot, window } }: World, x: number, y: number, pinnedFrom: number | null): Paper {
  const made = paper(shot.width, shot.height, FRAME);
  for (let row = 0; row < window.height; row += 1)
    for (let column = 0; column < window.width; column += 1)
      made.data[(window.y + row) * shot.width + window.x + column] =
        pinnedFrom !== null && row >= pinnedFrom ? PINNED : content(x + column, y + row);
  return made;
}

/** The page as the camera meets it: it scrolls no further than it goes, and stops at whole pixels. */
function photograph(world: World, scale = 1): { stitched: Stitched; shots: number } {
  const { layout, laterMore = layout.more.y, pinned = 0 } = world;
  const stitcher = createStitcher(layout, scale, paperCanvas);
  let more = layout.more.y;
  let shots = 0;
  for (let next: number | null = 0; next !== null;) {
    for (let column: number | null = 0; column !== null; column = stitcher.nextColumn()) {
      const x = Math.min(Math.round(column), layout.more.x);
      const y = Math.min(Math.round(next), more);
      const last = y >= more;
      const edge = last && x === 0 && pinned > 0 ? layout.window.height - pinned : null;
      const bottomFrom = edge === null ? null : layout.window.y + edge;
      stitcher.add(shotAt(world, x, y, edge) as unknown as CanvasImageSource, { x, y, last, bottomFrom }); // as: drawn by the paper canvas
      shots += 1;
      if (shots > 400) throw new Error('It never ends.');
    }
    if (next > 0) more = laterMore;
    next = stitcher.endRow(more);
  }
  return { stitched: stitcher.finish(), shots };
}

const layouts = fc
  .record({
    window: fc.record({ width: fc.integer({ min: 12, max: 40 }), height: fc.integer({ min: 12, max: 40 }) }),
    left: fc.integer({ min: 0, max: 8 }),
    top: fc.integer({ min: 0, max: 8 }),
    right: fc.integer({ min: 0, max: 8 }),
    bottom: fc.integer({ min: 0, max: 8 }),
    more: fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 160 }) }),
  })
  .map(({ window, left, top, right, bottom, more }): Layout => ({
    shot: { width: left + window.width + right, height: top + window.height + bottom },
    window: { x: left, y: top, ...window },
    more,
  }));

describe('shots of a page that is scrolled', () => {
  it('become one picture in which every pixel of the content is in its place, once', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { stitched } = photograph({ layout });
        const made = paperOf(stitched.canvas);
        expect([made.width, made.height]).toEqual([
          layout.shot.width + layout.more.x,
          layout.shot.height + layout.more.y,
        ]);
        expect(stitched.wholePage).toBeNull();
        const { window, more } = layout;
        let wrong = 0;
        for (let y = 0; y < made.height; y += 1) {
          for (let x = 0; x < made.width; x += 1) {
            const [cx, cy] = [x - window.x, y - window.y];
            const inside = cx >= 0 && cy >= 0 && cx < window.width + more.x && cy < window.height + more.y;
            const found = made.data[y * made.width + x] ?? -1;
            // Beyond the window the edge is drawn on; that is the frame's colour or a neighbour, never nothing.
            if (inside ? found !== content(cx, cy) : found === -1) wrong += 1;
          }
        }
        expect(wrong).toBe(0);
      }),
    );
  });

  it('follow a page that grows or shrinks meanwhile to its new end', () => {
    fc.assert(
      fc.property(layouts, fc.integer({ min: 0, max: 200 }), (layout, laterMore) => {
        const seen = layout.window.height - 4;
        fc.pre(layout.more.y > 2 * seen && laterMore > 2 * seen);
        const { stitched } = photograph({ layout, laterMore });
        const made = paperOf(stitched.canvas);
        expect(made.height).toBe(layout.shot.height + laterMore);
        const { window } = layout;
        const rows = Array.from({ length: window.height + laterMore }, (_, cy) => cy);
        expect(rows.map((cy) => made.data[(window.y + cy) * made.width + window.x])).toEqual(
          rows.map((cy) => content(0, cy)),
        );
      }),
    );
  });

  it('show what is pinned to the bottom once, at the end', () => {
    fc.assert(
      fc.property(layouts, fc.integer({ min: 1, max: 6 }), (layout, pinned) => {
        fc.pre(layout.more.y > 0 && layout.more.x === 0);
        const made = paperOf(photograph({ layout, pinned }).stitched.canvas);
        const { window, more } = layout;
        const total = window.height + more.y;
        const rows = Array.from({ length: total }, (_, cy) => cy);
        expect(rows.map((cy) => made.data[(window.y + cy) * made.width + window.x])).toEqual(
          rows.map((cy) => (cy < total - pinned ? content(0, cy) : PINNED)),
        );
      }),
    );
  });

  it('end where a picture may not be longer, and tell how long the page is', () => {
    const layout: Layout = {
      shot: { width: 12, height: 2000 },
      window: { x: 0, y: 0, width: 12, height: 2000 },
      more: { x: 0, y: 40_000 },
    };
    const { stitched, shots } = photograph({ layout });
    const made = paperOf(stitched.canvas);
    expect(made.height).toBe(MAX_SIDE);
    expect(made.data.at(-1)).toBe(content(11, MAX_SIDE - 1));
    expect(stitched.wholePage).toEqual({ width: 12, height: 42_000 });
    expect(shots).toBeLessThan(20);
  });

  it('meet at whole pixels where the picture is drawn smaller', () => {
    const layout: Layout = {
      shot: { width: 12, height: 2001 },
      window: { x: 0, y: 0, width: 12, height: 2001 },
      more: { x: 0, y: 50_000 },
    };
    const { stitched } = photograph({ layout }, 2);
    const made = paperOf(stitched.canvas);
    expect(stitched.original).toEqual({ width: 12, height: 52_001 });
    expect(stitched.wholePage).toBeNull();
    expect(made.height).toBe(Math.floor(52_001 / 2));
    const rows = Array.from({ length: made.height - 1 }, (_, row) => row);
    expect(rows.map((row) => made.data[row * made.width])).toEqual(
      rows.map((row) => content(1, 2 * row + 1)),
    );
  });

  it('take no more shots than the page needs', () => {
    const layout: Layout = {
      shot: { width: 100, height: 100 },
      window: { x: 0, y: 0, width: 100, height: 100 },
      more: { x: 0, y: 860 },
    };
    expect(photograph({ layout }).shots).toBe(10);
  });
});

describe('the size of a picture', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 1, max: 100_000 }),
    height: fc.integer({ min: 1, max: 400_000 }),
  });

  it('never goes beyond what browsers draw and backups take back', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.5, max: 4, noNaN: true }), (whole, scale) => {
        const by = reductionFor(whole, scale);
        const kept = keptOf(whole, by);
        const drawn = { width: reduced(kept.width, by), height: reduced(kept.height, by) };
        expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(MAX_SIDE);
        expect(drawn.width * drawn.height).toBeLessThanOrEqual(MAX_AREA);
        expect(kept.height).toBeLessThanOrEqual(whole.height);
        // A CSS pixel keeps a pixel of its own.
        expect(by.of / by.to).toBeLessThanOrEqual(Math.max(1, scale + 0.01));
      }),
    );
  });

  it('is reduced on sharp screens before anything is left out', () => {
    expect(reductionFor({ width: 1280, height: 30_000 }, 1)).toEqual({ of: 1, to: 1 });
    expect(reductionFor({ width: 2560, height: 30_000 }, 2)).toEqual({ of: 3, to: 2 });
    expect(reductionFor({ width: 2560, height: 60_000 }, 2)).toEqual({ of: 2, to: 1 });
    expect(reductionFor({ width: 1280, height: 60_000 }, 1)).toEqual({ of: 1, to: 1 });
    expect(keptOf({ width: 1280, height: 60_000 }, { of: 1, to: 1 })).toEqual({
      width: 1280,
      height: 31_250,
    });
  });
});

describe('the scale of a picture', () => {
  it('is what the page is told where that agrees with the bitmap, to be exact at every zoom', () => {
    expect(scaleOf(1280, 853, 1.5)).toBe(1.5);
    expect(scaleOf(1280, 1163, 1.1)).toBe(1.1);
    expect(scaleOf(2560, 1280, 2)).toBe(2);
  });
  it('is measured where the page is told something made up', () => {
    expect(scaleOf(2560, 1280, 1)).toBe(2);
    expect(scaleOf(1280, 1280, 3)).toBe(1);
    expect(scaleOf(1280, 1280, 0)).toBe(1);
  });
});
