import { ok, testProfile } from '../../support/storage.ts';
import { describe, expect, it } from 'vitest';
import { bulkSeed, makeCapture, makeDescription, seedIssueId } from '../../support/seed.ts';

describe('rebuild', () => {
  it('loses no append made while it runs', async () => {
    const profile = testProfile();
    const store = profile.store();
    const other = profile.store();
    await bulkSeed(store, 1500);
    const appended: Promise<unknown>[] = [];
    let next = 2000;
    const result = ok(
      await store.rebuild({
        onProgress: () => {
          appended.push(
            other.append(makeCapture(next)).then(ok),
            other.append(makeDescription(3)).then(ok),
            other.purge([seedIssueId(4)]),
          );
          next += 1;
        },
      }),
    );
    await Promise.all(appended);
    expect(next).toBeGreaterThan(2000);
    const all = 1500 + (next - 2000) - 1;
    expect(result.issues).toBeGreaterThanOrEqual(1499);
    expect((await store.counts()).all).toBe(all);
    expect(await store.keys({ scope: 'log', sort: 'newest' })).toHaveLength(all);
    expect((await store.rowsOf([seedIssueId(2000), seedIssueId(4)])).map((row) => row?.id)).toEqual([
      seedIssueId(2000),
      undefined,
    ]);
  });

  it('repairs a damaged row', async () => {
    const profile = testProfile();
    const store = profile.store();
    await bulkSeed(store, 3);
    const { Dexie } = await import('dexie');
    const db = await new Dexie('casebook', { indexedDB: profile.factory }).open();
    await db.table('issues_a').put({ ...(await db.table('issues_a').get(2)), v: { id: seedIssueId(1) } });
    await db.table('counters_a').put({ ...(await db.table('counters_a').get('totals')), all: 77 });
    db.close();
    ok(await store.rebuild());
    expect((await store.counts()).all).toBe(3);
    expect(
      (await store.page({ scope: 'log', sort: 'newest' }, { limit: 5 })).every((row) => row !== null),
    ).toBe(true);
  });

  it('changes nothing when it is cancelled, and can run again', async () => {
    const store = testProfile().store();
    await bulkSeed(store, 50);
    const before = await store.page({ scope: 'log', sort: 'newest' }, { limit: 50 });
    const stop = new AbortController();
    stop.abort();
    expect(await store.rebuild({ signal: stop.signal })).toEqual({ ok: false, code: 'cancelled' });
    expect(await store.page({ scope: 'log', sort: 'newest' }, { limit: 50 })).toEqual(before);
    expect(ok(await store.rebuild()).issues).toBe(50);
  });

  it('refuses a second one at the same time', async () => {
    const profile = testProfile();
    const [one, two] = [profile.store(), profile.store()];
    await bulkSeed(one, 300);
    const results = await Promise.all([one.rebuild(), two.rebuild()]);
    expect(results.map((result) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['busy', 'ok']);
  });

  it('clears up after a window that died in the middle', async () => {
    const profile = testProfile();
    const store = profile.store();
    await bulkSeed(store, 20);
    const { Dexie } = await import('dexie');
    const db = await new Dexie('casebook', { indexedDB: profile.factory }).open();
    await db.table('meta').put({
      key: 'job',
      token: 'gone',
      kind: 'rebuild',
      to: 'b',
      beat: profile.clock.ms,
      ledgers: [],
    });
    await db.table('issues_b').put(await db.table('issues_a').get(1));
    expect(await store.rebuild()).toEqual({ ok: false, code: 'busy' });
    profile.clock.ms += 120_000;
    await store.compact();
    expect(await db.table('issues_b').count()).toBe(0);
    expect(await db.table('meta').get('job')).toBeUndefined();
    db.close();
    expect(ok(await store.rebuild()).issues).toBe(20);
  });
});
