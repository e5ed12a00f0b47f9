import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { defineFirst } from '../../../lib/storage/migrations/0001-first.ts';
import type { StoreState } from '../../../lib/storage/types/life.ts';
import { bulkSeed, makeCapture, seedIssueId, seedPicture, withPicture } from '../../support/seed.ts';

const raw = async (profile: TestProfile): Promise<Dexie> =>
  new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();

function nextState(
  store: { subscribe: (listener: (state: StoreState) => void) => () => void },
  kind: StoreState['kind'],
) {
  return new Promise<StoreState>((resolve) => {
    const stop = store.subscribe((state) => {
      if (state.kind !== kind) return;
      queueMicrotask(() => stop());
      resolve(state);
    });
  });
}

/** A factory whose `open` fails with these errors first. */
function failing(profile: TestProfile, errors: Error[]): IDBFactory & { opened: number } {
  const factory = Object.create(profile.factory) as IDBFactory & { opened: number }; // as: everything else is inherited
  factory.opened = 0;
  factory.open = (name, version) => {
    factory.opened += 1;
    const error = errors.shift();
    if (error === undefined) return profile.factory.open(name, version);
    const request = { error, result: undefined, readyState: 'done' } as unknown as IDBOpenDBRequest; // as: only what Dexie looks at
    setTimeout(() => {
      const event = {
        target: request,
        type: 'error',
        preventDefault: () => undefined,
        stopPropagation: () => undefined,
      };
      request.onerror?.(event as unknown as Event); // as: see above
    }, 0);
    return request;
  };
  return factory;
}

const openError = (): Error =>
  Object.assign(new Error('Internal error opening backing store for indexedDB.open.'), {
    name: 'AbortError',
  });
const unknown = (): Error => Object.assign(openError(), { name: 'InternalError' });

describe('opening', () => {
  it('tries three times more, with growing pauses, and then works', async () => {
    const profile = testProfile();
    const waits: number[] = [];
    const indexedDB = failing(profile, [unknown(), unknown(), unknown()]);
    const store = profile.store({
      indexedDB,
      delay: (ms) => (ms >= 3000 ? new Promise(() => undefined) : (waits.push(ms), Promise.resolve())),
    });
    ok(await store.append(makeCapture(1)));
    expect(waits).toEqual([100, 400, 1600]);
  });

  it('says unavailable when it stays broken, tries once per further call, and opens again on request', async () => {
    const profile = testProfile();
    const errors = Array.from({ length: 5 }, unknown);
    const indexedDB = failing(profile, errors);
    const store = profile.store({
      indexedDB,
      delay: (ms) => (ms >= 3000 ? new Promise(() => undefined) : Promise.resolve()),
    });
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'unavailable' });
    expect(store.state()).toEqual({ kind: 'unavailable', code: 'unavailable' });
    expect(indexedDB.opened).toBe(4);
    expect(await store.append(makeCapture(1))).toMatchObject({ ok: false });
    expect(indexedDB.opened).toBe(5);
    expect(await store.reopen()).toEqual({ kind: 'open', loss: null });
    ok(await store.append(makeCapture(1)));
  });

  it('explains a browser that allows no database', async () => {
    const profile = testProfile();
    const error = Object.assign(
      new Error('A mutation operation was attempted on a database that did not allow mutations.'),
      { name: 'InvalidStateError' },
    );
    const store = profile.store({ indexedDB: failing(profile, [error]) });
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'not-allowed' });
  });

  it('answers in time when an opening hangs', async () => {
    const profile = testProfile();
    const indexedDB = Object.create(profile.factory) as IDBFactory; // as: everything else is inherited
    indexedDB.open = () => ({}) as IDBOpenDBRequest; // as: a request that never fires
    const store = profile.store({ indexedDB, delay: () => Promise.resolve() });
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'timeout' });
  });
});

describe('several versions of Casebook', () => {
  it('closes for a newer one and never writes again', async () => {
    const profile = testProfile();
    const store = profile.store();
    ok(await store.append(makeCapture(1)));
    const newer = new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange });
    defineFirst(newer);
    newer.version(7).stores({ extra: 'id' });
    await newer.open();
    expect(store.state()).toEqual({ kind: 'closed-by-update' });
    const count = await newer.table('entries').count();
    expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'closed' });
    await expect(store.counts()).rejects.toMatchObject({ failure: { code: 'closed' } });
    expect(await store.open()).toEqual({ kind: 'closed-by-update' });
    expect(await newer.table('entries').count()).toBe(count);
    newer.close();
  });

  it('opens a newer database for reading only, and changes nothing in it', async () => {
    const profile = testProfile();
    const first = profile.store();
    ok(await first.append(makeCapture(1)));
    first.close();
    const newer = new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange });
    defineFirst(newer);
    newer.version(7).stores({ extra: 'id' });
    await newer.open();
    const version = newer.backendDB().version;
    newer.close();

    const store = profile.store();
    expect(await store.open()).toEqual({ kind: 'read-only', why: 'newer' });
    expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'read-only-newer' });
    expect(await store.purge([seedIssueId(1)])).toEqual({ ok: false, code: 'read-only-newer' });
    const other = testProfile(2).store();
    ok(await other.append(makeCapture(3)));
    const source = sourceOf((await backupOf(other)).lines);
    expect(await store.importLedgers(source)).toEqual({ ok: false, code: 'read-only-newer' });
    expect(await store.undoImport('none')).toEqual({ ok: false, code: 'read-only-newer' });
    expect((await store.counts()).all).toBe(1);
    const own = await store.own();
    expect(await store.entries(own.ledger, 1, 10)).toHaveLength(2);
    store.close();
    const after = await raw(profile);
    expect(after.backendDB().version).toBe(version);
    expect(await after.table('entries').count()).toBe(2);
    after.close();
  });
});

