import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_PAGE } from '../../../components/log/list-snapshot.ts';
import { createListStore } from '../../../components/log/list-store.ts';
import { EVERYTHING } from '../../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../../lib/app/log/log-filter.ts';
import { createLogService } from '../../../lib/app/log/log-service.ts';
import type { LogService } from '../../../lib/app/log/log-service.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { bulkSeed, makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const soon = (task: () => void, ms = 0): (() => void) => {
  const timer = setTimeout(task, Math.min(ms, 5));
  return () => clearTimeout(timer);
};

async function open(count: number, filter: LogFilter = EVERYTHING) {
  const profile = testProfile(5);
  const store: Store = profile.store();
  await bulkSeed(store, count, { described: false });
  const asked = { keys: 0, rows: 0 };
  const service = createLogService({
    store,
    now: () => new Date(profile.clock.ms),
    zone: () => 'Europe/Berlin',
    scrub: (text) => Promise.resolve({ value: text, masked: 0 }),
  });
  const log: LogService = {
    ...service,
    keys: (view) => {
      asked.keys += 1;
      return service.keys(view);
    },
    rows: (numbers) => {
      asked.rows += numbers.length;
      return service.rows(numbers);
    },
  };
  const list = createListStore({ log, idle: soon, later: soon }, filter);
  ends.push(() => {
    list.dispose();
    store.close();
  });
  return { list, log, store, asked };
}

async function until(what: () => boolean): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (what()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('It did not happen within two seconds.');
}

describe('createListStore', () => {
  it('opens with the first page and the counters alone, whatever the size of the log', async () => {
    const { list, asked } = await open(300);
    await until(() => list.snapshot.value.phase === 'ready' && list.snapshot.value.total !== null);
    expect(list.snapshot.value.total).toBe(300);
    expect(list.rowAt(0)?.id).toBe(seedIssueId(299));
    expect(list.rowAt(FIRST_PAGE)).toBeUndefined();
    list.show(0, 20);
    expect(asked).toEqual({ keys: 0, rows: 0 });
  });
  it('asks for the order only when somebody scrolls beyond the first page, and for the rows in sight', async () => {
    const { list, asked } = await open(300);
    await until(() => list.snapshot.value.total === 300);
    list.show(200, 220);
    await until(() => list.rowAt(210) !== undefined);
    expect(list.rowAt(210)?.id).toBe(seedIssueId(89));
    // Once, and once more where another window's change came in between.
    expect(asked.keys).toBeLessThanOrEqual(2);
    expect(asked.rows).toBeLessThan(100);
  });
  it('shows what another window recorded, without losing its place', async () => {
    const { list, store } = await open(200);
    await until(() => list.snapshot.value.total === 200);
    list.show(100, 120);
    await until(() => list.rowAt(110) !== undefined);
    const before = list.rowAt(110)?.id;
    ok(await store.append(makeCapture(900)));
    await until(() => list.snapshot.value.total === 201);
    expect(list.rowAt(111)?.id).toBe(before);
  });
  it('leaves every line where it is while the mouse is pressed, and catches up afterwards', async () => {
    const { list, store, log } = await open(50);
    await until(() => list.snapshot.value.total === 50);
    list.hold(true);
    ok(await store.append(makeCapture(900)));
    await until(() => list.counts.value?.all === 51);
    await log.page({ scope: 'log', sort: 'newest' }, FIRST_PAGE);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(list.rowAt(0)?.id).toBe(seedIssueId(49));
    list.hold(false);
    await until(() => list.snapshot.value.total === 51);
    expect(list.rowAt(0)?.id).toBe(seedIssueId(900));
  });
  it('gives up what it held back when another view is chosen meanwhile', async () => {
    const { list, store } = await open(50);
    await until(() => list.snapshot.value.total === 50);
    list.hold(true);
    ok(await store.append(makeCapture(900)));
    await until(() => list.counts.value?.all === 51);
    await new Promise((resolve) => setTimeout(resolve, 50));
    list.setFilter({ ...EVERYTHING, text: '#49' });
    list.hold(false);
    await until(() => list.snapshot.value.phase === 'ready' && list.snapshot.value.filter.text === '#49');
    expect(list.snapshot.value.total).toBe(1);
  });
  it('finds the issues that hold every word, in the order of the view', async () => {
    const { list } = await open(120, { ...EVERYTHING, text: '#11' });
    await until(() => list.snapshot.value.phase === 'ready');
    const found = Array.from({ length: list.snapshot.value.total ?? 0 }, (_, i) => list.rowAt(i)?.id);
    expect(found).toEqual([
      ...[119, 118, 117, 116, 115, 114, 113, 112, 111, 110].map(seedIssueId),
      seedIssueId(11),
    ]);
  });
  it('drops the answer to a search that was typed over', async () => {
    const { list } = await open(120);
    list.setFilter({ ...EVERYTHING, text: '#119' });
    list.setFilter({ ...EVERYTHING, text: '#7' });
    await until(() => list.snapshot.value.phase === 'ready' && list.snapshot.value.filter.text === '#7');
    expect(list.rowAt(0)?.id).toBe(seedIssueId(79));
  });
  it('learns the size of a narrowed view when it is idle', async () => {
    const { list } = await open(300);
    const host = makeCapture(0).body.page.host ?? '';
    list.setFilter({ ...EVERYTHING, host });
    await until(
      () =>
        list.snapshot.value.phase === 'ready' &&
        list.snapshot.value.filter.host === host &&
        list.snapshot.value.total !== null,
    );
    expect(list.snapshot.value.total).toBeGreaterThan(0);
    expect(list.rowAt(0)?.host).toBe(host);
  });
});
