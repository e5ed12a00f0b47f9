import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';
import { createTextParts } from '../../../lib/export/parts/text-parts.ts';
import { readDirectory } from '../../../lib/export/zip/directory.ts';
import { endRecords, localHeader } from '../../../lib/export/zip/records.ts';
import { verifyZip } from '../../../lib/export/zip/verify.ts';
import { createZipRuns } from '../../../lib/export/zip/run.ts';
import { composeZip, isSafePath } from '../../../lib/export/zip/writer.ts';
import type { ZipFile } from '../../../lib/export/zip/writer.ts';
import { exported, makeIssue, realPicture } from './support.ts';
import { withPicture } from '../../support/seed.ts';

function file(path: string, text: string): ZipFile {
  const parts = createTextParts(false);
  parts.write(text);
  return { path, ...parts.end() };
}

async function readBack(blob: Blob): Promise<[string, string][]> {
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false, checkSignature: true });
  const entries = await reader.getEntries();
  const all: [string, string][] = [];
  for (const entry of entries) {
    if (!entry.directory) all.push([entry.filename, await entry.getData(new TextWriter())]);
  }
  await reader.close();
  return all;
}

/** Runs a tool of the system on the archive in a folder of its own. */
async function withFolder<T>(blob: Blob, task: (folder: string, zip: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-zip-'));
  try {
    const zip = join(folder, 'a.zip');
    writeFileSync(zip, new Uint8Array(await blob.arrayBuffer()));
    return task(folder, zip);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function has(tool: string): boolean {
  try {
    execFileSync('which', [tool]);
    return true;
  } catch {
    return false;
  }
}

describe('the zip writer', () => {
  it('writes what another reader reads, whatever is in it', async () => {
    const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/).filter(isSafePath);
    const files = fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'grapheme', maxLength: 200 })), {
      selector: ([path]) => path.toLowerCase(),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const blob = composeZip(given.map(([path, text]) => file(path, text)));
        expect(await readBack(blob)).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same content', async () => {
    const make = async () =>
      new Uint8Array(await composeZip([file('a.txt', 'x'), file('b/c.txt', 'ä')]).arrayBuffer());
    expect(await make()).toEqual(await make());
  });

  it.each(['../x', '/abs', 'C:\\x', 'a\\b', 'a//b', 'a/./b', 'a b', 'ä', '', 'a/', 'nul\0'])(
    'refuses the path %j',
    (path) => {
      expect(isSafePath(path)).toBe(false);
      expect(() => composeZip([file(path, 'x')])).toThrow(/cannot be written/);
    },
  );

  it('refuses the same path twice, also in another case', () => {
    expect(() => composeZip([file('a', ''), file('A', '')])).toThrow(/twice/);
  });

  it('passes beyond 65,535 files by ZIP64', async () => {
    const many = Array.from({ length: 66_000 }, (_, i) => ({
      path: `f/${i}`,
      bytes: 0,
      crc32: 0,
      parts: [],
    }));
    const blob = composeZip(many);
    const found = await readDirectory(blob, 100_000);
    expect(found.ok && found.entries.length).toBe(66_000);
    expect(await verifyZip(blob, many, new Set(['f/0', 'f/65999']))).toEqual({ ok: true });
  }, 30_000);

  it('writes sizes and places beyond 4 GB into the ZIP64 fields', () => {
    const name = new TextEncoder().encode('big');
    const local = new DataView(localHeader({ name, bytes: 5e9, crc32: 1, offset: 0 }).buffer);
    expect(local.getUint32(18, true)).toBe(0xffff_ffff);
    expect(local.getBigUint64(33 + 4, true)).toBe(5_000_000_000n);
    expect(endRecords({ entries: 1, offset: 6e9, bytes: 60 })).toHaveLength(3);
  });

  it('notices when the finished archive is not what was meant', async () => {
    const files = [file('a.txt', 'hello'), file('b.txt', 'world')];
    const bytes = new Uint8Array(await composeZip(files).arrayBuffer());
    const all = new Set(['a.txt', 'b.txt']);
    expect(await verifyZip(new Blob([bytes]), files, all)).toEqual({ ok: true });
    // Every byte of a file's content, and of the record that says where it is.
    for (const at of [14, 35, 36, 37, 38, 39, bytes.length - 6, bytes.length - 10, bytes.length - 14]) {
      const bent = bytes.slice();
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      expect((await verifyZip(new Blob([bent]), files, all)).ok, `byte ${at}`).toBe(false);
    }
    expect((await verifyZip(new Blob([bytes.slice(0, -1)]), files, all)).ok).toBe(false);
    expect((await verifyZip(new Blob([bytes]), [files[0] ?? file('', '')], all)).ok).toBe(false);
  });
});

