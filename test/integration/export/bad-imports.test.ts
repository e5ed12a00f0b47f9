import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { createReplyService } from '../../../lib/app/replies/create-reply-service.ts';
import { common, failureText } from '../../../lib/i18n/common/common.ts';
import { data, refusalText } from '../../../lib/i18n/data/data.ts';
import { latestVersion, MIGRATIONS } from '../../../lib/storage/migrations/registry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { badImports } from '../../support/corpus/imports.ts';
import { heapGrowth } from '../../support/heap.ts';
import { shownBy } from '../../support/ledgers.ts';
import { makeCapture, makeDescription, seedIssueId, withPicture } from '../../support/seed.ts';
import { bombPicture } from '../../support/png-bomb.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';
import { attachmentsOf, noDirectory } from '../../support/replies.ts';
import { masks } from '../../unit/app/attachments/lab.ts';

function backupOf(store: Store): BackupService {
  return backupsOf(store);
}

async function log(seed: number, picture = realPicture(seed, 3000)): Promise<Store> {
  const store = testProfile(seed).store();
  ok(await store.append(withPicture(seed * 10, picture), { blobs: [picture] }));
  ok(await store.append([makeCapture(seed * 10 + 1), makeDescription(seed * 10 + 1)]));
  return store;
}

let good: Blob;
let bombed: Blob;
let mine: Store;
beforeAll(async () => {
  good = ok(await backupOf(await log(1)).make('en', {})).blob;
  bombed = ok(await backupOf(await log(3, bombPicture())).make('en', {})).blob;
  mine = await log(2);
});

/** The corpus is the same whatever it is made of. */
const ROWS = badImports(new Blob(), new Blob()).map(({ id, what }, index) => [id, what, index] as const);

describe('hostile files', () => {
  it.each(ROWS)('%s: %s is refused or harmless where logs are taken in', async (_, __, index) => {
    const one = badImports(good, bombed)[index];
    const file = (await one?.make()) ?? new Blob();
    const before = await shownBy(mine);
    const { result: looked, ms, mb } = await heapGrowth(() => backupOf(mine).inspect(file, {}));
    expect(ms).toBeLessThan(2000);
    expect(mb).toBeLessThan(300);
    expect(looked.ok).toBe(one?.refused === false);
    if (!looked.ok) {
      expect(await backupOf(mine).restore(file, true, {})).toMatchObject({ ok: false });
      for (const [words, plain] of [
        [data.en, common.en],
        [data.de, common.de],
      ] as const)
        expect(refusalText(words, looked.code) ?? failureText(plain, looked.code)).toMatch(/[.?]$/);
    }
    expect(await shownBy(mine)).toEqual(before);
    expect(({} as { x?: unknown }).x).toBeUndefined(); // as: looks for pollution
  });

  it.each(ROWS)('%s: %s does not become a line of a timeline', async (_, __, index) => {
    const file = (await badImports(good, bombed)[index]?.make()) ?? new Blob();
    if (file.size > 2 ** 32) return expect(file.size).toBeGreaterThan(2 ** 32);
    const before = await shownBy(mine);
    const service = createReplyService({
      store: mine,
      attachments: attachmentsOf(mine),
      directory: noDirectory,
      masks: async () => masks,
      newId: () => crypto.randomUUID(),
      now: () => new Date('2026-11-28T12:00:00.000Z'),
      zone: () => 'Europe/Berlin',
    });
    const issue = await mine.issue(seedIssueId(20));
    if (issue === null) throw new Error('The issue must be there.');
    expect(await service.look(issue, file)).toMatchObject({ ok: false });
    expect(await shownBy(mine)).toEqual(before);
  });

  it('I29: nothing is taken into a log that a newer version wrote, and it says why', async () => {
    const profile = testProfile(5);
    const first = profile.store();
    ok(await first.append(makeCapture(500)));
    first.close();
    const newer = new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange });
    for (const { define } of MIGRATIONS) define(newer);
    newer.version(latestVersion(MIGRATIONS) + 1).stores({ extra: 'id' });
    await newer.open();
    newer.close();

    const store = profile.store();
    const before = await shownBy(store);
    const refused = { ok: false, code: 'read-only-newer' } as const;
    expect(await backupOf(store).inspect(good, {})).toMatchObject({ ok: true });
    expect(await backupOf(store).restore(good, true, {})).toMatchObject(refused);
    for (const words of [common.en, common.de])
      expect(failureText(words, refused.code)).toMatch(/newer|neuere/);
    expect(await shownBy(store)).toEqual(before);
  });
});
