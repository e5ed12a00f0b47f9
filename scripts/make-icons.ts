/**
 * Draws the toolbar and store icons: a sheet with three ruled lines and a tick, in the accent colour.
 * Run after a change of the drawing: `node scripts/run.mjs scripts/make-icons.ts`. The pictures are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];
type Shape = Readonly<{ colour: Colour; covers: (x: number, y: number) => boolean }>;

const SIZES = [16, 32, 48, 96, 128] as const;
/** Samples per pixel and axis: smooth edges without a drawing library. */
const SAMPLES = 8;

const INK: Colour = [35, 79, 142];
const PAPER: Colour = [255, 255, 255];
const RULE: Colour = [150, 175, 212];

/** A rounded square on the unit square. */
function rounded(left: number, top: number, right: number, bottom: number, radius: number) {
  return (x: number, y: number): boolean => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(dx, dy) <= radius;
  };
}

/** A line of a given width with round ends through the points. */
function stroke(points: readonly Point[], width: number) {
  return (x: number, y: number): boolean =>
    points.slice(1).some(([bx, by], index) => {
      const [ax, ay] = points[index] ?? [bx, by];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= width / 2;
    });
}

/** Back to front. Small sizes leave the rules away: they would only be grey noise. */
function drawing(size: number): readonly Shape[] {
  const small = size < 32;
  const tick: readonly Point[] = small
    ? [
        [0.27, 0.53],
        [0.44, 0.7],
        [0.75, 0.32],
      ]
    : [
        [0.33, 0.6],
        [0.46, 0.73],
        [0.7, 0.44],
      ];
  return [
    { colour: INK, covers: rounded(0.03, 0.03, 0.97, 0.97, 0.2) },
    ...(small
      ? [{ colour: PAPER, covers: stroke(tick, 0.14) }]
      : [
          { colour: PAPER, covers: rounded(0.2, 0.15, 0.8, 0.85, 0.06) },
          {
            colour: RULE,
            covers: stroke(
              [
                [0.3, 0.28],
                [0.7, 0.28],
              ],
              0.045,
            ),
          },
          {
            colour: RULE,
            covers: stroke(
              [
                [0.3, 0.38],
                [0.58, 0.38],
              ],
              0.045,
            ),
          },
          { colour: INK, covers: stroke(tick, 0.09) },
        ]),
  ];
}

function icon(size: number): PNG {
  const png = new PNG({ width: size, height: size });
  const shapes = drawing(size);
  for (let index = 0; index < size * size; index += 1) {
    const sum = [0, 0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = ((index % size) + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
      const y = (Math.floor(index / size) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
      const top = shapes.findLast((shape) => shape.covers(x, y));
      if (!top) continue;
      for (const [channel, value] of [...top.colour, 1].entries()) sum[channel] = (sum[channel] ?? 0) + value;
    }
    const covered = sum[3] ?? 0;
    for (const channel of [0, 1, 2]) {
      png.data[index * 4 + channel] = covered === 0 ? 0 : Math.round((sum[channel] ?? 0) / covered);
    }
    png.data[index * 4 + 3] = Math.round((covered / SAMPLES ** 2) * 255);
  }
  return png;
}

export function main(): number {
  const folder = new URL('../public/icon/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    writeFileSync(new URL(`${size}.png`, folder), PNG.sync.write(icon(size), { deflateLevel: 9 }));
  }
  return 0;
}
