/** Brightness and both differences of colour of one block of 8 × 8 of the coded component: 0–255. */
export type FlatColour = Readonly<{ y: number; cb: number; cr: number }>;

type Frame = Readonly<{
  width: number;
  height: number;
  /** Blocks of brightness for one of colour, 1–4 in each direction; 4 and 1 is what is called 4:1:1. */
  across: number;
  down: number;
}>;

const segment = (marker: number, data: readonly number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 0xff,
  ...data,
];
const word = (value: number): number[] => [value >> 8, value & 0xff];

/**
 * A baseline JPEG whose blocks are of one colour each, which no canvas writes with other samplings than its own (ITU-T
 * T.81, annexes B and F). `colourAt`: the colour of a block, by the pixel of the picture that it begins at.
 */
export function flatJpeg(
  { width, height, across, down }: Frame,
  colourAt: (x: number, y: number) => FlatColour,
): Uint8Array<ArrayBuffer> {
  const sampling = (across << 4) | down;
  const head = [
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    // Every step of a coefficient is 8, so that a constant block is told to the last bit.
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0]),
    // Differences of 0 to 11 bits have codes of four bits; "nothing more in this block" is one bit.
    ...segment(0xc4, [
      0,
      0,
      0,
      0,
      12,
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 12 }, (_, i) => i),
    ]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ];
  const bits: number[] = [];
  const before = { y: 0, cb: 0, cr: 0 };
  const block = (part: keyof FlatColour, value: number): void => {
    const level = value - 128;
    const step = level - before[part];
    before[part] = level;
    const size = step === 0 ? 0 : 32 - Math.clz32(Math.abs(step));
    const code = step < 0 ? step + (1 << size) - 1 : step;
    for (let i = 3; i >= 0; i -= 1) bits.push((size >> i) & 1);
    for (let i = size - 1; i >= 0; i -= 1) bits.push((code >> i) & 1);
    bits.push(0);
  };
  for (let top = 0; top < height; top += 8 * down) {
    for (let left = 0; left < width; left += 8 * across) {
      for (let v = 0; v < down; v += 1)
        for (let h = 0; h < across; h += 1) block('y', colourAt(left + 8 * h, top + 8 * v).y);
      // One block of colour stands for all of them: its middle counts.
      const { cb, cr } = mean(across, down, (h, v) => colourAt(left + 8 * h, top + 8 * v));
      block('cb', cb);
      block('cr', cr);
    }
  }
  while (bits.length % 8 !== 0) bits.push(1);
  const coded: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    coded.push(byte);
    if (byte === 0xff) coded.push(0);
  }
  return new Uint8Array([0xff, 0xd8, ...head, ...coded, 0xff, 0xd9]);
}

function mean(
  across: number,
  down: number,
  colourAt: (h: number, v: number) => FlatColour,
): Pick<FlatColour, 'cb' | 'cr'> {
  const all = Array.from({ length: across * down }, (_, i) => colourAt(i % across, Math.floor(i / across)));
  const of = (part: 'cb' | 'cr'): number =>
    Math.round(all.reduce((sum, colour) => sum + colour[part], 0) / all.length);
  return { cb: of('cb'), cr: of('cr') };
}
