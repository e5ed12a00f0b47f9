import type { EntryOf, NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { IssueId, LedgerId } from '../../lib/domain/ledger/primitives.ts';
import { writeBackup } from '../../lib/export/backup/write-backup.ts';
import type { BackupSource } from '../../lib/export/backup/write-backup.ts';
import { newLedgerRow, ownFrame, seal, type Machine, type Sealed } from '../../lib/storage/ledger-writer.ts';
import { seedEntries } from '../bench/seed-entries.ts';
import { seededBytes } from './seed.ts';
import { ok } from './storage.ts';

/** The logs of many people in one file, and what a log that took them in has to show. */
export type ManyLogs = Readonly<{
  blob: Blob;
  entries: number;
  ledgers: readonly LedgerId[];
  /** Issues that a merged log shows, those in its trash included. */
  issues: number;
  /** Issues of the first log that every other log recorded too. */
  shared: readonly IssueId[];
}>;

type Issues = readonly EntryOf<'occurrence.captured'>['issueId'][];

function machineOf(log: number): Machine {
  let ms = Date.UTC(2026, 10, 23, 14, 0, 0);
  return {
    now: () => new Date((ms += 1000)),
    random: seededBytes(7000 + log),
    zone: () => 'Europe/Berlin',
    reporter: () => `r-${log}`,
  };
}

/** Issues that are not in the trash, oldest first. */
function shownIn(entries: readonly NewEntry[]): Issues {
  const trashed = new Set(entries.flatMap((one) => (one.kind === 'issue.trashed' ? [one.issueId] : [])));
  return entries.flatMap((one) =>
    one.kind === 'occurrence.captured' && !trashed.has(one.issueId) ? [one.issueId] : [],
  );
}

/** `entries` of a person's year, the last of which say which issues are the same as `roots`, in their order. */
function yearOf(log: number, entries: number, roots: Issues, machine: Machine) {
  const started: NewEntry = { ...ownFrame(machine), kind: 'ledger.started', body: { reason: 'install' } };
  const year: NewEntry[] = [started];
  for (const one of seedEntries(entries, () => null, false, 7000 + log)) {
    if (year.length >= entries - roots.length) break;
    year.push(one);
  }
  const shown = shownIn(year);
  const same = roots.map((into, i): NewEntry => ({
    ...ownFrame(machine),
    kind: 'issue.merged',
    issueId: shown[i] ?? into,
    body: { into },
  }));
  const issues = year.filter(({ kind }) => kind === 'occurrence.captured').length;
  return { year: [...year, ...same], shown, issues };
}

/** `logs` people with `each` entries; each of the others says of `shared` issues that they are one of the first log's. */
export async function manyLogs(logs: number, each: number, shared: number): Promise<ManyLogs> {
  const all = new Map<LedgerId, Sealed>();
  let roots: Issues = [];
  let issues = 0;
  for (let log = 0; log < logs; log += 1) {
    const machine = machineOf(log);
    const made = yearOf(log, each, roots, machine);
    const sealed = seal(machine, newLedgerRow(machine), made.year, () => undefined);
    all.set(sealed.head.ledger, sealed);
    issues += made.issues - roots.length;
    if (log === 0) roots = made.shown.slice(0, shared);
  }
  const source: BackupSource = {
    ledgers: async () =>
      [...all.values()].map(({ head: { ledger, n, link } }, log) => ({ ledger, own: log === 0, n, link })),
    lines: async (ledger, fromN, limit) =>
      (all.get(ledger)?.rows ?? [])
        .slice(fromN - 1, fromN - 1 + limit)
        .flatMap(({ n, sha256, link, json }) => (json === null ? [] : [{ n, sha256, link, json }])),
    pictureHashes: async () => [],
    pictures: async () => [],
    settings: async () => ({}),
    quarantine: async () => [],
  };
  const about = { madeAt: '2026-11-28T12:00:00.000Z', version: '0.1.0', readme: '' };
  const { blob, entries } = ok(await writeBackup(source, about, {}));
  return { blob, entries, ledgers: [...all.keys()], issues, shared: roots };
}
