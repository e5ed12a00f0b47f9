import { createSheet } from './sheet.ts';
import type { MakeCanvas, Sheet } from './sheet.ts';
import { footPieces, framePieces, nextOffset, pictureSizeOf, shotPiece } from './tiles.ts';
import type { Layout, Offset, Size } from './tiles.ts';

/** One shot, in bitmap pixels. */
export type StitchShot = Offset &
  Readonly<{
    /** The end of the content is in sight. */
    last: boolean;
    /** Upper edge, in the shot, of what is pinned to the bottom. */
    bottomFrom: number | null;
  }>;

/** Joins shots to one picture, row by row. */
export type Stitcher = Readonly<{
  add(bitmap: CanvasImageSource, shot: StitchShot): void;
  /** Where this row goes on; null once it is complete. */
  nextColumn(): number | null;
  /** The content may have become longer or shorter. Where the next row begins; null when there is none. */
  endRow(moreY: number): number | null;
  /** 0 to 100. */
  percent(): number;
  finish(): Stitched;
}>;

export type Stitched = Readonly<{
  canvas: OffscreenCanvas;
  /** Size of what was kept, before it was drawn smaller; null where it was not. */
  original: Size | null;
  /** null: nothing is missing. */
  wholePage: Size | null;
}>;

export function createStitcher(first: Layout, scale: number, make: MakeCanvas): Stitcher {
  const sheet: Sheet = createSheet(first, scale, make);
  const { window } = first;
  let layout = first;
  let started = false;
  /** Rows of the content that are there, and columns of them in this row of shots. */
  let done = 0;
  let across = 0;
  let bottom = 0;
  let last = false;

  const total = (): Size => ({
    width: window.width + layout.more.x,
    height: window.height + layout.more.y,
  });
  /** Shots meet at whole pixels of the picture, also where that is drawn smaller. */
  function evenly(reached: number, start: number, end: number): number {
    const { of } = sheet.reduction;
    return reached >= end ? end : Math.floor((start + reached) / of) * of - start;
  }
  const room = (): Size => {
    const kept = sheet.kept();
    const { width, height } = total();
    return {
      width: Math.min(width, kept.width - window.x),
      height: Math.min(height, kept.height - window.y),
    };
  };

  return {
    add(bitmap, shot) {
      if (!started) sheet.draw(bitmap, framePieces(layout));
      started = true;
      const rowBegins = across === 0;
      // What is pinned to the bottom may reach up into rows that are drawn already.
      const top =
        shot.last && shot.bottomFrom !== null ? Math.min(done, shot.y + shot.bottomFrom - window.y) : done;
      const piece = shotPiece(layout, shot, { x: across, y: Math.max(0, top) });
      if (piece) sheet.draw(bitmap, [piece]);
      if (rowBegins) {
        last = shot.last;
        if (last) sheet.draw(bitmap, footPieces(layout));
      }
      bottom = shot.y + window.height;
      across = evenly(Math.max(across, shot.x + window.width), window.x, total().width);
    },
    nextColumn: () => (across >= room().width ? null : nextOffset(across)),
    endRow(moreY) {
      const grown = moreY !== layout.more.y;
      layout = { ...layout, more: { x: layout.more.x, y: moreY } };
      done = Math.max(done, evenly(bottom, window.y, total().height));
      if (grown) sheet.resize(layout, window.y + done);
      across = 0;
      return last || done >= room().height ? null : nextOffset(done);
    },
    percent: () => Math.min(100, Math.round((100 * Math.max(done, bottom)) / Math.max(1, room().height))),
    finish() {
      const whole = pictureSizeOf(layout);
      const kept = sheet.kept();
      const complete = last || done >= total().height;
      const rows = Math.min(kept.height, complete ? whole.height : window.y + done);
      const columns = Math.min(kept.width, whole.width);
      const { of, to } = sheet.reduction;
      return {
        canvas: sheet.finish(rows, columns),
        original: of === to ? null : { width: columns, height: rows },
        wholePage: rows < whole.height || columns < whole.width ? whole : null,
      };
    },
  };
}
