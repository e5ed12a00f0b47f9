// Built into one script by test/support/bundle.ts and run in a page of the extension (see merge.ts).
import { backupSource } from '../../lib/app/backup/backup-source.ts';
import { createBackupService } from '../../lib/app/backup/backup-service.ts';
import { DEFAULT_SETTINGS } from '../../lib/app/settings/settings.ts';
import type { BackupSource } from '../../lib/export/backup/write-backup.ts';
import { writeBackup } from '../../lib/export/backup/write-backup.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { createNumbers, seedEntries } from './seed-entries.ts';

export type Merged = Readonly<{
  ledgers: number;
  entries: number;
  lookMs: number;
  mergeMs: number;
  /** How often progress was told while the entries were stored. */
  told: number;
  /** The longest time in which the page did nothing else. */
  longestMs: number;
  /** Whether the chain of every ledger holds afterwards, and how many issues there are. */
  verified: boolean;
  issues: number;
}>;

/** A log of its own beside the others, with its own ledger. */
function openLog(name: string): Store {
  let kept: unknown;
  return createStore({
    name,
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: { read: async () => kept, write: async (value) => void (kept = value) },
  });
}

/** One file with the ledgers of all of them. */
async function fileOf(logs: readonly Store[]): Promise<Blob> {
  const sources = logs.map((log) => backupSource(log, async () => ({})));
  const whose = new Map<string, BackupSource>();
  const source: BackupSource = {
    async ledgers() {
      const all = await Promise.all(
        sources.map(async (one) => (await one.ledgers()).map((of) => ({ of, one }))),
      );
      for (const { of, one } of all.flat()) whose.set(of.ledger, one);
      return all.flat().map(({ of }, index) => ({ ...of, own: index === 0 }));
    },
    lines: async (ledger, fromN, limit) => (await whose.get(ledger)?.lines(ledger, fromN, limit)) ?? [],
    pictureHashes: async () => [],
    picture: async () => null,
    settings: async () => ({}),
    quarantine: async () => [],
  };
  const about = { madeAt: new Date().toISOString(), version: 'bench', readme: '' };
  const made = await writeBackup(source, about, {});
  if (!made.ok) throw new Error(`The file was not made: ${made.code}.`);
  return made.blob;
}

/**
 * Fills as many logs as wanted, each with its share of the entries.
 * @public called in the page, see merge.ts
 */
export async function prepare(ledgers: number, entries: number): Promise<number> {
  const logs: Store[] = [];
  const share = entries / ledgers;
  for (let n = 0; n < ledgers; n += 1) {
    const log = openLog(`bench-merge-${n}`);
    // The ledger starts with an entry of its own.
    const some = [...seedEntries(share, () => null, false, 7000 + n)].slice(0, share - 1);
    const result = await log.appendMany(some);
    if (!result.ok) throw new Error(`Seeding failed: ${result.code}.`);
    logs.push(log);
  }
  const file = await fileOf(logs);
  for (const log of logs) log.close();
  Reflect.set(globalThis, 'benchFile', file);
  return file.size;
}

/** Notices when the page does nothing else. */
function watchPage(): () => number {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => port2.postMessage(0), 4);
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  });
  port1.start();
  return () => {
    clearInterval(timer);
    port1.close();
    return longest;
  };
}

/**
 * Takes the file in, as the screen does: looked at first, then stored in one go.
 * @public called in the page, see merge.ts
 */
export async function merge(): Promise<Merged> {
  const file: Blob = Reflect.get(globalThis, 'benchFile');
  const store = openLog(`bench-merged-${createNumbers(Date.now())()}`);
  const service = createBackupService({
    store,
    settings: { get: async () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS },
    now: () => new Date(),
    zone: () => 'Europe/Berlin',
    version: 'bench',
    download: () => undefined,
  });
  let told = 0;
  const stop = watchPage();
  let started = performance.now();
  const looked = await service.inspect(file, {});
  if (!looked.ok) throw new Error(`The file was refused: ${looked.code}.`);
  const lookMs = performance.now() - started;
  started = performance.now();
  const done = await service.restore(file, false, { onProgress: () => (told += 1) });
  if (!done.ok) throw new Error(`Taking in failed: ${done.code}.`);
  const mergeMs = performance.now() - started;
  const longestMs = stop();
  const verified = (await store.verify()).ok;
  const { all, trash } = await store.counts();
  store.close();
  return {
    ledgers: done.ledgers.length,
    entries: done.added,
    lookMs,
    mergeMs,
    told,
    longestMs,
    verified,
    issues: all + trash,
  };
}
