import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../lib/domain/issue/search-text.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { erasedEntry } from '../../../lib/domain/ledger/entry.ts';
import type { ImportLine, ImportSource } from '../../../lib/storage/types/import.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { againEntry, describeEntry, mergeEntry, splitEntry, trashEntry } from '../../support/again.ts';
import { bulkSeed, makeCapture, seedCaptureId, seeded, seedIssueId } from '../../support/seed.ts';

const NEWEST = { scope: 'log', sort: 'newest' } as const;

async function hits(store: Store, text: string): Promise<number> {
  const terms = foldText(text).split(' ');
  return (await store.search(NEWEST, terms, new AbortController().signal, () => undefined)).rows.length;
}

/** Every projection with what depends on the order of writing (row numbers, versions) taken out. */
async function projections(profile: TestProfile): Promise<unknown> {
  const db = await new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();
  const active = (await db.table('meta').get('active')) as { generation: string }; // as: written by the store
  const table = (name: string) => db.table(`${name}_${active.generation}`);
  const issues = (await table('issues').toArray()) as { row: number; v: { id: string } }[]; // as: written by the store
  const idOf = new Map(issues.map(({ row, v }) => [row, v.id]));
  const counters = (await table('counters').toArray()) as { key: string; n?: number; all?: number }[]; // as: written by the store
  const prints = (await table('prints').toArray()) as { row: number; id: string }[]; // as: written by the store
  const made = {
    issues: issues.map(({ row: _row, ...rest }) => rest).sort((a, b) => (a.v.id < b.v.id ? -1 : 1)),
    counters: counters.map((one) => {
      if (one.key !== 'totals') return one;
      const { all, ...rest } = one as Record<string, unknown>; // as: the totals
      return { all, trash: rest.trash, needsDetails: rest.needsDetails };
    }),
    places: await table('places').toArray(),
    prints: prints
      .map(({ row, ...rest }) => ({ ...rest, ofRow: idOf.get(row) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    waiting: await table('unprinted').where('row').aboveOrEqual(0).count(),
  };
  db.close();
  return made;
}

async function sourceOf(store: Store): Promise<ImportSource> {
  const lines: ImportLine[] = [];
  for (const { ledger, n } of await store.ledgers()) {
    for (const { json, sha256, link, ...facts } of await store.entries(ledger, 1, n)) {
      const place = { ledger, n: facts.n, sha256, link };
      lines.push(
        json === null
          ? { ...place, erased: erasedEntry.parse({ ...facts, erased: true }) }
          : { ...place, json },
      );
    }
  }
  return {
    lines: async function* pages() {
      for (let i = 0; i < lines.length; i += 30) yield await Promise.resolve(lines.slice(i, i + 30));
    },
    picture: () => Promise.resolve(null),
  };
}

async function filled(count = 6): Promise<{ profile: TestProfile; store: Store }> {
  const profile = testProfile();
  const store = profile.store();
  for (let i = 1; i <= count; i += 1) ok(await store.append(makeCapture(i)));
  return { profile, store };
}

describe('an issue that became part of another one', () => {
  it('has no line of its own: rows, counters and search show the other one', async () => {
    const { store } = await filled();
    ok(await store.append(describeEntry(2, 'Quitte im Formular')));
    const before = await store.counts();
    ok(await store.append(againEntry(2, 1)));
    expect((await store.counts()).all).toBe(before.all - 1);
    expect((await store.rowsOf([seedIssueId(2)]))[0]).toBeNull();
    const [row] = await store.rowsOf([seedIssueId(1)]);
    expect(row).toMatchObject({ occurrences: 2, captureIds: [seedCaptureId(1), seedCaptureId(2)] });
    expect((await store.days()).reduce((sum, { count }) => sum + count, 0)).toBe(before.all - 1);
    expect((await store.hosts()).reduce((sum, { count }) => sum + count, 0)).toBe(before.all - 1);
    expect(await hits(store, 'quitte')).toBe(1);
  });

  it('is answered by the other one under its own id, key and capture', async () => {
    const { store } = await filled();
    const key = (await store.issue(seedIssueId(2)))?.key ?? '';
    ok(await store.append(againEntry(2, 1)));
    expect((await store.issue(seedIssueId(2)))?.id).toBe(seedIssueId(1));
    expect((await store.issueByKey(key))?.id).toBe(seedIssueId(1));
    expect(await store.issueOfCapture(seedCaptureId(2))).toBe(seedIssueId(2));
    const [one, other, third] = await store.issues([1, 2, 3].map(seedIssueId));
    expect(one).toEqual(other);
    expect(third?.id).toBe(seedIssueId(3));
    const lines = await store.entriesOf([seedIssueId(2)]);
    expect(lines).toEqual(await store.entriesOf([seedIssueId(1), seedIssueId(2)]));
    expect(lines).toHaveLength(3);
    expect(await hits(store, key)).toBe(1);
  });

  it('takes new entries of its own', async () => {
    const { store } = await filled();
    const key = (await store.issue(seedIssueId(2)))?.key;
    ok(await store.append(againEntry(2, 1)));
    ok(await store.append(describeEntry(2, 'Afterwards')));
    expect((await store.issue(seedIssueId(1)))?.description).toBe('Afterwards');
    // Another click into the same issue keeps its key.
    ok(await store.append(makeCapture(9, { issueId: seedIssueId(2) })));
    const issue = await store.issue(seedIssueId(1));
    expect(issue?.occurrences).toHaveLength(3);
    expect(issue?.absorbed).toMatchObject([{ issueId: seedIssueId(2), key }]);
    expect((await store.own()).issues).toBe(6);
  });

  it('comes back whole when it is split off', async () => {
    const { profile, store } = await filled();
    ok(await store.append(describeEntry(2, 'Words of the second')));
    ok(await store.append(trashEntry(3)));
    await store.settled();
    const plain = async () => {
      const rows = await store.rowsOf([1, 2, 3, 4].map(seedIssueId));
      return rows.map((row) => row && { ...row, row: 0, changedAt: '' });
    };
    const [before, counts] = [await plain(), await store.counts()];
    ok(await store.append([mergeEntry(2, 1), mergeEntry(3, 2), againEntry(4, 1)]));
    expect((await store.counts()).all).toBe(counts.all - 2);
    ok(await store.append([splitEntry(2, 1), splitEntry(3, 1), againEntry(4, 4)]));
    expect(await plain()).toEqual(before);
    expect(await store.counts()).toEqual(counts);
    await store.settled();
    expect(await projections(profile)).toMatchObject({ places: [], waiting: 0 });
  });

  it('cannot become part of one that is not there', async () => {
    const { store } = await filled(2);
    expect(await store.append(againEntry(2, 50))).toEqual({ ok: false, code: 'no-such-issue' });
    ok(await store.purge([seedIssueId(1)]));
    expect(await store.append(mergeEntry(2, 1))).toEqual({ ok: false, code: 'no-such-issue' });
  });
});

describe('purging', () => {
  async function everything(profile: TestProfile): Promise<string> {
    const db = await new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();
    const parts: string[] = [];
    for (const table of db.tables) for (const row of await table.toArray()) parts.push(JSON.stringify(row));
    db.close();
    return parts.join('\n');
  }

  it('of an issue takes all that became part of it', async () => {
    const { profile, store } = await filled();
    ok(await store.append([describeEntry(2, 'Quitte'), describeEntry(3, 'Quitte')]));
    ok(await store.append([againEntry(3, 2), againEntry(2, 1)]));
    await store.compact();
    await store.settled();
    expect(ok(await store.purge([seedIssueId(1)])).entries).toBe(7);
    expect(await everything(profile)).not.toMatch(/quitte/i);
    expect(await store.issues([1, 2, 3].map(seedIssueId))).toEqual([null, null, null]);
    expect((await store.counts()).all).toBe(3);
    await store.settled();
    expect(await projections(profile)).toMatchObject({ places: [] });
  });

  it('of a member leaves the rest of the group without a word of it', async () => {
    const { profile, store } = await filled();
    ok(await store.append([describeEntry(2, 'Quitte'), describeEntry(3, 'Melone')]));
    ok(await store.append([againEntry(3, 1), againEntry(2, 1)]));
    await store.compact();
    await store.settled();
    ok(await store.purge([seedIssueId(2)]));
    expect(await everything(profile)).not.toMatch(/quitte/i);
    const issue = await store.issue(seedIssueId(1));
    expect(issue?.absorbed.map(({ issueId }) => issueId)).toEqual([seedIssueId(3)]);
    expect(await hits(store, 'melone')).toBe(1);
  });
});

/** A few hundred entries that point at anything. */
function wildEntries(count: number, seed: number): NewEntry[] {
  const next = seeded(seed);
  const any = () => 1 + Math.floor(next() * count);
  return Array.from({ length: count * 2 }, (_, i) => {
    const [one, other] = [any(), any()];
    const kind = i % 7;
    if (kind === 0) return splitEntry(one, other);
    if (kind === 1) return describeEntry(one, `Words ${i}`);
    if (kind === 2) return trashEntry(one);
    return kind % 2 === 0 ? mergeEntry(one, other) : againEntry(one, other);
  });
}

describe('projections of groups', () => {
  it('are the same built by appends, by a rebuild, by an import and in chunks', async () => {
    const { profile, store } = await filled(0);
    await bulkSeed(store, 30, { from: 1 });
    for (const entry of wildEntries(30, 5)) ok(await store.append(entry));
    ok(await store.purge([seedIssueId(7)]));
    await store.settled();
    const appended = await projections(profile);
    expect(appended).toMatchObject({ waiting: 0 });
    expect((await store.keys(NEWEST)).length).toBeLessThan(26);

    ok(await store.rebuild());
    await store.settled();
    expect(await projections(profile)).toEqual(appended);

    const second = testProfile(2);
    const imported = second.store();
    ok(await imported.importLedgers(await sourceOf(store)));
    await imported.settled();
    const own = (made: unknown) =>
      JSON.stringify(made, (name, value: unknown) =>
        name === 'firstLedger' || name === 'firstN' ? undefined : value,
      );
    expect(own(await projections(second))).toBe(own(appended));
  });

  it('are the same in two logs that said different things and exchanged them', async () => {
    const { store: mine } = await filled(4);
    const theirs = testProfile(2).store();
    ok(await theirs.importLedgers(await sourceOf(mine)));
    ok(await mine.append([mergeEntry(1, 2), againEntry(3, 4)]));
    ok(await theirs.append([mergeEntry(2, 1), againEntry(3, 1)]));
    ok(await theirs.importLedgers(await sourceOf(mine)));
    ok(await mine.importLedgers(await sourceOf(theirs)));
    const shown = async (store: Store) => {
      const issues = await store.issues([1, 2, 3, 4].map(seedIssueId));
      return issues.map((issue) => [issue?.id, issue?.absorbed, issue?.occurrences.length]);
    };
    expect(await shown(mine)).toEqual(await shown(theirs));
    // A circle of two has the lower id; of the two places of the third the one said later holds.
    expect((await shown(mine)).map(([id]) => id)).toEqual([1, 1, 1, 4].map(seedIssueId));
    expect((await mine.counts()).all).toBe(2);
    expect((await theirs.counts()).all).toBe(2);
    expect((await mine.rowsOf([seedIssueId(1)]))[0]).toMatchObject({ occurrences: 3 });
  });

  it('follow what is pointed at while a rebuild runs', async () => {
    const { profile, store } = await filled(0);
    const other = profile.store();
    await bulkSeed(store, 800, { from: 1, described: false });
    ok(await store.append([mergeEntry(10, 11), mergeEntry(20, 21)]));
    const meanwhile: Promise<unknown>[] = [];
    let i = 30;
    ok(
      await store.rebuild({
        onProgress: () => {
          meanwhile.push(other.append(againEntry(i, 11)).then(ok), other.append(splitEntry(20, 21)).then(ok));
          i += 1;
        },
      }),
    );
    await Promise.all(meanwhile);
    await other.settled();
    const issue = await store.issue(seedIssueId(11));
    expect(issue?.absorbed).toHaveLength(1 + i - 30);
    const [row] = await store.rowsOf([seedIssueId(11)]);
    expect(row?.occurrences).toBe(2 + i - 30);
    expect((await store.counts()).all).toBe(800 - 1 - (i - 30));
    const before = await projections(profile);
    ok(await store.rebuild());
    await store.settled();
    expect(await projections(profile)).toEqual(before);
  }, 60_000);
});