describe('small files that lie together', () => {
  const texts = Array.from({ length: 900 }, (_, n) => [`r/${n}.json`, `${n} ${'ä'.repeat(n)}`] as const);

  function runs(): (ZipFile & { n: number })[] {
    const made = createZipRuns<{ n: number }>();
    for (const [n, [path, text]] of texts.entries()) {
      const bytes = new TextEncoder().encode(text);
      made.add(path, bytes, crc32(bytes), { n });
    }
    return made.end();
  }

  const alone = (): ZipFile[] => texts.map(([path, text]) => file(path, text));
  const bytesOf = async (files: readonly ZipFile[]) => Buffer.from(await composeZip(files).arrayBuffer());

  it('give the archive that they give one by one', async () => {
    const files = runs();
    expect(files.map(({ n }) => n)).toEqual(texts.map((_, n) => n));
    expect(files[1]?.run).toBe(files[0]?.run);
    expect((await bytesOf(files)).equals(await bytesOf(alone()))).toBe(true);
  });

  it('give it also torn apart, put between others, or in another order', async () => {
    const [files, others] = [runs(), alone()];
    const cut = <T>(list: readonly T[]) =>
      [list.slice(0, 100), list.slice(100, 700), list.slice(700)] as const;
    for (const [index, some] of cut(files).entries())
      expect((await bytesOf(some)).equals(await bytesOf(cut(others)[index] ?? []))).toBe(true);
    const between = (list: readonly ZipFile[]) => [...list.slice(0, 5), file('x', 'y'), ...list.slice(5)];
    expect((await bytesOf(between(files))).equals(await bytesOf(between(others)))).toBe(true);
    const turned = (list: readonly ZipFile[]) => list.toReversed();
    expect((await bytesOf(turned(files))).equals(await bytesOf(turned(others)))).toBe(true);
  });
});

describe('the ZIP export', () => {
  it('holds every format, the pictures, the schema and sums that the tools of any system accept', async () => {
    const picture = realPicture(1, 5000);
    const issues = [makeIssue(1, {}, [], { body: withPicture(1, picture).body }), makeIssue(2)];
    const result = await exported(issues, ['zip'], { pictures: [picture] });
    if (!result.ok) throw new Error(result.code);
    expect(result.fileName).toBe('casebook_2026-01-05.zip');
    const names = (await readBack(result.blob)).map(([name]) => name);
    expect(names).toEqual([
      'README.txt',
      'report.html',
      'report.md',
      'issues.csv',
      'issues-raw.csv',
      'issues.json',
      'requests.har',
      'schema/casebook-export-1.schema.json',
      'pictures/K7-0001-1.png',
      'SHA256SUMS',
    ]);
    if (!has('unzip')) return;
    await withFolder(result.blob, (folder, zip) => {
      expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
      execFileSync('unzip', ['-q', zip, '-d', folder]);
      expect(
        execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' }),
      ).not.toContain('FAILED');
      const html = readFileSync(join(folder, 'report.html'), 'utf8');
      expect(html).toContain("img-src 'self' data:");
      expect(html).toContain('src="pictures/K7-0001-1.png"');
    });
  });

  it('keeps pictures of two issues with the same key apart', async () => {
    const one = realPicture(1);
    const two = realPicture(2);
    const issues = [
      { ...makeIssue(1, {}, [], { body: withPicture(1, one).body }), key: 'K7-0001' },
      { ...makeIssue(2, {}, [], { body: withPicture(2, two).body }), key: 'K7-0001' },
    ];
    const result = await exported(issues, ['zip'], { pictures: [one, two] });
    expect(result).toMatchObject({ ok: true, pictures: 2 });
  });
});
