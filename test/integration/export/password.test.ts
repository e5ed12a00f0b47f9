import { afterAll, describe, expect, it, vi } from 'vitest';
import { exportFailureText } from '../../../components/data/export-failure.ts';
import { MOST_LOCKED } from '../../../lib/export/zip/locked.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { data } from '../../../lib/i18n/data/data.ts';
import { backupsOf } from '../../support/backups.ts';
import { bufferOf, openWithOpenssl } from '../../support/openssl-zip.ts';
import { withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import type { TestProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';
import { NOTHING, OPTIONS, script, seeded, serviceOf, throwAway, unpacked } from './pack-support.ts';

const PASSWORD = 'gabo-mitu-selo';
const WRONG = 'gabo-mitu-sela';
afterAll(throwAway);

function profile(seed: number, partBytes?: number) {
  const test = testProfile(seed);
  const store = test.store();
  const saved: { name: string; blob: Blob }[] = [];
  const backup = backupsOf(store, {
    download: (blob, name) => void saved.push({ name, blob }),
    ...(partBytes && { partBytes }),
  });
  return { test, store, backup, saved };
}

async function filled(seed: number, partBytes?: number) {
  const made = profile(seed, partBytes);
  for (let n = 1; n <= 4; n += 1) {
    const picture = realPicture(seed * 100 + n, 6000);
    ok(await made.store.append(withPicture(n, picture), { blobs: [picture] }));
  }
  return made;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });

/** Every row of every table, and what lies beside the database. */
async function everythingKept({ factory, sentinel }: TestProfile): Promise<string> {
  const kept: unknown[] = [sentinel.value];
  for (const { name = '' } of await factory.databases()) {
    const database = await done(factory.open(name));
    for (const table of database.objectStoreNames) {
      const transaction = database.transaction(table, 'readonly');
      kept.push(await done(transaction.objectStore(table).getAll()));
    }
    database.close();
  }
  return JSON.stringify(kept);
}

describe('an evidence pack with a password', () => {
  it('holds the pack byte for byte as it is without one, and verifies when it was opened', async () => {
    const exports = serviceOf(await seeded(1));
    const { preview } = ok(await exports.preview({ kind: 'all' }, OPTIONS, {}));
    const order = { preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
    const plain = ok(await exports.run(order, {}));
    const before = await bufferOf(plain.blob);
    const locked = ok(await exports.lock(plain, PASSWORD, {}));
    expect(locked.fileName).toBe(plain.fileName.replace('.zip', '_protected.zip'));
    expect(locked).toMatchObject({ issues: plain.issues, signedBy: plain.signedBy });
    const opened = openWithOpenssl(await bufferOf(locked.blob), PASSWORD);
    expect(opened.bytes.equals(before)).toBe(true);
    expect((await bufferOf(plain.blob)).equals(before)).toBe(true);
    expect(script(await unpacked(new Blob([Uint8Array.from(opened.bytes)])))).toMatchObject({
      code: 0,
    });
  });

  it('is not made when it is stopped', async () => {
    const exports = serviceOf(await seeded(2));
    const { preview } = ok(await exports.preview({ kind: 'all' }, OPTIONS, {}));
    const order = { preview, taken: NOTHING, formats: ['evidence'], language: 'en' } as const;
    const plain = ok(await exports.run(order, {}));
    const stop = new AbortController();
    const work = { signal: stop.signal, onProgress: () => stop.abort() };
    expect(await exports.lock(plain, PASSWORD, work)).toEqual({ ok: false, code: 'cancelled' });
  });
});

describe('a backup with a password', () => {
  it('comes back with it into an empty log, and with no other', async () => {
    const from = await filled(3);
    const plain = ok(await from.backup.make('en', {}));
    const locked = ok(await from.backup.lock(plain, PASSWORD, {}));
    expect(await from.backup.deliver(locked)).toBe(true);
    expect(from.saved.map(({ name }) => name)).toEqual(['casebook-backup_2026-11-28_1200_protected.zip']);
    expect(await from.backup.last()).toMatchObject({ pictures: 4, bytes: plain.bytes });
    const files = from.saved.map(({ blob }) => blob);

    const to = profile(4);
    expect(await to.backup.inspect(files, {})).toMatchObject({ ok: false, code: 'password-needed' });
    expect(await to.backup.restore(files, false, {})).toMatchObject({ ok: false, code: 'password-needed' });
    expect(await to.backup.unlock(files, WRONG, {})).toMatchObject({ ok: false, code: 'wrong-password' });
    expect((await to.store.counts()).all).toBe(0);
    const opened = ok(await to.backup.unlock(files, PASSWORD, {}));
    expect(await to.backup.inspect(opened.files, {})).toMatchObject({ ok: true, newIssues: 4, pictures: 4 });
    expect(await to.backup.restore(opened.files, false, {})).toMatchObject({ ok: true });
    expect(await to.store.verify()).toMatchObject({ ok: true });
  });

  it('has one in each of its parts, also beside a part that has none', async () => {
    const from = await filled(5, 15_000);
    const plain = ok(await from.backup.make('en', {}));
    const locked = ok(await from.backup.lock(plain, PASSWORD, {}));
    const of = locked.more.length + 1;
    expect(of).toBeGreaterThan(1);
    for (let part = 0; part < of; part += 1) await from.backup.deliver(locked, part);
    expect(from.saved.map(({ name }) => name)).toEqual(
      from.saved.map((_, n) => `casebook-backup_2026-11-28_1200_protected.part${n + 1}of${of}.zip`),
    );
    const inner = await Promise.all(
      from.saved.map(async ({ blob }) => openWithOpenssl(await bufferOf(blob), PASSWORD).name),
    );
    expect(inner).toEqual(from.saved.map((_, n) => `casebook.part${n + 1}of${of}.zip`));
    const mixed = [plain.blob, ...from.saved.slice(1).map(({ blob }) => blob)];
    const to = profile(6);
    const opened = ok(await to.backup.unlock(mixed, PASSWORD, {}));
    expect(await to.backup.restore(opened.files, false, {})).toMatchObject({ ok: true, newIssues: 4 });
  });

  it('can be stopped while it is opened', async () => {
    const from = await filled(7);
    const locked = ok(await from.backup.lock(ok(await from.backup.make('en', {})), PASSWORD, {}));
    const stop = new AbortController();
    const work = { signal: stop.signal, onProgress: () => stop.abort() };
    const result = await from.backup.unlock([locked.blob], PASSWORD, work);
    expect(result).toMatchObject({ ok: false, code: 'cancelled' });
  });

  it('leaves its password in no table, beside no log, in no message and on no console', async () => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const spies = methods.map((method) => vi.spyOn(console, method));
    const from = await filled(8);
    const locked = ok(await from.backup.lock(ok(await from.backup.make('en', {})), PASSWORD, {}));
    await from.backup.deliver(locked);
    const failed = await from.backup.unlock([locked.blob], WRONG, {});
    ok(await from.backup.restore(ok(await from.backup.unlock([locked.blob], PASSWORD, {})).files, true, {}));
    const kept = await everythingKept(from.test);
    // The table is looked into at all: the note about this very backup is in it.
    expect(kept).toContain('backup.made');
    const said = spies.flatMap((spy) => spy.mock.calls.map((call) => JSON.stringify(call)));
    const names = from.saved.map(({ name }) => name);
    for (const text of [kept, JSON.stringify(failed), ...said, ...names]) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toContain(WRONG);
    }
    for (const spy of spies) spy.mockRestore();
  });
});

it('is refused for more than can be read back, before anything is encrypted, and says what to do', async () => {
  const { backup, saved } = await filled(9);
  const made = ok(await backup.make('en', {}));
  const large = { ...made, blob: new Blob([new Uint8Array(MOST_LOCKED)]), more: [made.blob] };
  const onProgress = vi.fn();
  const refused = await backup.lock(large, PASSWORD, { onProgress });
  expect(refused).toEqual({ ok: false, code: 'too-large-to-lock' });
  expect(onProgress).not.toHaveBeenCalled();
  expect(saved).toEqual([]);
  expect(exportFailureText(wordsOf(common, 'en'), wordsOf(data, 'en').dialog, 'too-large-to-lock')).toMatch(
    /up to 300 MB .* nothing went out\. Leave pictures or issues out/,
  );
});
