import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Mask {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Difference {
  /** Parts of a hundred of all pixels outside the masks. */
  readonly percent: number;
  readonly sizes: string;
  /** Both sizes agree but for a line or two, which is how far roundings may differ. */
  readonly sameSize: boolean;
  readonly picture: Uint8Array;
}

function cut(png: PNG, width: number, height: number): PNG {
  const out = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    png.data.copy(out.data, y * width * 4, y * png.width * 4, (y * png.width + width) * 4);
  return out;
}

function blank(png: PNG, masks: readonly Mask[]): void {
  for (const { x, y, width, height } of masks) {
    for (let row = Math.max(0, y); row < Math.min(png.height, y + height); row += 1)
      png.data.fill(0, (row * png.width + x) * 4, (row * png.width + Math.min(png.width, x + width)) * 4);
  }
}

/** How much of two pictures differs, with the usual leniency for smoothed edges (pixelmatch, threshold 0.1). */
export function compare(ours: Uint8Array, theirs: Uint8Array, masks: readonly Mask[] = []): Difference {
  const [a, b] = [PNG.sync.read(Buffer.from(ours)), PNG.sync.read(Buffer.from(theirs))];
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const [left, right] = [cut(a, width, height), cut(b, width, height)];
  blank(left, masks);
  blank(right, masks);
  const diff = new PNG({ width, height });
  const differing = pixelmatch(left.data, right.data, diff.data, width, height, { threshold: 0.1 });
  const masked = masks.reduce((sum, mask) => sum + mask.width * mask.height, 0);
  return {
    percent: (100 * differing) / (width * height - masked),
    sizes: `${a.width} × ${a.height} and ${b.width} × ${b.height}`,
    sameSize: Math.abs(a.width - b.width) <= 2 && Math.abs(a.height - b.height) <= 2,
    picture: PNG.sync.write(diff),
  };
}
