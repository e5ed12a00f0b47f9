import { beforeAll, describe, expect, it } from 'vitest';
import { seenBy } from '../../../lib/domain/issue/seen-by.ts';
import type { Progress } from '../../../lib/export/source.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { shownBy } from '../../support/ledgers.ts';
import { manyLogs, type ManyLogs } from '../../support/many-logs.ts';
import { ok, testProfile } from '../../support/storage.ts';

const LOGS = 20;
const EACH = 60;
const SHARED = 5;

const serviceOf = (store: Store) => backupsOf(store);

let logs: ManyLogs;
beforeAll(async () => {
  logs = await manyLogs(LOGS, EACH, SHARED);
});

describe('the ledgers of twenty people in one file', () => {
  it('are taken in at once, each issue is there once, and those that all saw say so', async () => {
    expect(logs.entries).toBe(LOGS * EACH);
    const store = testProfile(1).store();
    const done = ok(await serviceOf(store).restore(logs.blob, false, {}));
    expect(done).toMatchObject({ entries: logs.entries, added: logs.entries });
    expect(done.ledgers).toHaveLength(LOGS);
    expect(await store.verify()).toMatchObject({ ok: true });
    const { all, trash } = await store.counts();
    expect(all + trash).toBe(logs.issues);
    for (const issue of await store.issues(logs.shared)) {
      const witnesses = issue === null ? [] : seenBy(issue);
      expect(witnesses.map(({ ledger }) => ledger).toSorted()).toEqual(logs.ledgers.toSorted());
      expect(witnesses.every(({ times }) => times === 1)).toBe(true);
    }
    expect(logs.shared).toHaveLength(SHARED);
    // Once more brings nothing; and all of it goes as it came.
    expect(await serviceOf(store).restore(logs.blob, false, {})).toMatchObject({ added: 0 });
    const [taken] = await store.imports();
    expect(await serviceOf(store).takeBack(taken?.importId ?? '', {})).toMatchObject({
      entries: logs.entries,
    });
    expect(await store.counts()).toMatchObject({ all: 0, trash: 0 });
    expect((await store.ledgers()).map(({ own }) => own)).toEqual([true]);
  });

  it('tell how far they are in each step, up to its end', async () => {
    const store = testProfile(1).store();
    const told = new Map<Progress['what'], Progress[]>();
    const onProgress = (progress: Progress) => {
      told.set(progress.what, [...(told.get(progress.what) ?? []), progress]);
    };
    const looked: number[] = [];
    ok(await serviceOf(store).inspect(logs.blob, { onProgress: ({ done }) => looked.push(done) }));
    expect(looked.length).toBeGreaterThanOrEqual(LOGS);
    expect(looked.at(-1)).toBe(logs.entries);
    ok(await serviceOf(store).restore(logs.blob, false, { onProgress }));
    expect([...told.keys()]).toEqual(['checking', 'entries', 'issues']);
    for (const steps of told.values()) {
      const done = steps.map((one) => one.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
      expect(steps.at(-1)?.total).toBeGreaterThanOrEqual(logs.entries);
    }
    for (const what of ['checking', 'entries'] as const)
      expect(told.get(what)?.length).toBeGreaterThanOrEqual(LOGS);
  });

  it.each(['checking', 'entries', 'issues'] as const)(
    'stop while they are at %s, and leave nothing',
    async (at) => {
      const store = testProfile(1).store();
      await store.settled();
      const before = await shownBy(store);
      const stop = new AbortController();
      let after = 0;
      const onProgress = ({ what }: Progress) => {
        if (stop.signal.aborted) after += 1;
        if (what === at) stop.abort();
      };
      const result = await serviceOf(store).restore(logs.blob, false, { signal: stop.signal, onProgress });
      expect(result).toMatchObject({ ok: false, code: 'cancelled' });
      expect(after).toBe(0);
      expect(await shownBy(store)).toEqual(before);
      expect(await store.imports()).toEqual([]);
      expect(await serviceOf(store).restore(logs.blob, false, {})).toMatchObject({ added: logs.entries });
    },
  );

  it('stop while they are looked at', async () => {
    const store = testProfile(1).store();
    const stop = new AbortController();
    const work = { signal: stop.signal, onProgress: () => stop.abort() };
    expect(await serviceOf(store).inspect(logs.blob, work)).toMatchObject({ ok: false, code: 'cancelled' });
  });
});
