import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { createRescueService } from '../../../lib/app/rescue/rescue-service.ts';
import type { RescueFile, RescueService } from '../../../lib/app/rescue/rescue-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import type { LedgerId } from '../../../lib/domain/ledger/primitives.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { addedFile } from '../../support/evidence.ts';
import { makeCapture, makeDescription, seedIssueId, withPicture } from '../../support/seed.ts';
import { ok, testProfile, type TestProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';
import { change, contents, unreadable } from './damage.ts';

const now = () => new Date('2026-11-28T12:00:00.000Z');

function backupOf(store: Store): BackupService {
  return backupsOf(store, { now });
}

function rescueOf({ factory }: Pick<TestProfile, 'factory'>): RescueService {
  return createRescueService({
    place: { indexedDB: factory, IDBKeyRange },
    settings: async () => DEFAULT_SETTINGS,
    journal: async () => [{ captureId: 'c-1', note: 'waits outside' }],
    now,
    version: '0.1.0',
    download: () => undefined,
  });
}

type Log = Readonly<{ profile: TestProfile; ledger: LedgerId; n: number; pictures: readonly string[] }>;

/** Three issues with pictures, a file, one described and one erased; closed again. */
async function log(seed: number): Promise<Log> {
  const profile = testProfile(seed);
  const store = profile.store();
  for (let issue = 1; issue <= 3; issue += 1) {
    const picture = realPicture(seed * 10 + issue, 3000);
    ok(await store.append(withPicture(issue, picture), { blobs: [picture] }));
  }
  const { width: _w, height: _h, ...bytes } = realPicture(seed * 10, 500);
  const file = { ...bytes, mime: 'application/octet-stream' };
  ok(await store.append(addedFile(1, 1, file), { blobs: [file] }));
  ok(await store.append([makeDescription(1), makeCapture(4), makeCapture(5)]));
  ok(await store.purge([seedIssueId(4)]));
  await store.settled();
  const { ledger, n } = await store.own();
  const pictures = await store.usedPictureHashes();
  store.close();
  return { profile, ledger, n, pictures };
}

async function filesOf({ blob }: RescueFile): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await new ZipReader(new BlobReader(blob), { useWebWorkers: false }).getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  return files;
}

async function broughtIn(file: RescueFile, seed: number): Promise<Store> {
  vi.restoreAllMocks(); // Only the log that the file is from is damaged.
  const store = testProfile(seed).store();
  ok(await backupOf(store).restore([file.blob, ...file.more], false, {}));
  expect(await store.verify()).toMatchObject({ ok: true });
  return store;
}

const at = (n: number) => (row: Record<string, unknown>) => row['n'] === n;

