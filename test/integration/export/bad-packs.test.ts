import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { seenBy } from '../../../lib/domain/issue/seen-by.ts';
import { data, refusalText } from '../../../lib/i18n/data/data.ts';
import { imports } from '../../../lib/i18n/imports/imports.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { badPacks } from '../../support/corpus/pack-imports.ts';
import { heapGrowth } from '../../support/heap.ts';
import { shownBy } from '../../support/ledgers.ts';
import { bombPicture } from '../../support/png-bomb.ts';
import { makeCapture, seedIssueId, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';
import { manifestOf, packOf, throwAway } from './pack-support.ts';
import type { Made } from './pack-support.ts';

const by = (reporterId: string) => ({ by: { side: 'us', reporterId } }) as const;

function serviceOf(store: Store): BackupService {
  return backupsOf(store);
}

/** A log with a picture, of somebody. */
async function logOf(seed: number, reporter: string, picture = realPicture(seed, 3000)): Promise<Store> {
  const store = testProfile(seed).store();
  ok(await store.append(withPicture(seed * 10, picture, by(reporter)), { blobs: [picture] }));
  ok(await store.append(makeCapture(seed * 10 + 1, by(reporter))));
  return store;
}

let mine: Store;
let theirs: Made;
let packs: ReturnType<typeof badPacks>;
beforeAll(async () => {
  mine = await logOf(2, 'r-me');
  theirs = await packOf(await logOf(1, 'r-ada'));
  const other = await packOf(await logOf(3, 'r-bo'));
  const bombed = await packOf(await logOf(4, 'r-mallory', bombPicture()));
  packs = badPacks(theirs.blob, other.blob, bombed.blob);
});
afterAll(throwAway);

/** The corpus is the same whatever it is made of. */
const ROWS = badPacks(new Blob(), new Blob(), new Blob()).map(
  ({ id, what }, index) => [id, what, index] as const,
);

describe('hostile evidence packs', () => {
  it.each(ROWS)('%s: %s is refused or harmless', async (_, __, index) => {
    const one = packs[index];
    if (one === undefined) throw new Error('The corpus is the same whatever it is made of.');
    const file = await one.make();
    const before = await shownBy(mine);
    const { result: looked, ms, mb } = await heapGrowth(() => serviceOf(mine).inspect(file, {}));
    expect(ms).toBeLessThan(2000);
    expect(mb).toBeLessThan(300);
    expect(looked.ok).toBe(!one.refused);
    if (!looked.ok) {
      expect(await serviceOf(mine).restore(file, true, {})).toMatchObject({ ok: false });
      for (const words of [data.en, data.de]) expect(refusalText(words, looked.code)).toMatch(/\.$/);
    }
    expect(await shownBy(mine)).toEqual(before);
  });

  it('I25: what somebody else signed comes in as theirs, and the screen names their key', async () => {
    const store = await logOf(5, 'r-me');
    const own = (await store.own()).ledger;
    const { keyFingerprint } = manifestOf(theirs.folder);
    const mineSigned = manifestOf((await packOf(store)).folder).keyFingerprint;
    expect(keyFingerprint).not.toBe(mineSigned);
    const looked = ok(await serviceOf(store).inspect(theirs.blob, {}));
    expect(looked.pack?.signature).toEqual({ state: 'valid', key: keyFingerprint });
    expect(looked.ledgers).toMatchObject([{ own: false, known: false }]);
    for (const words of [imports.en, imports.de])
      expect(words.signed(keyFingerprint ?? '')).toContain(keyFingerprint);
    ok(await serviceOf(store).restore(theirs.blob, false, {}));
    const issue = await store.issue(seedIssueId(10));
    const [witness] = issue === null ? [] : seenBy(issue);
    expect(witness).toMatchObject({ reporterId: 'r-ada', times: 1 });
    expect(witness?.ledger).not.toBe(own);
    expect(await store.verify()).toMatchObject({ ok: true });
  });
});
