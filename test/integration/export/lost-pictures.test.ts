import { expect, it, vi } from 'vitest';
import { backupSource } from '../../../lib/app/backup/backup-source.ts';
import type { Sha256Hex } from '../../../lib/domain/ledger/primitives.ts';
import { writeBackup, type BackupSource } from '../../../lib/export/backup/write-backup.ts';
import type { PictureBytes } from '../../../lib/export/source.ts';
import { backupsOf } from '../../support/backups.ts';
import { withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { withFiles } from '../../support/stored-files.ts';
import { realPicture } from '../../unit/export/support.ts';

const PICTURES = 7;
/** Less than all of them, which lie in one run. */
const PART = 20_000;
const ABOUT = { madeAt: '2026-11-28T12:00:00.000Z', version: '0.1.0', readme: 'Read me.' };

type Log = Readonly<{
  source: BackupSource;
  /** In the order of the backup. */
  hashes: readonly Sha256Hex[];
  bytes: ReadonlyMap<Sha256Hex, number>;
  /** Takes a picture's file away, or puts a Blob in its place. */
  lose(sha256: Sha256Hex): Promise<void>;
  replace(sha256: Sha256Hex, blob: Blob): void;
  askedOneByOne: () => number;
}>;

/** A log whose pictures lie in files, as browsers keep them. */
async function withLog(task: (log: Log) => Promise<void>): Promise<void> {
  const store = testProfile(1).store();
  const pictures = Array.from({ length: PICTURES }, (_, n) => realPicture(n + 1, 5000 + n));
  for (const [n, picture] of pictures.entries())
    ok(await store.append(withPicture(n + 1, picture), { blobs: [picture] }));
  const contents = await Promise.all(
    pictures.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())),
  );
  await withFiles(contents, async (blobs, remove) => {
    const files = new Map(pictures.map(({ sha256 }, index) => [sha256, blobs[index] ?? new Blob()]));
    const base = backupSource(store, async () => ({}));
    const stored = async (hashes: readonly Sha256Hex[]): Promise<(PictureBytes | null)[]> =>
      (await store.storedPictures(hashes)).map((row) =>
        row === null ? null : { ...row, blob: files.get(row.sha256) ?? row.blob },
      );
    const readable = async (row: PictureBytes | null) => {
      const byte = await row?.blob
        .slice(0, 1)
        .arrayBuffer()
        .catch(() => null);
      return byte ? row : null;
    };
    const oneByOne = vi.fn(async (hashes: readonly Sha256Hex[]) =>
      Promise.all((await stored(hashes)).map(readable)),
    );
    await task({
      source: { ...base, storedPictures: stored, pictures: oneByOne },
      hashes: await store.usedPictureHashes(),
      bytes: new Map(pictures.map(({ sha256, bytes }) => [sha256, bytes])),
      lose: (sha256) => remove(pictures.findIndex((one) => one.sha256 === sha256)),
      replace: (sha256, blob) => void files.set(sha256, blob),
      askedOneByOne: () => oneByOne.mock.calls.length,
    });
  });
}

/** Brings the parts into an empty log; the pictures that are there then. */
async function broughtBack(parts: readonly Blob[], lostPictures: number): Promise<readonly Sha256Hex[]> {
  const store = testProfile(2).store();
  const backup = backupsOf(store);
  expect(await backup.inspect(parts, {})).toMatchObject({
    ok: true,
    newIssues: PICTURES,
    picturesInFile: PICTURES - lostPictures,
    lostPictures,
    unlisted: 0,
  });
  expect(await backup.restore(parts, false, {})).toMatchObject({ ok: true });
  const hashes = await store.usedPictureHashes();
  const found = await store.pictures(hashes);
  return hashes.filter((_, index) => found[index] !== null);
}

it('looks at no picture by itself where all can be read', async () => {
  await withLog(async ({ source, hashes, askedOneByOne }) => {
    const made = ok(await writeBackup(source, ABOUT, {}));
    expect(made).toMatchObject({ pictures: PICTURES, lostPictures: 0 });
    expect(askedOneByOne()).toBe(0);
    expect(await broughtBack([made.blob], 0)).toEqual(hashes);
  });
});

it.each([0, 3, 4, 6])('leaves out only the picture whose file is gone (%i)', async (index) => {
  await withLog(async ({ source, hashes, lose, askedOneByOne }) => {
    const gone = hashes[index] ?? '';
    await lose(gone);
    const made = ok(await writeBackup(source, ABOUT, {}));
    expect(made).toMatchObject({ pictures: PICTURES - 1, lostPictures: 1, more: [] });
    expect(askedOneByOne()).toBe(1);
    expect(await broughtBack([made.blob], 1)).toEqual(hashes.filter((one) => one !== gone));
  });
});

it('leaves out a picture that is too short, and goes on beside it', async () => {
  await withLog(async ({ source, hashes, bytes, replace }) => {
    const short = hashes[2] ?? '';
    replace(short, new Blob([new Uint8Array((bytes.get(short) ?? 0) - 1)]));
    const made = ok(await writeBackup(source, ABOUT, {}));
    expect(made).toMatchObject({ pictures: PICTURES - 1, lostPictures: 1 });
    expect(await broughtBack([made.blob], 1)).toEqual(hashes.filter((one) => one !== short));
  });
});

it('leaves it out also where a part ends within the run', async () => {
  await withLog(async ({ source, hashes, lose }) => {
    const gone = hashes[1] ?? '';
    await lose(gone);
    const made = ok(await writeBackup(source, { ...ABOUT, partBytes: PART }, {}));
    expect(made.more.length).toBeGreaterThan(0);
    for (const part of [made.blob, ...made.more]) expect(part.size).toBeLessThanOrEqual(PART);
    const back = await broughtBack([made.blob, ...made.more], 1);
    expect(back).toEqual(hashes.filter((one) => one !== gone));
  });
});

it('still holds the log where every picture is lost', async () => {
  await withLog(async ({ source, hashes, lose }) => {
    for (const sha256 of hashes) await lose(sha256);
    const made = ok(await writeBackup(source, ABOUT, {}));
    expect(made).toMatchObject({ pictures: 0, lostPictures: PICTURES });
    expect(await broughtBack([made.blob], PICTURES)).toEqual([]);
  });
});

it('stops while it looks at pictures', async () => {
  await withLog(async ({ source }) => {
    const stop = new AbortController();
    const stopping: BackupSource = {
      ...source,
      storedPictures: async (hashes) => {
        stop.abort();
        return (await source.storedPictures?.(hashes)) ?? [];
      },
    };
    expect(await writeBackup(stopping, ABOUT, { signal: stop.signal })).toEqual({
      ok: false,
      code: 'cancelled',
    });
  });
});
