import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/app/settings/settings.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { makeCapture, withPicture } from '../../support/seed.ts';
import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

let test: TestProfile;
let store: Store;
let backup: BackupService;
let settings: Settings;
/** How often all pictures were asked for: once for each backup that is written. */
let written: number;

beforeEach(async () => {
  test = testProfile(71);
  store = test.store();
  const picture = realPicture(1, 3000);
  ok(await store.append([withPicture(1, picture), makeCapture(2)], { blobs: [picture] }));
  settings = DEFAULT_SETTINGS;
  written = 0;
  const counting: Store = {
    ...store,
    usedPictureHashes() {
      written += 1;
      return store.usedPictureHashes();
    },
  };
  backup = backupsOf(counting, {
    settings: { get: async () => settings, set: async () => settings },
    now: () => new Date(test.clock.ms),
  });
});

/** Begins one ahead and waits until it lies ready. */
async function ahead(): Promise<() => void> {
  const drop = backup.ahead('en');
  await expect.poll(() => written).toBe(1);
  return drop;
}

const make = async () => ok(await backup.make('en', {}));

describe('a backup that is made before it is asked for', () => {
  it('is the one that goes out, named by when it was made', async () => {
    const begun = new Date(test.clock.ms);
    await ahead();
    test.clock.ms += 120_000;
    const made = await make();
    expect(written).toBe(1);
    expect(made.fileName).toContain(`_${String(begun.getHours()).padStart(2, '0')}`);
    expect(made.fileName).toContain(`${String(begun.getMinutes()).padStart(2, '0')}.zip`);
  });

  it('goes out once only', async () => {
    await ahead();
    await make();
    await make();
    expect(written).toBe(2);
  });

  it.each<[string, () => unknown]>([
    ['something was recorded since', async () => ok(await store.append([makeCapture(3)]))],
    ['a setting is another one', () => (settings = { ...DEFAULT_SETTINGS, reminderDays: 3 })],
    ['it is older than five minutes', () => (test.clock.ms += 301_000)],
    ['the clock was put back', () => (test.clock.ms -= 1000)],
  ])('is made anew where %s', async (_, change) => {
    await ahead();
    await change();
    const made = await make();
    expect(written).toBe(2);
    const heads = await store.ledgers();
    expect(made.entries).toBe(heads.reduce((sum, { n }) => sum + n, 0));
  });

  it('is made anew in another language, and after it was dropped', async () => {
    const drop = await ahead();
    ok(await backup.make('de', {}));
    expect(written).toBe(2);
    drop();
    await make();
    expect(written).toBe(3);
  });

  it('is not begun when it is dropped at once', async () => {
    backup.ahead('en')();
    await make();
    expect(written).toBe(1);
  });

  it('is cancelled by whoever took it', async () => {
    await ahead();
    const stop = new AbortController();
    stop.abort();
    expect(await backup.make('en', { signal: stop.signal })).toMatchObject({ ok: false, code: 'cancelled' });
  });
});
