import { BlobReader, BlobWriter, TextReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import { refusalText, data } from '../../../lib/i18n/data/data.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { makeCapture, makeDescription, seedIssueId, withPicture } from '../../support/seed.ts';
import { addedFile, addedPicture, originalRemoved, seedEvidenceId } from '../../support/evidence.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

type Profile = Readonly<{ store: Store; backup: BackupService; downloads: Blob[] }>;

function profile(seed: number): Profile {
  const test = testProfile(seed);
  const store = test.store();
  const downloads: Blob[] = [];
  const backup = backupsOf(store, {
    now: () => new Date(test.clock.ms),
    download: (blob) => void downloads.push(blob),
  });
  return { store, backup, downloads };
}

async function seeded(seed: number): Promise<Profile> {
  const made = profile(seed);
  const picture = realPicture(seed, 3000);
  ok(await made.store.append(withPicture(1, picture), { blobs: [picture] }));
  ok(await made.store.append([makeCapture(2), makeDescription(2), makeCapture(3)]));
  ok(await made.store.purge([seedIssueId(3)]));
  return made;
}

async function makeBackup(of: Profile): Promise<Blob> {
  const made = await of.backup.make('en', {});
  if (!made.ok) throw new Error(`The backup failed: ${made.code} ${made.detail ?? ''}.`);
  return made.blob;
}

type Files = Map<string, Blob>;

async function unpacked(blob: Blob): Promise<Files> {
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const files: Files = new Map();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new BlobWriter()));
  }
  return files;
}

async function packed(files: Iterable<readonly [string, Blob | string]>, level = 0): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false, level });
  for (const [name, content] of files) {
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(content));
  }
  return writer.close();
}

/** Everything of a log that a refusal must leave alone. */
async function tables({ store }: Profile): Promise<unknown> {
  const ledgers = await store.ledgers();
  const lines = await Promise.all(ledgers.map(({ ledger, n }) => store.entries(ledger, 1, n)));
  return { ledgers, lines, counts: await store.counts(), pictures: await store.usedPictureHashes() };
}

async function changed(blob: Blob, path: RegExp, change: (text: string) => string): Promise<Blob> {
  const files = await unpacked(blob);
  const out: [string, Blob | string][] = [];
  for (const [name, content] of files)
    out.push([name, path.test(name) ? change(await content.text()) : content]);
  return packed(out);
}

