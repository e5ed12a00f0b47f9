import { writeBackup } from '../../export/backup/write-backup.ts';
import type { BackupMade } from '../../export/backup/write-backup.ts';
import type { Work } from '../../export/source.ts';
import { wordsOf } from '../../i18n/area.ts';
import type { Language } from '../../i18n/area.ts';
import { report } from '../../i18n/report/report.ts';
import { createMadeAhead, isFresh } from '../made-ahead.ts';
import type { Store } from '../../storage/types/store.ts';
import { backupSource } from './backup-source.ts';

/** More entries than these are only written once a backup is asked for: their text lies in memory until then. */
const AHEAD_ENTRIES = 100_000;

type Made = Readonly<{ result: BackupMade; at: Date; state: string }>;
type BackupWriter = Readonly<{
  /** Begins, without hurry, unless the log is very long. */
  begin(language: Language): void;
  drop(): void;
  /** What was begun, if it still says what a new one would say; otherwise a new one. `at`: when it was written. */
  write(language: Language, work: Work): Promise<Readonly<{ result: BackupMade; at: Date }>>;
}>;

type Deps = Readonly<{
  store: Store;
  settings: () => Promise<unknown>;
  now: () => Date;
  version: string;
  /** Largest part, for tests. */
  partBytes?: number;
}>;

/** Writes backups, also before they are asked for. */
export function createBackupWriter({ store, settings, now, version, partBytes }: Deps): BackupWriter {
  const source = backupSource(store, settings);

  /** All that a backup is made of: every change of the log is an entry. */
  async function state(): Promise<string> {
    const [ledgers, kept, aside] = await Promise.all([source.ledgers(), settings(), source.quarantine()]);
    return JSON.stringify([ledgers, kept, aside.length]);
  }

  async function make(language: Language, work: Work): Promise<Made> {
    const before = await state();
    work.signal?.throwIfAborted();
    const at = now();
    const readme = wordsOf(report, language).backupReadme(version).replaceAll('\n', '\r\n');
    const about = { madeAt: at.toISOString(), version, readme, ...(partBytes && { partBytes }) };
    return { result: await writeBackup(source, about, work), at, state: before };
  }

  async function holds(made: Made): Promise<boolean> {
    return made.result.ok && isFresh(made.at, now()) && (await state()) === made.state;
  }

  async function makeShort(language: Language, work: Work): Promise<Made | null> {
    const entries = (await source.ledgers()).reduce((sum, { n }) => sum + n, 0);
    return entries > AHEAD_ENTRIES ? null : make(language, work);
  }

  const ahead = createMadeAhead<Language, Made | null>(makeShort, (one, other) => one === other);

  return {
    begin: ahead.begin,
    drop: ahead.drop,
    async write(language, work) {
      const made = await ahead.take(language, work);
      const usable = made !== null && (await holds(made));
      if (work.signal?.aborted === true) return { result: { ok: false, code: 'cancelled' }, at: now() };
      return usable ? made : make(language, work);
    },
  };
}
