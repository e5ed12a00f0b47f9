import { keptOf, reduced, reductionFor } from './limits.ts';
import type { Reduction } from './limits.ts';
import { pictureSizeOf } from './tiles.ts';
import type { Area, Layout, Piece, Size } from './tiles.ts';

/** The one large canvas that shots are drawn on as they come; no shot is kept. */
export type Sheet = Readonly<{
  draw(shot: CanvasImageSource, pieces: readonly Piece[]): void;
  /** The content turned out longer or shorter: what was drawn stays, the size follows. */
  resize(layout: Layout, upTo: number): void;
  /** Rows that can be kept, in pixels before any reduction. */
  kept(): Size;
  reduction: Reduction;
  /** The upper part, down to this row. */
  finish(rows: number, columns: number): OffscreenCanvas;
}>;

export type MakeCanvas = (size: Size) => OffscreenCanvas;

export function createSheet(first: Layout, scale: number, make: MakeCanvas): Sheet {
  const reduction = reductionFor(pictureSizeOf(first), scale);
  const small = (length: number): number => reduced(length, reduction);
  let kept = keptOf(pictureSizeOf(first), reduction);
  let canvas = make({ width: small(kept.width), height: small(kept.height) });
  let context = contextOf(canvas);

  function contextOf(of: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
    const made = of.getContext('2d', { alpha: false });
    if (!made) throw new Error('The browser gave no canvas for a picture of the whole page.');
    made.imageSmoothingEnabled = reduction.of !== reduction.to;
    made.imageSmoothingQuality = 'high';
    return made;
  }
  /** Whole pixels of the canvas: an edge between two would mix in what lies beside it. */
  function placed({ x, y, width, height }: Area): Area {
    return {
      x: small(x),
      y: small(y),
      width: small(x + width) - small(x),
      height: small(y + height) - small(y),
    };
  }
  function replace(size: Size): void {
    const old = canvas;
    canvas = make(size);
    context = contextOf(canvas);
    context.drawImage(old, 0, 0);
    // Frees its memory at once.
    old.width = 0;
    old.height = 0;
  }

  return {
    draw(shot, pieces) {
      for (const { from, to } of pieces) {
        const at = placed(to);
        if (at.width > 0 && at.height > 0)
          context.drawImage(shot, from.x, from.y, from.width, from.height, at.x, at.y, at.width, at.height);
      }
    },
    resize(layout, upTo) {
      kept = keptOf(pictureSizeOf(layout), reduction);
      const size = { width: small(kept.width), height: small(kept.height) };
      if (size.height <= canvas.height && size.width <= canvas.width) return;
      const was = canvas.height;
      replace({ width: Math.max(size.width, canvas.width), height: Math.max(size.height, canvas.height) });
      // The sides are drawn on to the new end.
      const row = Math.max(0, Math.min(was, small(upTo)) - 1);
      context.drawImage(canvas, 0, row, canvas.width, 1, 0, row + 1, canvas.width, canvas.height - row - 1);
    },
    kept: () => kept,
    reduction,
    finish(rows, columns) {
      const height = Math.max(1, Math.min(canvas.height, small(rows)));
      const width = Math.max(1, Math.min(canvas.width, small(columns)));
      if (height !== canvas.height || width !== canvas.width) replace({ width, height });
      return canvas;
    },
  };
}
