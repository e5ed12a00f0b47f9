import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { makeCapture, makeDescription, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

type Capture = Extract<NewEntry, { kind: 'occurrence.captured' }>;

function foresee(store: Store, { issueId, at, offsetMin, body }: Capture): Promise<void> {
  void store.foresee({ issueId, captureId: body.captureId, host: body.page.host, at, offsetMin });
  return new Promise((done) => setTimeout(done, 50));
}

/** All that a log shows, with nothing that a clock or dice made. */
async function shown(store: Store) {
  const rows = await store.page({ scope: 'log', sort: 'oldest' }, { limit: 100 });
  return {
    keys: rows.map((row) => row?.key),
    counts: await store.counts(),
    hosts: await store.hosts(),
    days: await store.days(),
    verdict: await store.verify(),
  };
}

describe('a capture whose surroundings were read ahead', () => {
  it('is stored exactly as one without', async () => {
    const ahead = testProfile(1).store();
    const plain = testProfile(1).store();
    for (let i = 1; i <= 3; i += 1) {
      const capture = makeCapture(i);
      await foresee(ahead, capture);
      ok(await ahead.append(capture));
      ok(await plain.append(capture));
    }
    expect(await shown(ahead)).toEqual(await shown(plain));
    expect((await shown(ahead)).verdict).toMatchObject({ ok: true });
  });

  it.each<[string, (store: Store, other: Store) => Promise<unknown>]>([
    ['another capture', (store) => store.append(makeCapture(2))],
    ['another window', (_, other) => other.append(makeCapture(2))],
    ['words about an older issue', (store) => store.append(makeDescription(1))],
    ['a purge', (store) => store.purge([seedIssueId(1)])],
    ['a rebuild', (store) => store.rebuild()],
    ['texts that were moved', (store) => store.compact()],
  ])('is stored all the same when meanwhile something else was written: %s', async (_, meanwhile) => {
    const profile = testProfile(2);
    const store = profile.store();
    ok(await store.append(makeCapture(1)));
    const other = profile.store();
    await other.open();
    const late = makeCapture(3);
    await foresee(store, late);
    await meanwhile(store, other);
    const { n } = await store.own();
    const before = (await store.counts()).all;
    const result = ok(await store.append(late));
    expect(result.duplicate).toBe(false);
    expect(result.entries[0]?.n).toBe(n + 1);
    expect((await store.counts()).all).toBe(before + 1);
    expect(await store.issueOfCapture(late.body.captureId)).toBe(late.issueId);
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('comes together with words about another issue, which was not read ahead', async () => {
    const store = testProfile(5).store();
    ok(await store.append(makeCapture(1)));
    const capture = makeCapture(2);
    await foresee(store, capture);
    ok(await store.append([capture, makeDescription(1)]));
    expect((await store.issue(seedIssueId(1)))?.entries).toHaveLength(2);
    expect((await store.issue(capture.issueId))?.entries).toHaveLength(1);
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('is recorded once when the same click was recorded meanwhile', async () => {
    const profile = testProfile(3);
    const store = profile.store();
    await store.open();
    const other = profile.store();
    const capture = makeCapture(1);
    await foresee(store, capture);
    const first = ok(await other.append(capture));
    const again = ok(await store.append(capture));
    expect(again.duplicate).toBe(true);
    expect(again.entries).toEqual(first.entries);
    expect((await store.counts()).all).toBe(1);
  });

  it('is not recorded again after a purge, however late the repetition', async () => {
    const store = testProfile(4).store();
    const capture = makeCapture(1);
    ok(await store.append(capture));
    ok(await store.purge([capture.issueId]));
    await foresee(store, capture);
    expect(ok(await store.append(capture)).duplicate).toBe(true);
    expect((await store.counts()).all).toBe(0);
  });
});

describe('an append that rests on something not known yet', () => {
  it.each([true, false])('waits for it, with what was read ahead: %s', async (ahead) => {
    const store = testProfile(5).store();
    const capture = makeCapture(1);
    if (ahead) await foresee(store, capture);
    let sure: boolean | null = null;
    setTimeout(() => (sure = true), 30);
    expect(ok(await store.append(capture, { sure: () => sure })).entries).toHaveLength(1);
    expect(sure).toBe(true);
  });

  it.each([true, false])(
    'leaves nothing when it turns out wrong, with what was read ahead: %s',
    async (ahead) => {
      const store = testProfile(6).store();
      const capture = makeCapture(1);
      await store.open();
      const before = await shown(store);
      if (ahead) await foresee(store, capture);
      let sure: boolean | null = null;
      setTimeout(() => (sure = false), 30);
      expect(await store.append(capture, { sure: () => sure })).toMatchObject({ ok: false, code: 'aborted' });
      expect(await shown(store)).toEqual(before);
      expect(ok(await store.append(capture)).duplicate).toBe(false);
    },
  );
});
