import { expect, it } from 'vitest';
import { backupSource } from '../../../lib/app/backup/backup-source.ts';
import { createBackupService } from '../../../lib/app/backup/backup-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import { writeBackup } from '../../../lib/export/backup/write-backup.ts';
import type { BackupSource } from '../../../lib/export/backup/write-backup.ts';
import { makeCapture, makeDescription } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const LOGS = 20;
const ISSUES = 15;

/** One file with the ledgers of twenty people. */
async function fileOfAll(): Promise<Readonly<{ blob: Blob; entries: number }>> {
  const whose = new Map<string, BackupSource>();
  const ledgers: Awaited<ReturnType<BackupSource['ledgers']>>[number][] = [];
  for (let log = 0; log < LOGS; log += 1) {
    const store = testProfile(100 + log).store();
    const issues = Array.from({ length: ISSUES }, (_, i) => log * 100 + i);
    ok(await store.appendMany(issues.flatMap((i) => [makeCapture(i), makeDescription(i)])));
    const source = backupSource(store, async () => ({}));
    for (const of of await source.ledgers()) {
      whose.set(of.ledger, source);
      ledgers.push({ ...of, own: log === 0 });
    }
  }
  const all: BackupSource = {
    ledgers: async () => ledgers,
    lines: async (ledger, fromN, limit) => (await whose.get(ledger)?.lines(ledger, fromN, limit)) ?? [],
    pictureHashes: async () => [],
    pictures: async () => [],
    settings: async () => ({}),
    quarantine: async () => [],
  };
  const about = { madeAt: '2026-11-28T12:00:00.000Z', version: '0.1.0', readme: '' };
  const made = ok(await writeBackup(all, about, {}));
  return { blob: made.blob, entries: made.entries };
}

it('takes twenty ledgers in at once, and tells how far it is', async () => {
  const { blob, entries } = await fileOfAll();
  expect(entries).toBe(LOGS * (2 * ISSUES + 1));
  const store = testProfile(1).store();
  const service = createBackupService({
    store,
    settings: { get: async () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS },
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    zone: () => 'Europe/Berlin',
    version: '0.1.0',
    download: () => undefined,
  });
  const told: number[] = [];
  const done = ok(await service.restore(blob, false, { onProgress: (progress) => told.push(progress.done) }));
  expect(done).toMatchObject({ added: entries, newIssues: LOGS * ISSUES });
  expect(done.ledgers).toHaveLength(LOGS);
  expect(told.length).toBeGreaterThanOrEqual(LOGS);
  expect(told.at(-1)).toBe(entries);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(await store.verify()).toMatchObject({ ok: true });
  expect(await store.counts()).toMatchObject({ all: LOGS * ISSUES });
});
