import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sha256Hex } from '../../../lib/domain/ledger/primitives.ts';
import type { ImportSource } from '../../../lib/storage/types/import.ts';
import type { PictureMeta, StoredPicture } from '../../../lib/storage/types/picture.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { makeCapture, seedPicture, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const PICTURES = [seedPicture(1), seedPicture(2), seedPicture(3)];

const factsOf = ({ blob: _blob, ...facts }: StoredPicture): PictureMeta => facts;
const pictureOf = (sha256: Sha256Hex) => PICTURES.find((one) => one.sha256 === sha256) ?? null;
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

let source: ImportSource;
let store: Store;
/** What the file has where a picture should be. */
let places: (picture: StoredPicture) => Blob;
const look = vi.fn<NonNullable<ImportSource['look']>>();
const unchanged = vi.fn<() => Promise<boolean>>();
const known = vi.fn<NonNullable<ImportSource['known']>>();

beforeEach(async () => {
  const from = testProfile(1).store();
  ok(
    await from.append(
      PICTURES.map((one, index) => withPicture(index, one)),
      { blobs: PICTURES },
    ),
  );
  ok(await from.append(makeCapture(9)));
  const { lines, pictures } = await backupOf(from);
  places = ({ blob }) => blob;
  look.mockReset().mockImplementation(async (sha256, content) => {
    const picture = pictureOf(sha256);
    if (picture === null || String(content) !== String(await bytesOf(picture.blob)))
      throw new Error('These are other bytes.');
    return factsOf(picture);
  });
  unchanged.mockReset().mockResolvedValue(true);
  known.mockReset().mockImplementation((sha256) => {
    const picture = pictureOf(sha256);
    return picture && factsOf(picture);
  });
  source = {
    ...sourceOf(lines, pictures),
    place: (sha256) => {
      const picture = pictureOf(sha256);
      return picture && places(picture);
    },
    look,
    known,
    unchanged,
  };
  store = testProfile(2).store();
});

const other = ({ bytes }: StoredPicture): Blob => new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });

async function expectRight(): Promise<void> {
  for (const { blob, sha256 } of PICTURES) {
    const stored = await store.picture(sha256);
    if (!('blob' in stored)) throw new Error('The picture must be there.');
    expect(await bytesOf(stored.blob)).toEqual(await bytesOf(blob));
  }
}

describe('pictures of a file that was read and checked before', () => {
  it('are copied and not read again while the file certainly is the same', async () => {
    expect(ok(await store.importLedgers(source)).missingPictures).toBe(0);
    expect(look).not.toHaveBeenCalled();
    // Before the first and after the last copy.
    expect(unchanged).toHaveBeenCalledTimes(2);
    await expectRight();
  });

  it('are read back where the file may have changed before', async () => {
    unchanged.mockResolvedValue(false);
    ok(await store.importLedgers(source));
    expect(look).toHaveBeenCalledTimes(PICTURES.length);
    await expectRight();
  });

  it('are all read back where it changed while they were copied, and what is wrong is replaced', async () => {
    unchanged.mockResolvedValueOnce(true).mockResolvedValue(false);
    places = other;
    ok(await store.importLedgers(source));
    expect(look).toHaveBeenCalledTimes(PICTURES.length);
    await expectRight();
  });

  it('are read back where the entry says something else of them', async () => {
    known.mockImplementation((sha256) => {
      const picture = pictureOf(sha256);
      return picture && { ...factsOf(picture), crc32: 1 };
    });
    ok(await store.importLedgers(source));
    expect(look).toHaveBeenCalledTimes(PICTURES.length);
  });

  it('are read back where nobody has read them before', async () => {
    known.mockReturnValue(null);
    ok(await store.importLedgers(source));
    expect(look).toHaveBeenCalledTimes(PICTURES.length);
  });
});
