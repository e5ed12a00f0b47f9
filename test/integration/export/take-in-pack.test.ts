import { BlobReader, BlobWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupService } from '../../../lib/app/backup/backup-service.ts';
import { ledgerId } from '../../../lib/domain/ledger/primitives.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import { data, refusalText } from '../../../lib/i18n/data/data.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { backupsOf } from '../../support/backups.ts';
import { shownBy } from '../../support/ledgers.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { event } from '../../unit/export/support.ts';
import { manifestOf, own as ownText, packOf, seeded, throwAway } from './pack-support.ts';
import type { Made } from './pack-support.ts';

function serviceOf(store: Store): BackupService {
  return backupsOf(store);
}

async function reader(seed: number): Promise<Readonly<{ store: Store; backup: BackupService }>> {
  const store = testProfile(seed).store();
  ok(await store.append(makeCapture(500)));
  return { store, backup: serviceOf(store) };
}

type Files = Map<string, Blob>;

async function filesOf(blob: Blob): Promise<Files> {
  const zip = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const files: Files = new Map();
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new BlobWriter()));
  return files;
}

async function packed(files: Files): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false, level: 0 });
  for (const [name, content] of files) await zip.add(name, new BlobReader(content));
  return zip.close();
}

const hashOf = async (blob: Blob): Promise<string> => sha256Hex(new Uint8Array(await blob.arrayBuffer()));

/** Changes files and writes the sums anew, as somebody would who hopes that nobody looks further. */
async function forged(
  blob: Blob,
  change: (files: Files) => void | Promise<void>,
  sums = true,
): Promise<Blob> {
  const files = await filesOf(blob);
  await change(files);
  if (sums) {
    const old = (await files.get('SHA256SUMS')?.text()) ?? '';
    const lines = await Promise.all(
      old
        .split('\n')
        .filter((line) => files.has(line.slice(66)))
        .map(async (line) => `${await hashOf(files.get(line.slice(66)) ?? new Blob())}  ${line.slice(66)}\n`),
    );
    files.set('SHA256SUMS', new Blob(lines));
  }
  return packed(files);
}

