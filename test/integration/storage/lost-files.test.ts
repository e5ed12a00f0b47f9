import { expect, it } from 'vitest';
import { withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

it.each([0, 1, 2])('misses only the one of three pictures whose file is gone (%i)', async (gone) => {
  const store = testProfile().store();
  const pictures = [1, 2, 3].map((n) => realPicture(n, 1000 + n));
  for (const [n, picture] of pictures.entries())
    ok(await store.append(withPicture(n + 1, picture), { blobs: [picture] }));
  const hashes = pictures.map(({ sha256 }) => sha256);
  const whole = pictures.map(({ bytes }) => expect.objectContaining({ bytes }));
  expect(await store.pictures(hashes)).toEqual(whole);
  const slice = Blob.prototype.slice;
  const lost = new Set([pictures[gone]?.bytes, pictures.reduce((sum, { bytes }) => sum + bytes, 0)]);
  const failing = {
    arrayBuffer: () => Promise.reject(Object.assign(new Error('gone'), { name: 'NotFoundError' })),
  };
  // Neither it nor what is put together with it can be read.
  Blob.prototype.slice = function (...range) {
    return lost.has(this.size) ? (failing as unknown as Blob) : slice.apply(this, range); // as: a blob without a file
  };
  try {
    expect(await store.pictures(hashes)).toEqual(whole.with(gone, null));
  } finally {
    Blob.prototype.slice = slice;
  }
});

it('gives what is stored in the order asked for, whatever lies between and whatever is gone', async () => {
  const store = testProfile().store();
  const pictures = Array.from({ length: 9 }, (_, n) => realPicture(n + 1, 1000 + n));
  for (const [n, picture] of pictures.entries())
    ok(await store.append(withPicture(n + 1, picture), { blobs: [picture] }));
  const sorted = pictures.map(({ sha256 }) => sha256).toSorted();
  const apart = sorted.filter((_, n) => n % 4 === 0);
  const never = `${sorted[3]?.slice(0, -1)}g`;
  const asked = [
    [],
    sorted,
    apart,
    sorted.toReversed(),
    [...apart, ...apart],
    [...sorted.slice(0, 4), never],
  ];
  for (const hashes of asked) {
    const found = await store.storedPictures(hashes);
    expect(found.map((one) => one?.sha256 ?? null)).toEqual(
      hashes.map((sha256) => (sha256 === never ? null : sha256)),
    );
    expect(await store.pictures(hashes)).toEqual(found);
  }
});
