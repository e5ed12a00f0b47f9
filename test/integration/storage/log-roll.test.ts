import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { ROLL_NEEDS_BYTES } from '../../../lib/storage/log-roll.ts';
import type { StoreOptions } from '../../../lib/storage/store-options.ts';
import { makeCapture, seededBytes, seedPicture, withPicture } from '../../support/seed.ts';

const { prototype } = FakeStore;
const { put } = prototype;
afterEach(() => {
  prototype.put = put;
});

const noSpace = (): Error =>
  Object.assign(new Error('Connection is closing because of: IO error: FILE_ERROR_NO_SPACE'), {
    name: 'UnknownError',
  });

/** Lists every write, noise as one word, and lets those to one table fail. */
function watchWrites(failing: { table: string; error: Error } | null): string[] {
  const written: string[] = [];
  prototype.put = function watched(this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
    const noise = this.name === 'meta' && String(args[0].key).startsWith('noise:');
    const what = noise ? 'noise' : this.name;
    if (written.at(-1) !== what) written.push(what);
    if (failing?.table === what) throw failing.error;
    return put.apply(this, args);
  };
  return written;
}

interface Machine {
  readonly options: Partial<StoreOptions>;
  /** What `storage.local` holds. */
  flag: unknown;
  free: number | null;
  /** Even `storage.local` takes nothing. */
  stuck: boolean;
}

function machine(): Machine {
  const small = seededBytes(1);
  const made: Machine = {
    flag: undefined,
    free: 1e9,
    stuck: false,
    options: {
      // What fills the log needs to be noise only in a real browser.
      random: (bytes) => (bytes > 1000 ? new Uint8Array(bytes) : small(bytes)),
      delay: (ms) => (ms >= 3000 ? new Promise(() => undefined) : Promise.resolve()),
      tornLog: {
        read: () => Promise.resolve(made.flag),
        write: (torn) => {
          if (made.stuck) return Promise.reject(new Error('full'));
          made.flag = torn;
          return Promise.resolve();
        },
        free: () => Promise.resolve(made.free),
      },
    },
  };
  return made;
}

async function dieOfFullDisk(profile: TestProfile, { options }: Machine) {
  const store = profile.store(options);
  ok(await store.append(makeCapture(1)));
  watchWrites({ table: 'ledgers', error: noSpace() });
  expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'disk-full' });
  prototype.put = put;
  return store;
}

describe('after a full disk cut a write off', () => {
  it('fills the log of the browser before anything else is appended, and leaves nothing of that behind', async () => {
    const profile = testProfile();
    const here = machine();
    const store = await dieOfFullDisk(profile, here);
    expect(here.flag).toBe(true);
    const written = watchWrites(null);
    ok(await store.append(makeCapture(2)));
    expect(written[0]).toBe('noise');
    expect(written.filter((what) => what === 'noise')).toHaveLength(1);
    expect(here.flag).toBe(false);
    expect(store.state()).toEqual({ kind: 'open', loss: null });
    expect((await store.counts()).all).toBe(2);
    expect(await store.verify()).toMatchObject({ ok: true, entries: 3 });
    const request = profile.factory.open('casebook');
    await new Promise((done) => request.addEventListener('success', done));
    const keys = request.result.transaction('meta').objectStore('meta').getAllKeys();
    await new Promise((done) => keys.addEventListener('success', done));
    expect(keys.result).toEqual(['active', 'own']);
    request.result.close();

    written.length = 0;
    ok(await store.append(makeCapture(3)));
    expect(written).not.toContain('noise');
  });

  it('remembers it when the background was stopped meanwhile', async () => {
    const profile = testProfile();
    const here = machine();
    (await dieOfFullDisk(profile, here)).close();
    const written = watchWrites(null);
    const later = profile.store(here.options);
    ok(await later.append(makeCapture(2)));
    expect(written[0]).toBe('noise');
    expect(here.flag).toBe(false);
  });

  it('writes nothing at all while there is too little room, and can still be read', async () => {
    const profile = testProfile();
    const here = machine();
    const store = await dieOfFullDisk(profile, here);
    here.free = ROLL_NEEDS_BYTES - 1;
    const written = watchWrites(null);
    for (let n = 0; n < 2; n += 1) {
      expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'disk-full' });
      expect(store.state()).toEqual({ kind: 'disk-full', code: 'disk-full' });
    }
    expect((await store.counts()).all).toBe(1);
    expect(written).toEqual([]);
    expect(here.flag).toBe(true);
    here.free = ROLL_NEEDS_BYTES;
    ok(await store.append(makeCapture(2)));
    expect(written[0]).toBe('noise');
    expect(store.state()).toEqual({ kind: 'open', loss: null });
  });

  it('begins anew when the filling breaks off too, also where the flag could not be kept', async () => {
    const profile = testProfile();
    const here = machine();
    here.stuck = true;
    const store = await dieOfFullDisk(profile, here);
    here.free = null;
    const refused = watchWrites({ table: 'noise', error: noSpace() });
    expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'disk-full' });
    expect(refused).toEqual(['noise']);
    expect(here.flag).toBeUndefined();
    here.stuck = false;
    const written = watchWrites(null);
    ok(await store.append(makeCapture(2)));
    expect(written[0]).toBe('noise');
    expect(here.flag).toBe(false);
  });
});

describe('when nothing was cut off', () => {
  it('keeps the text at once where only the picture did not fit', async () => {
    const profile = testProfile();
    const here = machine();
    const store = profile.store(here.options);
    await store.open();
    const picture = seedPicture(1);
    const error = Object.assign(new Error('Failed to write blobs (IOError)'), { name: 'DataError' });
    watchWrites({ table: 'blobs', error });
    expect(await store.append(withPicture(1, picture), { blobs: [picture] })).toMatchObject({
      code: 'blob-write-failed',
    });
    here.free = 0;
    const written = watchWrites(null);
    ok(await store.append(makeCapture(1, { body: { picture: { state: 'missing', reason: 'disk-full' } } })));
    expect(written).not.toContain('noise');
    expect(here.flag).toBeUndefined();
  });

  it('does nothing where the browser has no such log', async () => {
    const profile = testProfile();
    const store = await dieOfFullDisk(profile, { ...machine(), options: {} });
    const written = watchWrites(null);
    ok(await store.append(makeCapture(2)));
    expect(written).not.toContain('noise');
  });
});