describe('losses', () => {
  it('notices a wiped database and continues in a new ledger that says so', async () => {
    const profile = testProfile();
    const store = profile.store();
    await bulkSeed(store, 3);
    await store.settled();
    const lost = await store.own();
    store.close();
    const emptied = { ...profile, factory: new IDBFactory() };

    const again = profile.store({ indexedDB: emptied.factory });
    const state = await again.open();
    expect(state).toMatchObject({
      kind: 'open',
      loss: { ledger: lost.ledger, n: lost.n, link: lost.link, issues: 3 },
    });
    const own = await again.own();
    expect(own.ledger).not.toBe(lost.ledger);
    const [started] = await again.entries(own.ledger, 1, 1);
    expect(JSON.parse(started?.json ?? '{}').body).toEqual({
      reason: 'wiped',
      after: { ledger: lost.ledger, n: lost.n, link: lost.link },
    });
    await again.settled();
    again.close();

    const third = profile.store({ indexedDB: emptied.factory });
    expect(await third.open()).toMatchObject({ kind: 'open', loss: { n: lost.n } });
    expect((await third.own()).ledger).toBe(own.ledger);
    await third.acknowledgeLoss();
    expect(third.state()).toEqual({ kind: 'open', loss: null });
  });

  it('notices an old copy of the database and does not number twice', async () => {
    const profile = testProfile();
    const store = profile.store();
    ok(await store.append(makeCapture(1)));
    await store.settled();
    const own = await store.own();
    store.close();
    const ahead = {
      ledger: own.ledger,
      n: own.n + 5,
      link: 'a'.repeat(64),
      issues: 6,
      at: '2026-11-23T14:00:00.000Z',
    };
    profile.sentinel.value = ahead;
    const again = profile.store();
    expect(await again.open()).toMatchObject({ kind: 'open', loss: { n: own.n + 5 } });
    expect((await again.own()).ledger).not.toBe(own.ledger);
    expect((await again.ledgers()).filter((ledger) => ledger.own)).toHaveLength(1);
    expect((await again.counts()).all).toBe(1);
    ok(await again.append(makeCapture(2)));
    expect((await again.counts()).sinceBackup).toBe(1);
    expect(await again.verify()).toMatchObject({ ok: true });
  });

  it('takes an older sentinel, a broken one or none for granted', async () => {
    const profile = testProfile();
    const store = profile.store();
    await store.open();
    await store.settled();
    const early = profile.sentinel.value;
    await bulkSeed(store, 3);
    await store.settled();
    store.close();
    for (const value of [early, { n: 'many' }, undefined, null]) {
      profile.sentinel.value = value;
      const again = profile.store();
      expect(await again.open()).toEqual({ kind: 'open', loss: null });
      again.close();
    }
    const broken = profile.store({
      local: { read: () => Promise.reject(new Error('x')), write: () => Promise.reject(new Error('x')) },
    });
    ok(await broken.append(makeCapture(9)));
    await broken.settled();
    expect((await broken.health()).sentinelFailing).toBe(true);
  });

  it('starts one ledger however many windows open at once', async () => {
    const profile = testProfile();
    const stores = [profile.store(), profile.store(), profile.store()];
    await Promise.all(stores.map((store) => store.open()));
    const owns = await Promise.all(stores.map((store) => store.own()));
    expect(new Set(owns.map(({ ledger }) => ledger)).size).toBe(1);
    expect(owns[0]?.n).toBe(1);
  });
});