describe('what can still be read of a log', () => {
  it('is all of a sound one, and is brought in like a backup', async () => {
    const { profile, ledger, n, pictures } = await log(1);
    const before = await contents(profile.factory);
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made).toMatchObject({
      lost: [],
      entries: n,
      pictures: 4,
      fileName: 'casebook-rescue_2026-11-28_1200.zip',
    });
    expect(await contents(profile.factory)).toBe(before);
    const files = await filesOf(made);
    expect(files.get('UNREADABLE.txt')).toContain('Everything could be read.');
    expect(files.get('journal.jsonl')).toContain('waits outside');
    const to = await broughtIn(made, 2);
    const from = profile.store();
    expect(await to.entries(ledger, 1, n)).toEqual(await from.entries(ledger, 1, n));
    expect(await to.usedPictureHashes()).toEqual(pictures);
  });

  it('keeps the place of an entry whose content is damaged, and its raw row', async () => {
    const { profile, ledger, n } = await log(3);
    await change(profile.factory, 'entries', at(2), (row) => ({ ...row, json: '{"broken' }));
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made.lost).toEqual([{ what: 'content', where: `entries ${ledger} 2` }]);
    const files = await filesOf(made);
    expect(files.get('UNREADABLE.txt')).toContain(`entries ${ledger} 2`);
    expect(files.get('quarantine/000001.json')).toContain('{\\"broken');
    const to = await broughtIn(made, 4);
    expect((await to.ledgers()).find((one) => one.ledger === ledger)).toMatchObject({ n });
    const lines = await to.entries(ledger, 1, n);
    expect(lines.filter(({ kind }) => kind === 'withheld').map((line) => line.n)).toEqual([2]);
    expect(await to.issue(seedIssueId(2))).not.toBeNull();
  });

  it.each([
    ['hash', { sha256: 7 }],
    ['link', { link: null }],
    ['kind and times', { kind: 5, at: {}, recordedAt: null }],
  ])('proves an entry whose %s is damaged from its text and the chain', async (_, damage) => {
    const { profile, ledger, n } = await log(5);
    const [good] = await profile.store().entries(ledger, 3, 1);
    await change(profile.factory, 'entries', at(3), (row) => ({ ...row, ...damage }));
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made.lost).toEqual([]);
    const to = await broughtIn(made, 6);
    expect(await to.entries(ledger, 3, 1)).toEqual([good]);
    expect((await to.ledgers()).find((one) => one.ledger === ledger)).toMatchObject({ n });
  });

  it.each([
    [
      'was changed to another valid one',
      (row: Record<string, unknown>) => ({
        ...row,
        json: String(row['json']).replace('"certainty":"exact"', '"certainty":"estimated"'),
      }),
    ],
    ['has no text any more', ({ json: _json, ...row }: Record<string, unknown>) => row],
  ])('takes for damaged what %s', async (_, to) => {
    const { profile, ledger } = await log(7);
    await change(profile.factory, 'entries', at(2), to);
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made.lost).toEqual([{ what: 'content', where: `entries ${ledger} 2` }]);
    await broughtIn(made, 8);
  });

  it('takes what stands before a row that is gone, and puts the rest beside it', async () => {
    const { profile, ledger, n } = await log(9);
    unreadable('entries', [[ledger, 4]]);
    const made = ok(await rescueOf(profile).make('de', {}));
    expect(made.lost[0]).toEqual({ what: 'row', where: `entries ${ledger} 4` });
    expect(made.lost.slice(1)).toEqual(
      Array.from({ length: n - 4 }, (_, i) => ({ what: 'unlinked', where: `entries ${ledger} ${i + 5}` })),
    );
    const rest = (await filesOf(made)).get('unlinked.jsonl')?.trim().split('\n') ?? [];
    expect(rest.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: n - 4 }, (_, i) => i + 5));
    const to = await broughtIn(made, 10);
    expect((await to.ledgers()).find((one) => one.ledger === ledger)).toMatchObject({ n: 3 });
  });

  it('leaves out pictures whose bytes changed or cannot be read, and names them', async () => {
    const { profile, pictures } = await log(11);
    const [first = '', second = ''] = pictures;
    await change(
      profile.factory,
      'blobs',
      ({ sha256 }) => sha256 === first,
      (row) => ({ ...row, blob: new Blob(['x']) }),
    );
    unreadable('blobs', [second]);
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made.pictures).toBe(2);
    expect(made.lost).toContainEqual({ what: 'row', where: `blobs ${second}` });
    expect(made.lost).toContainEqual({ what: 'bytes', where: first });
    const to = await broughtIn(made, 12);
    expect(await to.picture(first as never)).toEqual({ missing: true }); // as: a hash as text
  });

  it.each(['ledgers', 'meta', 'blobs', 'quarantine', 'drafts', 'pending'])(
    'does without the table %s',
    async (table) => {
      const { profile, ledger, n } = await log(13);
      unreadable(table);
      const made = ok(await rescueOf(profile).make('en', {}));
      expect(made.lost).toEqual([{ what: 'table', where: table }]);
      expect(made.entries).toBe(n);
      const to = await broughtIn(made, 14);
      expect((await to.ledgers()).find((one) => one.ledger === ledger)).toMatchObject({ n });
    },
  );

  it('gives at least what is beside the log when nothing of it can be read', async () => {
    const { profile } = await log(15);
    unreadable('entries');
    const made = ok(await rescueOf(profile).make('en', {}));
    expect(made).toMatchObject({ entries: 0, pictures: 4 });
    expect(made.lost).toContainEqual({ what: 'table', where: 'entries' });
  });

  it('is a file with the reason when the database does not open, and makes none', async () => {
    const { factory } = testProfile(16);
    const made = ok(await rescueOf({ factory }).make('en', {}));
    expect(made).toMatchObject({ entries: 0, lost: [{ what: 'database', where: 'casebook' }] });
    expect((await filesOf(made)).get('journal.jsonl')).toContain('waits outside');
    expect(await factory.databases()).toEqual([]);
  });

  it('leaves lines of an import that nobody finished alone', async () => {
    const { profile, n } = await log(17);
    await change(
      profile.factory,
      'ledgers',
      () => true,
      (row) => ({ ...row, n: n - 1 }),
    );
    expect(ok(await rescueOf(profile).make('en', {}))).toMatchObject({ entries: n - 1, lost: [] });
  });

  it('stops when it is told to', async () => {
    const { profile } = await log(18);
    const stop = new AbortController();
    const made = await rescueOf(profile).make('en', { signal: stop.signal, onProgress: () => stop.abort() });
    expect(made).toEqual({ ok: false, code: 'cancelled' });
  });
});
