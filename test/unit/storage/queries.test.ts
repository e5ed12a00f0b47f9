import { beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../lib/storage/types/log-view.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { foldText } from '../../../lib/domain/issue/search-text.ts';
import { bulkSeed, makeCapture, seedAt, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const COUNT = 60;
let store: Store;

beforeAll(async () => {
  store = testProfile().store();
  await bulkSeed(store, COUNT);
  const { kind: _k, body: _b, ...frame } = makeCapture(0);
  for (const i of [3, 4])
    ok(await store.append({ ...frame, issueId: seedIssueId(i), kind: 'issue.trashed', body: {} }));
  ok(
    await store.append({
      ...frame,
      issueId: seedIssueId(8),
      kind: 'issue.prioritised',
      body: { impact: 1, urgency: 1 },
    }),
  );
  ok(
    await store.append({
      ...frame,
      issueId: seedIssueId(9),
      kind: 'issue.prioritised',
      body: { impact: 2, urgency: 1 },
    }),
  );
});

async function list(view: View) {
  const rows = await store.rows(await store.keys(view));
  return rows.flatMap((row) => (row === null ? [] : [row]));
}

describe('the log', () => {
  it('gives many issues at once as it gives them one by one, in the order asked for', async () => {
    const ids = [7, 3, 999_999, 5].map(seedIssueId);
    const one = await Promise.all(ids.map((id) => store.issue(id)));
    expect(one.map((issue) => issue?.id)).toEqual([ids[0], ids[1], undefined, ids[3]]);
    expect(await store.issues(ids)).toEqual(one);
  });

  it('counts from counters what the rows say', async () => {
    const rows = await list({ scope: 'log', sort: 'newest' });
    expect(await store.counts()).toMatchObject({
      all: rows.length,
      trash: 2,
      needsDetails: rows.filter((row) => row.needsDetails).length,
    });
    const hosts = await store.hosts();
    expect(hosts.reduce((sum, { count }) => sum + count, 0)).toBe(COUNT - 2);
    for (const { host, count } of hosts) expect(rows.filter((row) => row.host === host)).toHaveLength(count);
    const days = await store.days();
    expect(days.map(({ day }) => day)).toEqual(
      days
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(COUNT - 2);
  });

  it('sorts newest, oldest, by title, host, priority and change', async () => {
    const newest = await list({ scope: 'log', sort: 'newest' });
    expect(newest.map(({ lastAt }) => lastAt)).toEqual(
      newest
        .map(({ lastAt }) => lastAt)
        .sort()
        .reverse(),
    );
    const oldest = await list({ scope: 'log', sort: 'oldest' });
    expect(oldest.map(({ id }) => id)).toEqual(newest.map(({ id }) => id).reverse());
    const titles = (await list({ scope: 'log', sort: 'title' })).map(({ title }) => foldText(title));
    expect(titles).toEqual([...titles].sort());
    const hosts = (await list({ scope: 'log', sort: 'host' })).map(({ host }) => host);
    expect(hosts).toEqual([...hosts].sort());
    const [first, second] = await list({ scope: 'log', sort: 'priority' });
    expect([first?.id, second?.id]).toEqual([seedIssueId(8), seedIssueId(9)]);
    const [changed] = await list({ scope: 'log', sort: 'changed' });
    expect(changed?.id).toBe(seedIssueId(9));
  });

  it.each(['newest', 'oldest', 'title', 'host', 'priority', 'changed'] as const)(
    'filters alike in every sort (%s)',
    async (sort) => {
      const all = await list({ scope: 'log', sort });
      const host = all[0]?.host ?? '';
      const from = seedAt(10);
      const to = seedAt(40);
      const within = all.filter((row) => row.host === host && row.lastAt >= from && row.lastAt < to);
      const found = await list({ scope: 'log', sort, host, from, to });
      expect(found.map(({ id }) => id)).toEqual(within.map(({ id }) => id));
      const needs = await list({ scope: 'needs-details', sort, host });
      expect(needs.map(({ id }) => id)).toEqual(
        all.filter((row) => row.host === host && row.needsDetails).map(({ id }) => id),
      );
      const page = await store.page({ scope: 'log', sort, from }, { offset: 5, limit: 7 });
      expect(page.map((row) => row?.id)).toEqual(
        all
          .filter((row) => row.lastAt >= from)
          .slice(5, 12)
          .map(({ id }) => id),
      );
    },
  );

  it('shows the trash on its own', async () => {
    expect((await list({ scope: 'trash', sort: 'oldest' })).map(({ id }) => id)).toEqual([
      seedIssueId(3),
      seedIssueId(4),
    ]);
  });

  it('gives null for a row that is gone', async () => {
    expect(await store.rows([1, 999])).toEqual([expect.objectContaining({ row: 1 }), null]);
    expect((await store.rowsOf([seedIssueId(5)]))[0]?.id).toBe(seedIssueId(5));
  });
});

describe('search', () => {
  const find = async (terms: string[], view: View = { scope: 'log', sort: 'newest' }) => {
    const hits: number[] = [];
    const result = await store.search(view, terms.map(foldText), new AbortController().signal, (rows) =>
      hits.push(...rows),
    );
    expect([...hits].sort()).toEqual([...result.rows].sort());
    return { ids: (await store.rows(result.rows)).map((row) => row?.id), result };
  };

  it('finds all rows that hold every term, in the order of the view, whether fresh or in blocks', async () => {
    const expected: string[] = [];
    for (const { id } of await list({ scope: 'log', sort: 'newest' })) {
      const issue = await store.issue(id);
      if (issue?.occurrences[0]?.body.page.title.includes('Größen') === true) expected.push(id);
    }
    expect(expected.length).toBeGreaterThan(0);
    const before = await find(['GRÖSSENverwaltung', 'artikel']);
    expect(before.ids).toEqual(expected);
    await store.compact();
    expect((await find(['größenverwaltung', 'Artikel'])).ids).toEqual(expected);
  });

  it('keeps to the view', async () => {
    const trashed = await find(['#3'], { scope: 'trash', sort: 'newest' });
    expect(trashed.ids).toEqual([seedIssueId(3)]);
    expect((await find([`#4`])).ids).not.toContain(seedIssueId(4));
    const byTitle = await find(['example'], { scope: 'log', sort: 'title' });
    expect(byTitle.ids).toEqual((await list({ scope: 'log', sort: 'title' })).map(({ id }) => id));
  });

  it('sees the new words of a changed issue and not the old ones', async () => {
    await store.compact();
    const { kind: _k, body: _b, ...frame } = makeCapture(20);
    ok(await store.append({ ...frame, kind: 'issue.described', body: { text: 'Ein Zebra im Lager' } }));
    expect((await find(['zebra'])).ids).toEqual([seedIssueId(20)]);
    ok(await store.append({ ...frame, kind: 'issue.described', body: { text: 'Kein Tier' } }));
    expect((await find(['zebra'])).ids).toEqual([]);
    expect((await find(['kein tier'])).ids).toEqual([seedIssueId(20)]);
    await store.compact();
    expect((await find(['zebra'])).ids).toEqual([]);
  });

  it('stops when asked to and says that it is not complete', async () => {
    const stop = new AbortController();
    stop.abort();
    const result = await store.search(
      { scope: 'log', sort: 'newest' },
      ['example'],
      stop.signal,
      () => undefined,
    );
    expect(result.ok).toBe(false);
  });
});