describe('damage', () => {
  it('sets a corrupt row aside and loads the others', async () => {
    const profile = testProfile();
    const store = profile.store();
    await bulkSeed(store, 3, { described: false });
    const db = await raw(profile);
    const bad = await db.table('issues_a').get(2);
    await db.table('issues_a').put({ ...bad, v: { ...bad.v, title: 42 } });
    const line = (await db.table('entries').toArray()).find((row) => row.issueId === seedIssueId(2));
    await db.table('entries').put({ ...line, json: '{"half":' });
    db.close();
    const rows = await store.page({ scope: 'log', sort: 'oldest' }, { limit: 10 });
    expect(rows.map((row) => row?.row ?? null)).toEqual([1, null, 3]);
    expect(await store.issue(seedIssueId(2))).toBeNull();
    await store.settled();
    expect((await store.quarantine()).map(({ where }) => where.split(':')[0])).toEqual(['issues', 'entries']);
    expect((await store.quarantine())[1]?.json).toContain('half');
    await store.page({ scope: 'log', sort: 'oldest' }, { limit: 10 });
    await store.settled();
    expect((await store.health()).quarantined).toBe(2);
    expect(await store.verify()).toMatchObject({ ok: false, brokenAt: 4 });
  });

  it('shows a picture whose file is gone as missing', async () => {
    const profile = testProfile();
    const store = profile.store();
    const picture = seedPicture(1);
    ok(await store.append(withPicture(1, picture), { blobs: [picture] }));
    const slice = Blob.prototype.slice;
    Blob.prototype.slice = () =>
      ({
        arrayBuffer: () => Promise.reject(Object.assign(new Error('gone'), { name: 'NotFoundError' })),
      }) as unknown as Blob; // as: a blob without a file
    try {
      expect(await store.picture(picture.sha256)).toEqual({ missing: true });
      expect(await store.pictures([picture.sha256])).toEqual([null]);
    } finally {
      Blob.prototype.slice = slice;
    }
    expect(await store.picture(picture.sha256)).toMatchObject({ bytes: 2048 });
    expect(await store.pictures(['f'.repeat(64), picture.sha256])).toEqual([
      null,
      expect.objectContaining({ bytes: 2048 }),
    ]);
    expect(await store.pictureMeta([picture.sha256, 'f'.repeat(64)])).toEqual([
      expect.objectContaining({ bytes: 2048 }),
      null,
    ]);
  });

  it('keeps the text when the picture does not fit on the disk, and recovers', async () => {
    const profile = testProfile();
    const store = profile.store();
    await store.open();
    const picture = seedPicture(1);
    const put = fakePut();
    put.failFor('blobs', Object.assign(new Error('Failed to write blobs (IOError)'), { name: 'DataError' }));
    try {
      expect(await store.append(withPicture(1, picture), { blobs: [picture] })).toEqual({
        ok: false,
        code: 'blob-write-failed',
      });
    } finally {
      put.restore();
    }
    expect(store.state()).toEqual({ kind: 'disk-full', code: 'blob-write-failed' });
    ok(await store.append(makeCapture(1, { body: { picture: { state: 'missing', reason: 'disk-full' } } })));
    expect(store.state()).toEqual({ kind: 'open', loss: null });
    expect((await store.own()).n).toBe(2);
  });

  it('closes a connection that died of a full disk and opens it again later', async () => {
    const profile = testProfile();
    const store = profile.store();
    ok(await store.append(makeCapture(1)));
    const put = fakePut();
    put.failFor(
      'ledgers',
      Object.assign(new Error('Connection is closing because of: IO error: FILE_ERROR_NO_SPACE'), {
        name: 'UnknownError',
      }),
    );
    try {
      expect(await store.append(makeCapture(2))).toEqual({ ok: false, code: 'disk-full' });
    } finally {
      put.restore();
    }
    expect(store.state()).toEqual({ kind: 'disk-full', code: 'disk-full' });
    ok(await store.append(makeCapture(2)));
    expect(store.state()).toEqual({ kind: 'open', loss: null });
    expect((await store.counts()).all).toBe(2);
    expect(await store.verify()).toMatchObject({ ok: true, entries: 3 });
  });
});

describe('a connection the browser closed', () => {
  it('is visible, and the next call opens a new one', async () => {
    const profile = testProfile();
    const handles: IDBDatabase[] = [];
    const indexedDB = Object.create(profile.factory) as IDBFactory; // as: everything else is inherited
    indexedDB.open = (name, version) => {
      const request = profile.factory.open(name, version);
      request.addEventListener('success', () => handles.push(request.result));
      return request;
    };
    const store = profile.store({ indexedDB });
    ok(await store.append(makeCapture(1)));
    handles.at(-1)?.onclose?.(new Event('close'));
    expect(store.state()).toEqual({ kind: 'terminated' });
    ok(await store.append(makeCapture(2)));
    expect(store.state()).toEqual({ kind: 'open', loss: null });
    expect((await store.counts()).all).toBe(2);
  });
});

describe('live queries', () => {
  it('tell every window about a change', async () => {
    const profile = testProfile();
    const here = profile.store();
    const there = profile.store();
    const seen: number[] = [];
    const stop = here.live(
      () => here.counts(),
      ({ all }) => seen.push(all),
    );
    await nextState(here, 'open');
    await expect.poll(() => seen.at(-1)).toBe(0);
    ok(await there.append(makeCapture(1)));
    await expect.poll(() => seen.at(-1)).toBe(1);
    stop();
    ok(await there.append(makeCapture(2)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.at(-1)).toBe(1);
  });
});

/** Makes `put` of one object store throw, as a full disk does. */
function fakePut() {
  const { prototype } = FakeStore;
  const { put } = prototype;
  return {
    failFor: (name: string, error: Error) => {
      prototype.put = function failingPut(this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
        if (this.name === name) throw error;
        return put.apply(this, args);
      };
    },
    restore: () => {
      prototype.put = put;
    },
  };
}
