import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { describe, expect, it } from 'vitest';
import { latestVersion, MIGRATIONS } from '../../../lib/storage/migrations/registry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { makeCapture } from '../../support/seed.ts';

function gate() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const stateOf = (store: Store) => expect.poll(() => store.state().kind);

describe('waiting for an old window to close', () => {
  /** The queue of the browser: our opening waits until released, and nobody tells it why. */
  function behindAnother(profile: TestProfile, version: number) {
    const release = gate();
    const indexedDB = Object.create(profile.factory) as IDBFactory; // as: everything else is inherited
    let stored = version;
    indexedDB.databases = () => Promise.resolve([{ name: 'casebook', version: stored }]);
    indexedDB.open = (name, wanted) => {
      const request = {} as IDBOpenDBRequest; // as: only what Dexie looks at
      void release.promise.then(() => {
        stored = latestVersion(MIGRATIONS) * 10;
        const real = profile.factory.open(name, wanted);
        for (const type of ['upgradeneeded', 'success', 'error'] as const)
          real.addEventListener(type, (event) => {
            Object.assign(request, { result: real.result, transaction: real.transaction });
            request[`on${type}`]?.call(real, event as IDBVersionChangeEvent); // as: each goes to its own
          });
      });
      return request;
    };
    const look = gate();
    const delay = (ms: number) => (ms === 3000 ? look.promise : new Promise<void>(() => undefined));
    return { store: profile.store({ indexedDB, delay }), look, release };
  }

  it('says so although the browser told only another window, and goes on by itself', async () => {
    const { store, look, release } = behindAnother(testProfile(), 5);
    const first = store.append(makeCapture(1));
    look.resolve();
    await stateOf(store).toBe('blocked');
    expect(await first).toEqual({ ok: false, code: 'blocked' });
    release.resolve();
    await stateOf(store).toBe('open');
    ok(await store.append(makeCapture(1)));
  });

  it('does not say so about an opening that is merely slow', async () => {
    const { store, look } = behindAnother(testProfile(), latestVersion(MIGRATIONS) * 10);
    void store.open();
    look.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.state()).toEqual({ kind: 'opening' });
  });
});