/** As an unsigned pack would be: whoever forges cannot sign, but can leave the signature away. */
async function unsigned(files: Files): Promise<void> {
  for (const name of ['SHA256SUMS.sig', 'SHA256SUMS.sshsig', 'signing-key.pem', 'allowed_signers'])
    files.delete(name);
  const manifest = (await files.get('manifest.json')?.text()) ?? '';
  files.set(
    'manifest.json',
    new Blob([manifest.replace(/"keyFingerprint":"[^"]*"/, '"keyFingerprint":null')]),
  );
}

const own = (folder: string) => {
  const of = ownText(folder);
  return { ...of, ledger: ledgerId.parse(of.ledger) };
};

let pack: Made;
let from: Store;

beforeAll(async () => {
  from = await seeded(1);
  pack = await packOf(from);
});
afterAll(throwAway);

describe("a colleague's evidence pack", () => {
  it('brings its whole entries, byte for byte, and the places of the rest, and says who signed it', async () => {
    const { store, backup } = await reader(2);
    const before = await shownBy(store);
    const { included, redacted, withheld, deleted, ledger, length, head } = own(pack.folder);
    const dry = ok(await backup.inspect(pack.blob, {}));
    expect(dry).toMatchObject({
      added: included.length,
      withheld: redacted.length + withheld.length + deleted.length,
      identical: 0,
      pack: {
        signature: { state: 'valid', key: manifestOf(pack.folder).keyFingerprint },
        reduced: redacted.length,
      },
    });
    expect(await shownBy(store)).toEqual(before);
    ok(await backup.restore(pack.blob, true, {}));
    expect((await store.ledgers()).find((one) => one.ledger === ledger)).toMatchObject({
      n: length,
      link: head,
    });
    const theirs = await from.entries(ledger, 1, length);
    const here = await store.entries(ledger, 1, length);
    expect(here.map(({ json }) => json)).toEqual(
      theirs.map(({ n, json }) => (included.includes(n) ? json : null)),
    );
    expect(await store.verify()).toMatchObject({ ok: true });
    expect((await store.issue(seedIssueId(1)))?.occurrences[0]?.body.picture.state).toBe('present');
    const named = await store.usedPictureHashes();
    for (const sha256 of named) expect(await store.picture(sha256)).toMatchObject({ sha256 });
    expect(named.length).toBeGreaterThan(0);
    // Twice is once; and it can be taken back.
    expect(await backup.restore(pack.blob, true, {})).toMatchObject({ added: 0, withheld: 0 });
    const [taken] = await store.imports();
    ok(await backup.takeBack(taken?.importId ?? '', {}));
    expect(await store.issue(seedIssueId(1))).toBeNull();
    expect((await store.ledgers()).map((one) => one.own)).toEqual([true]);
  });

  it('is completed by their backup, and says nothing new to one who has that', async () => {
    const { store, backup } = await reader(3);
    const from = testProfile(11).store();
    const internal = { event: 'note', visibility: 'internal', text: 'For us only' } as const;
    ok(await from.append([makeCapture(1), event(1, '2026-03-02T11:00:00.000Z', internal), makeCapture(2)]));
    const pack = await packOf(from);
    ok(await backup.restore(pack.blob, false, {}));
    const whole = ok(await serviceOf(from).make('en', {}));
    const { length, ledger, included, withheld } = own(pack.folder);
    expect(withheld).toHaveLength(1);
    const n = (await from.own()).n;
    expect(await backup.restore(whole.blob, false, {})).toMatchObject({ added: n - included.length });
    expect(await store.entries(ledger, 1, n)).toEqual(await from.entries(ledger, 1, n));
    expect(n).toBeGreaterThanOrEqual(length);
    expect(await backup.inspect(pack.blob, {})).toMatchObject({ added: 0, withheld: 0 });
    expect(await serviceOf(from).inspect(pack.blob, {})).toMatchObject({
      added: 0,
      withheld: 0,
      identical: length,
    });
  });

  it('goes on as it came: places stay places in a backup, and withheld in a pack signed with my key', async () => {
    const { store, backup } = await reader(4);
    ok(await backup.restore(pack.blob, false, {}));
    const { ledger, withheld, redacted, deleted, included } = own(pack.folder);
    const made = ok(await backup.make('en', {}));
    const third = await reader(5);
    ok(await third.backup.restore(made.blob, false, {}));
    const n = own(pack.folder).length;
    expect(await third.store.entries(ledger, 1, n)).toEqual(await store.entries(ledger, 1, n));
    const onward = await packOf(store);
    const manifest = manifestOf(onward.folder);
    expect(manifest.keyFingerprint).not.toBe(manifestOf(pack.folder).keyFingerprint);
    const theirs = manifest.ledgers.find((one) => one.ledger === ledger);
    expect(theirs?.deleted).toEqual([]);
    expect(theirs).toMatchObject({ own: false });
    for (const place of [...withheld, ...redacted, ...deleted]) expect(theirs?.withheld).toContain(place);
    expect([
      ...(theirs?.included ?? []),
      ...(theirs?.redacted ?? []),
      ...(theirs?.withheld ?? []),
    ]).toHaveLength(n);
    expect(included.length).toBeGreaterThanOrEqual(theirs?.included.length ?? 0);
  });

  it('may be unsigned, and says so; a file that it does not name is ignored, and said', async () => {
    const { backup } = await reader(6);
    const plain = await forged(pack.blob, unsigned);
    expect(await backup.inspect(plain, {})).toMatchObject({
      ok: true,
      pack: { signature: { state: 'none' } },
    });
    const more = await forged(pack.blob, (files) => void files.set('extra.txt', new Blob(['x'])), false);
    expect(await backup.inspect(more, {})).toMatchObject({ ok: true, unlisted: 1 });
  });

  const record = (files: Files): string =>
    [...files.keys()].find((name) => /^records\/.*2\.json$/.test(name)) ?? '';
  const chain = (files: Files): string => [...files.keys()].find((name) => name.startsWith('chains/')) ?? '';
  async function edit(files: Files, name: string, change: (text: string) => string): Promise<void> {
    files.set(name, new Blob([change((await files.get(name)?.text()) ?? '')]));
  }
  const bad: readonly (readonly [string, string, (blob: Blob) => Promise<Blob>])[] = [
    ['a changed file', 'checksum', (b) => forged(b, (f) => edit(f, 'report.md', (t) => `${t} `), false)],
    ['changed sums', 'bad-signature', (b) => forged(b, (f) => edit(f, 'report.md', (t) => `${t} `))],
    [
      'sums of one pack with the signature of another',
      'bad-signature',
      async (b) => {
        const other = await filesOf((await packOf(await seeded(7))).blob);
        return forged(
          b,
          (f) => {
            for (const name of ['SHA256SUMS.sig', 'SHA256SUMS.sshsig'])
              f.set(name, other.get(name) ?? new Blob());
          },
          false,
        );
      },
    ],
    [
      'the key of somebody else beside its fingerprint',
      'bad-signature',
      async (b) => {
        const other = await filesOf((await packOf(await seeded(8))).blob);
        return forged(
          b,
          (f) => void f.set('signing-key.pem', other.get('signing-key.pem') ?? new Blob()),
          false,
        );
      },
    ],
    [
      'a signature that was left away',
      'bad-signature',
      (b) => forged(b, (f) => void f.delete('SHA256SUMS.sig'), false),
    ],
    [
      'a changed entry with everything else made to fit',
      'broken-chain',
      (b) =>
        forged(b, async (f) => {
          await unsigned(f);
          await edit(f, record(f), (text) => text.replace('"certainty":"exact"', '"certainty":"recalled"'));
        }),
    ],
    [
      'a line of the chain that was changed',
      'broken-chain',
      (b) =>
        forged(b, async (f) => {
          await unsigned(f);
          await edit(f, chain(f), (text) =>
            text.replace(/^(3 )([0-9a-f])/m, (_, n, c) => `${n}${c === '0' ? '1' : '0'}`),
          );
        }),
    ],
    [
      'a chain with a line less',
      'bad-chain',
      (b) =>
        forged(b, async (f) => {
          await unsigned(f);
          await edit(f, chain(f), (text) => text.replace(/^3 .*\n/m, ''));
        }),
    ],
    ['a missing entry', 'file-missing', (b) => forged(b, (f) => void f.delete(record(f)), false)],
    ['missing sums', 'bad-manifest', (b) => forged(b, (f) => void f.delete('SHA256SUMS'), false)],
    [
      'a newer version',
      'newer-version',
      (b) =>
        forged(b, (f) => edit(f, 'manifest.json', (t) => t.replace('casebook-pack/1', 'casebook-pack/99'))),
    ],
    [
      'a manifest that counts an entry twice',
      'bad-manifest',
      (b) =>
        forged(b, (f) => edit(f, 'manifest.json', (t) => t.replace('"included":[1,', '"included":[1,1,'))),
    ],
    [
      'a manifest with a name twice',
      'duplicate-name',
      (b) => forged(b, (f) => edit(f, 'manifest.json', (t) => t.replace('{', '{"format":"x",'))),
    ],
    [
      'a polluted manifest',
      'forbidden-name',
      (b) => forged(b, (f) => edit(f, 'manifest.json', (t) => t.replace('{', '{"__proto__":{"x":1},'))),
    ],
    [
      'a manifest in other bytes',
      'bad-manifest',
      (b) => forged(b, (f) => edit(f, 'manifest.json', (t) => t.replace('{', '{ '))),
    ],
    [
      'a picture that is none',
      'bad-picture',
      (b) =>
        forged(b, async (f) => {
          await unsigned(f);
          const name = [...f.keys()].find((one) => one.startsWith('screenshots/')) ?? '';
          f.set(name, new Blob(['<svg onload="alert(1)"/>']));
        }),
    ],
  ];
  it.each(bad)('is refused with %s, in one plain sentence, and nothing changes', async (_, code, make) => {
    const { store, backup } = await reader(9);
    const before = await shownBy(store);
    const file = await make(pack.blob);
    expect(await backup.inspect(file, {})).toMatchObject({ ok: false, code });
    // Bytes that no entry names are only looked at before.
    if (code !== 'bad-picture')
      expect(await backup.restore(file, false, {})).toMatchObject({ ok: false, code });
    expect(refusalText(data.en, code)).toMatch(/\.$/);
    expect(refusalText(data.de, code)).toMatch(/\.$/);
    expect(await shownBy(store)).toEqual(before);
    expect(({} as { x?: unknown }).x).toBeUndefined(); // as: looks for pollution
  });
});
