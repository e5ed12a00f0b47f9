/** A canvas of numbers: just enough of drawImage to see which pixel came from where. */
export interface Paper {
  width: number;
  height: number;
  data: Int32Array;
}

export function paper(width: number, height: number, fill = -1): Paper {
  return { width, height, data: new Int32Array(width * height).fill(fill) };
}

/** Draws like a canvas without smoothing: each pixel takes the one that lies under its middle. */
function draw(to: Paper, from: Paper, given: readonly number[]): void {
  const whole = [0, 0, from.width, from.height];
  const [sx = 0, sy = 0, sw = 0, sh = 0, dx = 0, dy = 0, dw = 0, dh = 0] =
    given.length === 2 ? [...whole, ...given, from.width, from.height] : given;
  for (let y = Math.max(0, dy); y < Math.min(to.height, dy + dh); y += 1) {
    for (let x = Math.max(0, dx); x < Math.min(to.width, dx + dw); x += 1) {
      const fromX = Math.floor(sx + ((x - dx + 0.5) * sw) / dw);
      const fromY = Math.floor(sy + ((y - dy + 0.5) * sh) / dh);
      if (fromX >= from.width || fromY >= from.height) throw new Error('Drawn from outside of a shot.');
      to.data[y * to.width + x] = from.data[fromY * from.width + fromX] ?? -1;
    }
  }
}

/** What a canvas is to the code that is tested; `paperOf` gives back its numbers. */
export function paperCanvas({ width, height }: { width: number; height: number }): OffscreenCanvas {
  const own = paper(width, height);
  const context = {
    drawImage: (from: unknown, ...given: number[]) => draw(own, paperOf(from), given),
  };
  const canvas = Object.assign(own, { getContext: () => context });
  return canvas as unknown as OffscreenCanvas; // as: only these members are used
}

export function paperOf(canvas: unknown): Paper {
  return canvas as Paper; // as: made here
}
