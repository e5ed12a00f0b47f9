import { afterAll, describe, expect, it } from 'vitest';
import type { BackupFile, BackupService } from '../../../lib/app/backup/backup-service.ts';
import { createExportService } from '../../../lib/app/export/export-service.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { shownBy } from '../../support/ledgers.ts';
import { withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { unpackInto } from '../../support/unpack.ts';
import { realPicture } from '../../unit/export/support.ts';
import { NOTHING, OPTIONS, script, throwAway, unpacked } from './pack-support.ts';

const PART = 20_000;
type Profile = Readonly<{ store: Store; backup: BackupService; saved: { name: string; blob: Blob }[] }>;

function profile(seed: number): Profile {
  const store = testProfile(seed).store();
  const saved: { name: string; blob: Blob }[] = [];
  const backup = backupsOf(store, {
    download: (blob, name) => void saved.push({ name, blob }),
    partBytes: PART,
  });
  return { store, backup, saved };
}

/** Twelve issues with a picture each: of 6 KB, more than one part of 20 KB holds. */
async function filled(seed: number, pictureBytes = 6000): Promise<Profile> {
  const made = profile(seed);
  for (let n = 1; n <= 12; n += 1) {
    const picture = realPicture(seed * 100 + n, pictureBytes);
    ok(await made.store.append(withPicture(n, picture), { blobs: [picture] }));
  }
  return made;
}

const partsOf = ({ blob, more }: BackupFile): Blob[] => [blob, ...more];
afterAll(throwAway);

describe('a backup that is too large for one file', () => {
  it('comes in parts below the limit and is noted with the last of them', async () => {
    const from = await filled(1);
    const made = ok(await from.backup.make('en', {}));
    const parts = partsOf(made);
    expect(parts.length).toBeGreaterThan(3);
    for (const { size } of parts) expect(size).toBeLessThanOrEqual(PART);
    for (const [part] of parts.entries()) {
      expect(await from.backup.last()).toBeNull();
      expect(await from.backup.deliver(made, part)).toBe(true);
    }
    expect(await from.backup.last()).toMatchObject({ pictures: 12, bytes: made.bytes });
    expect(from.saved.map(({ name }) => name)).toEqual(
      parts.map((_, n) => made.fileName.replace('.zip', `.part${n + 1}of${parts.length}.zip`)),
    );
    expect(from.saved.map(({ blob }) => blob.size)).toEqual(parts.map(({ size }) => size));
  });

  it('is restored from all its files, in whatever order they are chosen', async () => {
    const from = await filled(2);
    const parts = partsOf(ok(await from.backup.make('en', {})));
    const to = profile(3);
    const chosen = parts.toReversed();
    expect(await to.backup.inspect(chosen, {})).toMatchObject({ ok: true, pictures: 12, unlisted: 0 });
    ok(await to.backup.restore(chosen, false, {}));
    const hashes = await from.store.usedPictureHashes();
    expect(await to.store.usedPictureHashes()).toEqual(hashes);
    for (const sha256 of hashes) expect(await to.store.picture(sha256)).toMatchObject({ sha256 });
  });

  it('says which part is missing, twice there, or of another backup, and changes nothing', async () => {
    const from = await filled(4);
    const parts = partsOf(ok(await from.backup.make('en', {})));
    const others = partsOf(ok(await (await filled(5)).backup.make('en', {})));
    const [first = new Blob(), second = new Blob(), ...rest] = parts;
    const to = profile(6);
    const before = await shownBy(to.store);
    const cases = [
      [[first, ...rest], 'part-missing', `2 / ${parts.length}`],
      [first, 'part-missing', `2 / ${parts.length}`],
      [[second, ...rest], 'part-missing', '1'],
      [[first, second, second, ...rest], 'part-twice', 'parts/2.json'],
      [[first, others[1] ?? new Blob(), ...rest], 'part-foreign', `2 / ${parts.length}`],
    ] as const;
    for (const [chosen, code, where] of cases) {
      expect(await to.backup.inspect(chosen, {})).toMatchObject({ ok: false, code, where });
      expect(await to.backup.restore(chosen, true, {})).toMatchObject({ ok: false, code, where });
    }
    expect(await shownBy(to.store)).toEqual(before);
  });

  it('leaves nothing behind when it is stopped half way, and can be restored afterwards', async () => {
    const from = await filled(7);
    const parts = partsOf(ok(await from.backup.make('en', {})));
    const to = profile(8);
    const before = await shownBy(to.store);
    const stop = new AbortController();
    const result = await to.backup.restore(parts, false, {
      signal: stop.signal,
      onProgress: ({ done }) => done > 0 && stop.abort(),
    });
    expect(result).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await shownBy(to.store)).toEqual(before);
    expect(await to.store.imports()).toEqual([]);
    expect(await to.backup.restore(parts, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
  });

  it('gives up making it as soon as it is told to', async () => {
    const from = await filled(9);
    const stop = new AbortController();
    const made = await from.backup.make('en', {
      signal: stop.signal,
      onProgress: ({ what }) => what === 'pictures' && stop.abort(),
    });
    expect(made).toEqual({ ok: false, code: 'cancelled' });
    expect(from.saved).toEqual([]);
  });
});

describe('an evidence pack that is too large for one file', () => {
  it('verifies once all parts are unpacked into one folder, and is taken in from all of them only', async () => {
    const { store } = await filled(10, 40_000);
    const exports = createExportService({
      store,
      now: () => new Date('2026-11-28T12:00:00.000Z'),
      zone: () => 'Europe/Berlin',
      version: '0.1.0',
      maskPersonal: async () => (text) => text,
      download: () => undefined,
      partBytes: 400_000,
    });
    const seen = ok(await exports.preview({ kind: 'all' }, OPTIONS, {}));
    const order = { preview: seen.preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
    const made = ok(await exports.run(order, {}));
    const parts = [made.blob, ...(made.more ?? []).map(({ blob }) => blob)];
    expect(parts.length).toBeGreaterThan(1);
    expect(made.more?.at(-1)?.fileName).toMatch(new RegExp(`part${parts.length}of${parts.length}\\.zip$`));
    const folder = await unpacked(made.blob);
    expect(script(folder).code).not.toBe(0);
    for (const part of parts.slice(1)) await unpackInto(folder, part);
    expect(script(folder)).toMatchObject({ code: 0 });
    const to = profile(11);
    expect(await to.backup.inspect(made.blob, {})).toMatchObject({ ok: false, code: 'pack-incomplete' });
    expect(await to.backup.inspect(parts.slice(1), {})).toMatchObject({ ok: false, code: 'pack-incomplete' });
    ok(await to.backup.restore(parts, false, {}));
    expect(await to.store.usedPictureHashes()).toEqual(await store.usedPictureHashes());
  });
});
