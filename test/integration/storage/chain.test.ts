import { ok, testProfile } from '../../support/storage.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { View } from '../../../lib/storage/types/log-view.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import {
  bulkSeed,
  makeCapture,
  makeDescription,
  seedIssueId,
  seedPicture,
  withPicture,
} from '../../support/seed.ts';

type Action = {
  store: 0 | 1;
  kind: 'capture' | 'describe' | 'trash' | 'restore' | 'again' | 'rate' | 'purge';
  i: number;
};

const actions = fc.array(
  fc.record({
    store: fc.constantFrom<0 | 1>(0, 1),
    kind: fc.constantFrom<Action['kind']>(
      'capture',
      'capture',
      'capture',
      'describe',
      'trash',
      'restore',
      'again',
      'rate',
      'purge',
    ),
    i: fc.integer({ min: 0, max: 12 }),
  }),
  { minLength: 1, maxLength: 40 },
);

function entryFor({ kind, i }: Action): NewEntry {
  const { kind: _kind, body: _body, ...frame } = makeCapture(i);
  switch (kind) {
    case 'describe':
      return makeDescription(i);
    case 'trash':
      return { ...frame, kind: 'issue.trashed', body: {} };
    case 'restore':
      return { ...frame, kind: 'issue.restored', body: {} };
    case 'rate':
      return { ...frame, kind: 'issue.prioritised', body: { impact: 1, urgency: 2 } };
    case 'again':
      return makeCapture(i + 100, { issueId: seedIssueId(i) });
    default:
      return makeCapture(i);
  }
}

const perform = (stores: readonly [Store, Store], action: Action) =>
  action.kind === 'purge'
    ? stores[action.store].purge([seedIssueId(action.i)])
    : stores[action.store].append(entryFor(action));

const VIEWS: readonly View[] = [
  { scope: 'log', sort: 'newest' },
  { scope: 'trash', sort: 'newest' },
  { scope: 'needs-details', sort: 'oldest' },
  { scope: 'log', sort: 'host' },
];

/** What the projections say, without the row numbers. */
async function projected(store: Store) {
  const views = await Promise.all(
    VIEWS.map(async (view) =>
      (await store.rows(await store.keys(view))).map((row) => row && { ...row, row: 0 }),
    ),
  );
  const search = await store.search(
    { scope: 'log', sort: 'newest' },
    ['example'],
    new AbortController().signal,
    () => undefined,
  );
  const found = (await store.rows(search.rows)).map((row) => row?.id).sort();
  const sorted = views.map((rows) => rows.map((row) => JSON.stringify(row)).sort());
  return {
    sorted,
    found,
    counts: await store.counts(),
    days: await store.days(),
    hosts: (await store.hosts()).map(({ host, count }) => `${host} ${count}`).sort(),
  };
}

describe('the chain', () => {
  it('stays gapless and right whatever two windows write at once, and a rebuild changes nothing derived', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (list) => {
        const profile = testProfile();
        const stores = [profile.store(), profile.store()] as const;
        await Promise.all(list.map((action) => perform(stores, action)));
        const own = await stores[0].own();
        const lines = await stores[1].entries(own.ledger, 1, 1000);
        expect(lines.map(({ n }) => n)).toEqual(Array.from({ length: own.n }, (_, i) => i + 1));
        expect(await stores[0].verify()).toMatchObject({ ok: true, entries: own.n });
        const before = await projected(stores[0]);
        ok(await stores[1].rebuild());
        expect(await projected(stores[0])).toEqual(before);
        for (const store of stores) store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('numbers 2 × 100 writes of two windows without a gap', async () => {
    const profile = testProfile();
    const stores = [profile.store(), profile.store()] as const;
    const writes = Array.from({ length: 200 }, (_, i) => stores[i % 2 === 0 ? 0 : 1].append(makeCapture(i)));
    for (const result of await Promise.all(writes)) ok(result);
    expect(await stores[0].verify()).toMatchObject({ ok: true, entries: 201 });
    expect((await stores[1].counts()).all).toBe(200);
    const keys = (await stores[1].rows(await stores[1].keys({ scope: 'log', sort: 'newest' }))).map(
      (row) => row?.key,
    );
    expect(new Set(keys).size).toBe(200);
  });

  it('leaves nothing half when a transaction is cut off at any write', async () => {
    const picture = seedPicture(5);
    let failures = 0;
    for (let cut = 1; cut <= 8; cut += 1) {
      const profile = testProfile();
      const store = profile.store();
      await bulkSeed(store, 3);
      const before = await projected(store);
      const head = await store.own();
      const stop = cutAfter(cut);
      const result = await store.append(withPicture(5, picture), { blobs: [picture] }).finally(stop);
      failures += result.ok ? 0 : 1;
      const { all } = await store.counts();
      const stored = 'blob' in (await store.picture(picture.sha256));
      const added = result.ok ? 1 : 0;
      expect({ cut, all, stored, n: (await store.own()).n }).toEqual({
        cut,
        all: 3 + added,
        stored: result.ok,
        n: head.n + added,
      });
      expect(JSON.stringify(await projected(store)) === JSON.stringify(before)).toBe(!result.ok);
      // Whole, or not at all: a second try records it exactly once either way.
      ok(await store.append(withPicture(5, picture), { blobs: [picture] }));
      expect(await store.verify()).toMatchObject({ ok: true, entries: head.n + 1 });
      expect((await store.counts()).all).toBe(4);
      store.close();
    }
    expect(failures).toBeGreaterThan(3);
  });
});

/** Aborts the running transaction at its n-th write, as a killed process does. */
function cutAfter(writes: number): () => void {
  const { prototype } = IDBObjectStore;
  const { put, add } = prototype;
  let left = writes;
  const wrap = (original: typeof put): typeof put =>
    function cut(this: IDBObjectStore, ...args) {
      left -= 1;
      if (left === 0) this.transaction.abort();
      return original.apply(this, args);
    };
  prototype.put = wrap(put);
  prototype.add = wrap(add);
  return () => Object.assign(prototype, { put, add });
}
