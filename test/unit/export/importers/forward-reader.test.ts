import { describe, expect, it } from 'vitest';
import { forwardReader, refusedIfGone } from '../../../../lib/export/importers/forward-reader.ts';
import { Refusal } from '../../../../lib/export/importers/refusal.ts';

const BYTES = new Uint8Array(3_000_000).map((_, index) => (index * 31) ^ (index >>> 8));

/** Byte by byte, as fast as it can be. */
const same = (found: Uint8Array | undefined, from: number, to: number): boolean =>
  Buffer.from(found ?? []).equals(BYTES.subarray(from, to));

class Counted extends Blob {
  cuts: number[] = [];
  override slice(from = 0, to = this.size, type = ''): Blob {
    this.cuts.push(to - from);
    return super.slice(from, to, type);
  }
}

const parts = Array.from({ length: 29 }, (_, index) => [index * 100_000, index * 100_000 + 100_500] as const);

describe('reading parts of a file', () => {
  it.each([
    ['one after the other', 1],
    ['eight at once', 8],
  ])('takes few readings where they follow each other: %s', async (_, width) => {
    const file = new Counted([BYTES]);
    const read = forwardReader(file);
    for (let at = 0; at < parts.length; at += width) {
      const some = parts.slice(at, at + width);
      const found = await Promise.all(some.map(([from, to]) => read(from, to)));
      for (const [index, [from, to]] of some.entries()) expect(same(found[index], from, to)).toBe(true);
    }
    expect(file.cuts.length).toBeLessThan(8);
  });

  it('reads no more than was asked for where they do not', async () => {
    const file = new Counted([BYTES]);
    const read = forwardReader(file);
    for (const [from, to] of parts.toReversed()) expect(same(await read(from, to), from, to)).toBe(true);
    expect(file.cuts).toEqual(parts.map(() => 100_500));
  });

  it('ends with the file', async () => {
    const read = forwardReader(new Blob([BYTES]));
    await read(2_800_000, 2_900_000);
    expect(same(await read(2_900_000, 3_000_000), 2_900_000, 3_000_000)).toBe(true);
    expect(await read(2_999_990, 3_000_100)).toEqual(BYTES.slice(2_999_990));
  });
});

describe('a file that can be read no more', () => {
  it.each(['NotReadableError', 'NotFoundError'])('is refused as such: %s', (name) => {
    const refused = refusedIfGone(new DOMException('Gone.', name));
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'unreadable' });
  });

  it('is no other fault', () => {
    const fault = new DOMException('Stopped.', 'AbortError');
    expect(refusedIfGone(fault)).toBe(fault);
  });
});
