import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { createStoredRun } from '../../../lib/export/zip/stored-run.ts';
import { verifyZip } from '../../../lib/export/zip/verify.ts';
import { composeZip } from '../../../lib/export/zip/writer.ts';
import type { ZipFile } from '../../../lib/export/zip/writer.ts';
import { withFiles } from '../../support/stored-files.ts';

/** One of them is empty. */
const CONTENTS = [900, 1, 0, 70_000, 5, 300, 2].map((size, n) => new Uint8Array(size).fill(n + 1));

const storedOf = (blobs: readonly Blob[]) =>
  blobs.map((blob, n) => {
    const content = CONTENTS[n] ?? new Uint8Array();
    return { path: `pictures/${n}.jpg`, bytes: content.length, crc32: crc32(content), blob, n };
  });
const inMemory = () => storedOf(CONTENTS.map((content) => new Blob([content])));
const alone = (): ZipFile[] => inMemory().map(({ blob, ...file }) => ({ ...file, parts: [blob] }));
const bytesOf = async (files: readonly ZipFile[]) => Buffer.from(await composeZip(files).arrayBuffer());

describe('stored files as a run', () => {
  it('give the archive that they give one by one', async () => {
    const { files } = createStoredRun(inMemory());
    expect(files.map(({ n }) => n)).toEqual(CONTENTS.map((_, n) => n));
    const zip = await bytesOf(files);
    expect(zip.equals(await bytesOf(alone()))).toBe(true);
    const all = new Set(files.map(({ path }) => path));
    expect(await verifyZip(new Blob([zip]), files, all)).toEqual({ ok: true });
  });

  it.each([1, 3, 6])('give it also torn apart after %i of them', async (at) => {
    const { files } = createStoredRun(inMemory());
    for (const part of [[0, at] as const, [at, files.length] as const])
      expect((await bytesOf(files.slice(...part))).equals(await bytesOf(alone().slice(...part)))).toBe(true);
  });

  it('can be read where all of them can, whatever their number', async () => {
    for (let count = 0; count <= CONTENTS.length; count += 1)
      expect(await createStoredRun(inMemory().slice(0, count)).readable(), `${count}`).toBe(true);
  });

  it.each([0, 1, 3, 4, 5, 6])('cannot be read where number %i is lost', async (lost) => {
    await withFiles(CONTENTS, async (blobs, remove) => {
      const run = createStoredRun(storedOf(blobs));
      expect(await run.readable()).toBe(true);
      await remove(lost);
      expect(await run.readable()).toBe(false);
    });
  });
});
