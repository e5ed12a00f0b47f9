import { describe, expect, it } from 'vitest';
import { unlockZip } from '../../../lib/export/importers/unlock.ts';
import type { Progress } from '../../../lib/export/source.ts';
import { readDirectory } from '../../../lib/export/zip/directory.ts';
import { lockFile } from '../../../lib/export/zip/lock.ts';
import { lockedNames } from '../../../lib/export/zip/locked.ts';
import { composeZip } from '../../../lib/export/zip/writer.ts';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { bufferOf, openWithOpenssl } from '../../support/openssl-zip.ts';

const PASSWORD = 'gabo-mitu-selo';
const NAME = 'casebook.zip';

function plainZip(bytes = 300_000): Blob {
  const content = new Uint8Array(bytes).map((_, index) => (index * 7919) >>> 5);
  const said = new TextEncoder().encode('The invoices of Acme are gone.');
  return composeZip([
    { path: 'report-of-acme.html', parts: [new Blob([said])], bytes: said.length, crc32: crc32(said) },
    { path: 'pictures/1.bin', parts: [new Blob([content])], bytes: content.length, crc32: crc32(content) },
  ]);
}

async function locked(file: Blob, password = PASSWORD, name = NAME): Promise<Blob> {
  const made = await lockFile(file, { name, password }, {});
  if (made === null) throw new Error('The file was not locked.');
  return made;
}

async function refusalOf(task: Promise<unknown>): Promise<unknown> {
  const error: unknown = await task.catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? error.code : error;
}

describe('a file with a password', () => {
  it.each([
    ['letters', PASSWORD, 300_000],
    ['umlauts', 'Grüße-aus-Köln', 300_000],
    ['more than one piece', PASSWORD, 9_000_000],
    ['nothing in it', PASSWORD, 0],
  ])('is opened by OpenSSL to the very bytes that were locked: %s', async (_, password, bytes) => {
    const plain = plainZip(bytes);
    const opened = openWithOpenssl(await bufferOf(await locked(plain, password)), password);
    expect(opened).toMatchObject({ name: NAME, strength: 3, version: 2, crc: 0 });
    expect(opened.bytes.equals(await bufferOf(plain))).toBe(true);
  });

  it('is not opened by another password, nor when a byte was changed', async () => {
    const zip = await bufferOf(await locked(plainZip()));
    expect(() => openWithOpenssl(zip, 'gabo-mitu-sele')).toThrow('wrong password');
    zip[1000] = (zip[1000] ?? 0) ^ 1;
    expect(() => openWithOpenssl(zip, PASSWORD)).toThrow('changed');
  });

  it('shows nothing of its content, of the names in it or of the password, and never the same bytes twice', async () => {
    const [first, second] = [
      await bufferOf(await locked(plainZip())),
      await bufferOf(await locked(plainZip())),
    ];
    for (const secret of ['acme', 'Acme', 'pictures', 'report', PASSWORD])
      expect(first.includes(secret), secret).toBe(false);
    expect(first.equals(second)).toBe(false);
    const directory = await readDirectory(new Blob([first]), 10);
    expect(directory).toMatchObject({ ok: true, entries: [{ path: NAME, crc32: 0, method: 99 }] });
  });

  it('tells how far writing and reading back are, and stops when it is asked to, in either', async () => {
    const plain = plainZip(9_000_000);
    const told: Progress[] = [];
    await lockFile(plain, { name: NAME, password: PASSWORD }, { onProgress: (one) => told.push(one) });
    const done = told.map((one) => one.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told.at(-1)).toEqual({ done: 19, total: 19, what: 'megabytes' });
    for (const stopAt of [2, 15]) {
      const stop = new AbortController();
      const onProgress = ({ done: now }: Progress): void => {
        if (now >= stopAt) stop.abort();
      };
      const work = { signal: stop.signal, onProgress };
      await expect(lockFile(plain, { name: NAME, password: PASSWORD }, work)).rejects.toThrow();
      expect(stop.signal.aborted).toBe(true);
    }
  });
});

describe('the names of a file with a password', () => {
  const at = new Date(2026, 10, 9, 23, 59);
  it.each([
    [
      'casebook_2026-08-01_to_2026-11-23_evidence.zip',
      'casebook_2026-08-01_to_2026-11-23_evidence_protected.zip',
      NAME,
    ],
    ['casebook-backup_2026-11-23_1402.zip', 'casebook-backup_2026-11-23_1402_protected.zip', NAME],
    [
      'casebook_2026-11-23.part2of3.zip',
      'casebook_2026-11-23_protected.part2of3.zip',
      'casebook.part2of3.zip',
    ],
    ['casebook_2026-11-23.html', 'casebook_2026-11-23_protected.zip', 'casebook.html'],
    ['conversation-pack-acme-2026-11-23.html', 'casebook_2026-11-09_protected.zip', 'casebook.html'],
    ['casebook-loses-invoices-of-acme.eml', 'casebook_2026-11-09_protected.zip', 'casebook.eml'],
  ])('say nothing that was written: %s', (fileName, outer, inner) => {
    expect(lockedNames(fileName, at)).toEqual({ outer, inner });
  });
});

describe('taking in a file with a password', () => {
  it('opens it to the very bytes, and leaves every other file as it is', async () => {
    const plain = plainZip(9_000_000);
    const opened = await unlockZip(await locked(plain), PASSWORD, {});
    expect((await bufferOf(opened)).equals(await bufferOf(plain))).toBe(true);
    const report = await locked(new Blob(['<!doctype html>']), PASSWORD, 'casebook.html');
    for (const other of [plain, new Blob(['no zip']), new Blob([]), report])
      expect(await unlockZip(other, PASSWORD, {})).toBe(other);
  });

  it('says whether the password is wrong or the file was changed', async () => {
    const made = await locked(plainZip());
    expect(await refusalOf(unlockZip(made, 'gabo-mitu-sele', {}))).toBe('wrong-password');
    expect(await refusalOf(unlockZip(made, '', {}))).toBe('wrong-password');
    const bytes = await bufferOf(made);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    expect(await refusalOf(unlockZip(new Blob([bytes]), PASSWORD, {}))).toBe('checksum');
    bytes.write('XX', 0);
    expect(await refusalOf(unlockZip(new Blob([bytes]), PASSWORD, {}))).toBe('damaged');
  });

  it('refuses what claims to be larger than anything Casebook takes, before it reads it', async () => {
    const bytes = await bufferOf(await locked(plainZip()));
    const at = bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    const claims = Buffer.alloc(24);
    claims.writeUInt16LE(1, 0);
    claims.writeUInt16LE(16, 2);
    claims.writeBigUInt64LE(1n << 40n, 4);
    claims.writeBigUInt64LE((1n << 40n) + 28n, 12);
    const names = bytes.readUInt16LE(at + 28);
    const extra = bytes.readUInt16LE(at + 30);
    const end = at + 46 + names + extra;
    const wide = Buffer.concat([bytes.subarray(0, end), claims.subarray(0, 20), bytes.subarray(end)]);
    wide.writeUInt32LE(0xffffffff, at + 20);
    wide.writeUInt32LE(0xffffffff, at + 24);
    wide.writeUInt16LE(extra + 20, at + 30);
    wide.writeUInt32LE(end + 20 - at, wide.length - 10);
    expect(await refusalOf(unlockZip(new Blob([wide]), PASSWORD, {}))).toBe('too-large');
  });
});