describe('a backup', () => {
  let from: Profile;
  let blob: Blob;
  beforeEach(async () => {
    from = await seeded(1);
    blob = await makeBackup(from);
  });

  it('brings everything back into an empty log, byte for byte, erased entries too', async () => {
    const to = profile(2);
    const summary = await to.backup.inspect(blob, {});
    expect(summary).toMatchObject({
      ok: true,
      newIssues: 2,
      pictures: 1,
      picturesInFile: 1,
      unlisted: 0,
      hasSettings: true,
    });
    const result = await to.backup.restore(blob, false, {});
    expect(result).toMatchObject({ ok: true });
    const again = await unpacked(await makeBackup(to));
    for (const [name, content] of await unpacked(blob)) {
      if (!/^(?:ledgers|pictures)\//.test(name)) continue;
      expect([name, await again.get(name)?.text()]).toEqual([name, await content.text()]);
    }
    expect((await to.store.issue(seedIssueId(1)))?.occurrences[0]?.body.picture.state).toBe('present');
    expect(await to.store.issue(seedIssueId(3))).toBeNull();
    expect(await to.store.verify()).toMatchObject({ ok: true });
  });

  it('carries added pictures and nameless files, and misses no original that was removed', async () => {
    const [added, burnt] = [realPicture(21, 900), realPicture(22, 901)];
    const bytes = new TextEncoder().encode('<script>not a picture</script>');
    const facts = { sha256: sha256Hex(bytes), crc32: crc32(bytes), bytes: bytes.length };
    const file = { ...facts, mime: 'application/octet-stream', blob: new Blob([bytes]) };
    ok(await from.store.append([addedPicture(2, 1, added), addedFile(2, 2, file)], { blobs: [added, file] }));
    ok(await from.store.append(originalRemoved(2, seedEvidenceId(1), added, burnt), { blobs: [burnt] }));
    const made = await makeBackup(from);
    const names = [...(await unpacked(made)).keys()];
    expect(names).toContain(`files/${file.sha256}.bin`);
    expect(names.join()).toContain(`pictures/${burnt.sha256}.`);
    expect(names.join()).not.toContain(added.sha256);
    const to = profile(2);
    expect(await to.backup.inspect(made, {})).toMatchObject({ ok: true, pictures: 3, lostPictures: 0 });
    expect(await to.backup.restore(made, false, {})).toMatchObject({ ok: true, missingPictures: 0 });
    const back = await to.store.picture(file.sha256);
    expect('blob' in back && [back.mime, await back.blob.text()]).toEqual([
      'application/octet-stream',
      '<script>not a picture</script>',
    ]);
    expect(await to.store.picture(added.sha256)).toEqual({ missing: true });
  });

  it('finds nothing to do where all of it is already', async () => {
    const before = await tables(from);
    expect(await from.backup.inspect(blob, {})).toMatchObject({
      ok: true,
      added: 0,
      erased: 0,
      newIssues: 0,
    });
    expect(await from.backup.restore(blob, false, {})).toMatchObject({ ok: true, added: 0 });
    expect(await tables(from)).toEqual(before);
  });

  it('is noted in the ledger once it was handed over, and is due again by new issues', async () => {
    expect(await from.backup.last()).toBeNull();
    const made = await from.backup.make('de', {});
    if (!made.ok) throw new Error(made.code);
    await from.backup.deliver(made);
    expect(from.downloads).toEqual([made.blob]);
    expect(await from.backup.last()).toMatchObject({ entries: made.entries, pictures: 1, bytes: made.bytes });
    expect(await from.backup.due()).toBe(false);
    for (let i = 10; i < 10 + DEFAULT_SETTINGS.reminderIssues; i += 1)
      ok(await from.store.append(makeCapture(i)));
    expect(await from.backup.due()).toBe(true);
  });

  it('can be packed again by another program and still be restored', async () => {
    const to = profile(2);
    expect(await to.backup.inspect(await packed(await unpacked(blob), 9), {})).toMatchObject({
      ok: true,
      newIssues: 2,
    });
  });

  it('holds what could not be read, as it was found', async () => {
    const made = await seeded(31);
    ok(await made.store.drafts.put({ captureId: 'not an id', tabId: 3 } as never)); // as: a damaged row
    expect(await made.store.drafts.list()).toEqual([]);
    await made.store.settled();
    const blob = await makeBackup(made);
    const damaged = (await unpacked(blob)).get('quarantine/000001.json');
    expect(await damaged?.text()).toContain('not an id');
    const empty = profile(32);
    expect(await empty.backup.restore(blob, false, {})).toMatchObject({ ok: true });
  });

  it('ignores a file that does not belong to it, and says so', async () => {
    const files = await unpacked(blob);
    const result = await profile(2).backup.inspect(await packed([...files, ['extra.txt', 'x']]), {});
    expect(result).toMatchObject({ ok: true, unlisted: 1 });
  });

  it('stops when told to and leaves nothing behind', async () => {
    const to = profile(2);
    await to.store.own();
    const before = await tables(to);
    const stop = new AbortController();
    const result = await to.backup.restore(blob, false, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(result).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await tables(to)).toEqual(before);
  });

  const broken: readonly (readonly [string, string, (blob: Blob) => Promise<Blob>])[] = [
    ['an empty file', 'empty', async () => new Blob([])],
    ['a cut file', 'not-a-zip', async (b) => b.slice(0, b.size - 30)],
    ['data behind the end', 'not-a-zip', async (b) => new Blob([b, 'more'])],
    ['a picture', 'picture', async () => realPicture(1).blob],
    ['a PDF', 'pdf', async () => new Blob(['%PDF-1.7'])],
    ['our HTML report', 'report-html', async () => new Blob(['<!doctype html>\n<html>'])],
    ['our JSON export', 'export-json', async () => new Blob(['{"format":"casebook-export/1"}'])],
    ['our ZIP export', 'export-zip', async () => packed([['issues.json', '{}']])],
    ['a table', 'table-csv', async () => new Blob(['\ufeff"Number","Title"\r\n'])],
    ['a mail', 'mail', async () => new Blob(['Received: by mx\r\nSubject: Re\r\n\r\nText'])],
    ['UTF-16', 'text-utf16', async () => new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0])])],
    ['a foreign zip', 'bad-manifest', async () => packed([['a.txt', 'x']])],
    ['path traversal', 'bad-name', async (b) => packed([...(await unpacked(b)), ['../x', 'x']])],
    ['a name of another drive', 'bad-name', async (b) => packed([...(await unpacked(b)), ['C:\\x', 'x']])],
    [
      'names that differ by case',
      'zip-duplicate',
      async (b) => packed([...(await unpacked(b)), ['MANIFEST.json', 'x']]),
    ],
    [
      'a newer version',
      'newer-version',
      (b) => changed(b, /^manifest/, (text) => text.replace('casebook-backup/1', 'casebook-backup/99')),
    ],
    [
      'a polluted manifest',
      'forbidden-name',
      (b) => changed(b, /^manifest/, (text) => text.replace('{', '{"__proto__":{"x":1},')),
    ],
    [
      'a manifest with a name twice',
      'duplicate-name',
      (b) => changed(b, /^manifest/, (text) => text.replace('{', '{"format":"x",')),
    ],
    [
      'a manifest nested 100,000 deep',
      'too-deep',
      (b) => changed(b, /^manifest/, () => '['.repeat(100_000) + ']'.repeat(100_000)),
    ],
    [
      'a thing of the directory that is not what its kind demands',
      'bad-entry',
      async () => {
        const other = await seeded(6);
        const { kind: _kind, body: _body, issueId: _issue, ...frame } = makeCapture(1);
        const value = { id: 'p-nameless', name: '', kind: 'msp', channels: [] };
        ok(await other.store.append([{ ...frame, kind: 'provider.saved', body: { value } }, makeCapture(7)]));
        return makeBackup(other);
      },
    ],
    ['a changed note', 'checksum', (b) => changed(b, /^ledgers/, (text) => text.replace('(2)', '(3)'))],
    [
      'a missing ledger',
      'file-missing',
      async (b) => packed([...(await unpacked(b))].filter(([name]) => !name.startsWith('ledgers'))),
    ],
    [
      'a missing picture',
      'file-missing',
      async (b) => packed([...(await unpacked(b))].filter(([name]) => !name.startsWith('pictures'))),
    ],
    [
      'an exchanged picture',
      'picture-mismatch',
      async (b) => {
        const files = await unpacked(b);
        return packed(
          [...files].map(
            ([name, content]) =>
              [name, name.startsWith('pictures') ? realPicture(9, 3000).blob : content] as const,
          ),
        );
      },
    ],
  ];
  it.each(broken)('refuses %s in one plain sentence and changes nothing', async (_, code, make) => {
    const to = await seeded(5);
    const before = await tables(to);
    const file = await make(blob);
    expect(await to.backup.inspect(file, {})).toMatchObject({ ok: false, code });
    expect(await to.backup.restore(file, false, {})).toMatchObject({ ok: false, code });
    expect(refusalText(data.en, code)).toMatch(/\.$/);
    expect(refusalText(data.de, code)).toMatch(/\.$/);
    expect(await tables(to)).toEqual(before);
    expect(({} as { x?: unknown }).x).toBeUndefined(); // as: looks for pollution
  });

  it('refuses a ledger that contradicts the one here', async () => {
    const to = await seeded(1); // the same seed makes the same ledger id
    const other = profile(1);
    ok(
      await other.store.append([
        makeCapture(7),
        makeCapture(8),
        makeCapture(9),
        makeCapture(10),
        makeCapture(11),
        makeCapture(12),
      ]),
    );
    expect((await other.store.own()).ledger).toBe((await to.store.own()).ledger);
    const before = await tables(to);
    expect(await to.backup.restore(await makeBackup(other), false, {})).toMatchObject({
      ok: false,
      code: 'conflict',
    });
    expect(await tables(to)).toEqual(before);
  });
});
