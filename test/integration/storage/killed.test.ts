import { Dexie } from 'dexie';
import { IDBKeyRange, type IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { tidyLater } from '../../../lib/app/health/tidy.ts';
import type { ImportLine } from '../../../lib/storage/types/import.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { mergeEntry } from '../../support/again.ts';
import { dyingFactory, type Life } from '../../support/dying.ts';
import { originalRemoved } from '../../support/evidence.ts';
import { backupOf, shownBy, sourceOf } from '../../support/ledgers.ts';
import { bulkSeed, makeCapture, seedCaptureId, withPicture } from '../../support/seed.ts';
import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

const service = (store: Store) => backupsOf(store);

/** Every row of every table, but for the words of what was open at that time. */
async function tables(factory: IDBFactory): Promise<unknown> {
  const db = await new Dexie('casebook', { indexedDB: factory, IDBKeyRange }).open();
  const all = await Promise.all(db.tables.map(async ({ name }) => [name, await db.table(name).toArray()]));
  db.close();
  return Object.fromEntries(all);
}

/** What pages do after a while, done at once. */
async function tidied(profile: TestProfile): Promise<Store> {
  profile.clock.ms += 120_000;
  const store = profile.store();
  const tasks: (() => void)[] = [];
  const compacted: Promise<void>[] = [];
  const compact = () => {
    const done = store.compact();
    compacted.push(done);
    return done;
  };
  tidyLater({ compact }, (task) => tasks.push(task));
  for (const task of tasks) task();
  await Promise.all(compacted);
  expect(compacted.length).toBeGreaterThan(0);
  return store;
}

async function logOf(seed: number, from: number, count: number): Promise<TestProfile> {
  const profile = testProfile(seed);
  const store = profile.store();
  const pictures = [realPicture(seed, 3000), realPicture(seed + 1, 3000)];
  ok(
    await store.append(
      pictures.map((one, i) => withPicture(from + i, one)),
      { blobs: pictures },
    ),
  );
  await bulkSeed(store, count, { from: from + 10 });
  ok(await store.append([makeCapture(from + 5), mergeEntry(from + 5, from)]));
  await store.settled();
  store.close();
  return profile;
}

type Work = (store: Store) => Promise<unknown>;

/** Lets the work die after each of its writes; at the end it has as many as it needs. */
async function atEveryWrite(prepared: () => Promise<TestProfile>, work: Work) {
  const outcomes: string[] = [];
  for (let writes = 0; ; writes += 1) {
    const profile = await prepared();
    const look = profile.store();
    const before = await shownBy(look);
    const imports = await look.imports();
    await look.compact();
    look.close();
    const rows = await tables(profile.factory);
    const life: Life = { writes, dead: false };
    const doomed = profile.store({ indexedDB: dyingFactory(profile.factory, life) });
    await work(doomed).catch(() => undefined);
    if (!life.dead) {
      doomed.close();
      return { outcomes, profile };
    }
    const reopened = profile.store();
    const shown = await shownBy(reopened);
    expect(await reopened.verify()).toMatchObject({ ok: true });
    const unchanged = JSON.stringify(shown) === JSON.stringify(before);
    reopened.close();
    const later = await tidied(profile);
    expect(await shownBy(later)).toEqual(shown);
    if (unchanged) {
      expect(await later.imports()).toEqual(imports);
      expect(await tables(profile.factory)).toEqual(rows);
      outcomes.push('nothing');
    } else outcomes.push('whole');
    later.close();
  }
}

let file: Blob;
beforeAll(async () => {
  file = ok(await service((await logOf(50, 5000, 420)).store()).make('en', {})).blob;
});

describe('work that dies at any of its writes', () => {
  it('leaves nothing of a file that was being taken in, or all of it', async () => {
    const { outcomes, profile } = await atEveryWrite(
      () => logOf(1, 1000, 20),
      (store) => service(store).restore(file, true, {}),
    );
    expect(outcomes.length).toBeGreaterThan(8);
    expect(outcomes.filter((one) => one === 'nothing').length).toBeGreaterThan(6);
    expect((await profile.store().counts()).all).toBe(22 + 422);
  });

  it('leaves an import that was being taken back whole, or nothing of it', async () => {
    const taken = async () => {
      const profile = await logOf(1, 1000, 20);
      const store = profile.store();
      ok(await service(store).restore(file, false, {}));
      await store.settled();
      store.close();
      return profile;
    };
    const { outcomes, profile } = await atEveryWrite(taken, async (store) => {
      const [last] = await store.imports();
      if (last !== undefined) await store.undoImport(last.importId);
    });
    expect(outcomes.filter((one) => one === 'nothing').length).toBeGreaterThan(3);
    expect((await profile.store().counts()).all).toBe(22);
  });

  it('leaves places that were being filled as places, or all of them filled', async () => {
    const from = (await logOf(60, 6000, 30)).store();
    const { lines, pictures } = await backupOf(from);
    const places = lines.map((line): ImportLine => {
      const { ledger, n, sha256, link } = line;
      return n % 3 === 0 ? { ledger, n, sha256, link, withheld: true } : line;
    });
    const withPlaces = async () => {
      const profile = await logOf(1, 1000, 5);
      const store = profile.store();
      ok(await store.importLedgers(sourceOf(places, pictures)));
      await store.settled();
      store.close();
      return profile;
    };
    const { outcomes, profile } = await atEveryWrite(withPlaces, (store) =>
      store.importLedgers(sourceOf(lines, pictures)),
    );
    expect(outcomes.filter((one) => one === 'nothing').length).toBeGreaterThan(3);
    const own = await from.own();
    expect(await profile.store().entries(own.ledger, 1, own.n)).toEqual(
      await from.entries(own.ledger, 1, own.n),
    );
  });

  it('leaves a profile that was put back with its own entries, in a ledger that goes on or in a new one', async () => {
    // The same profile as it was before it went on.
    const putBack = () => logOf(7, 1000, 4);
    const whole = (await putBack()).store();
    await bulkSeed(whole, 16, { from: 2000 });
    const backup = ok(await service(whole).make('en', {})).blob;
    const started: number[] = [];
    for (let writes = 0; ; writes += 1) {
      const profile = await putBack();
      const look = profile.store();
      const { ledger } = await look.own();
      const before = await shownBy(look, new Set());
      look.close();
      const life: Life = { writes, dead: false };
      const doomed = profile.store({ indexedDB: dyingFactory(profile.factory, life) });
      await service(doomed)
        .restore(backup, false, {})
        .catch(() => undefined);
      doomed.close();
      if (!life.dead) break;
      const store = await tidied(profile);
      expect(await store.verify()).toMatchObject({ ok: true });
      const mine = (await store.ledgers()).filter((one) => one.own);
      expect(mine).toHaveLength(1);
      const fresh = mine[0]?.ledger === ledger ? [] : mine;
      started.push(fresh.length);
      if (!(await store.imports()).length)
        expect(await shownBy(store, new Set(fresh.map((one) => one.ledger)))).toEqual(before);
      expect(await service(store).restore(backup, false, {})).toMatchObject({ ok: true });
      expect((await store.counts()).all).toBe(22);
      store.close();
    }
    expect(new Set(started)).toEqual(new Set([0, 1]));
  });

  it('leaves no word behind by which another file would lack a picture', async () => {
    const from = testProfile(70).store();
    const [original, redacted] = [realPicture(71, 3000), realPicture(72, 3000)];
    ok(await from.append(withPicture(1, original), { blobs: [original] }));
    const before = await backupOf(from);
    const removal = originalRemoved(1, seedCaptureId(1), original, redacted);
    ok(await from.append(removal, { blobs: [redacted] }));
    const after = await backupOf(from);
    expect(after.pictures.has(original.sha256)).toBe(false);

    const profile = await logOf(1, 1000, 5);
    // Its lines are stored, then it dies.
    const life: Life = { writes: 4, dead: false };
    const doomed = profile.store({ indexedDB: dyingFactory(profile.factory, life) });
    const died = await doomed.importLedgers(sourceOf(after.lines, after.pictures));
    expect([died.ok, life.dead]).toEqual([false, true]);
    const raw = await new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();
    expect(await raw.table('entries').where('mark').startsWith('removed:').count()).toBeGreaterThan(0);
    raw.close();
    profile.clock.ms += 120_000;
    const store = profile.store();
    ok(await store.importLedgers(sourceOf(before.lines, before.pictures)));
    expect(await store.picture(original.sha256)).toMatchObject({ sha256: original.sha256 });
  });
});
