import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireTools, runTool } from '../../support/stock-tools.ts';
import {
  all,
  copied,
  fixSums,
  manifestOf,
  openssl,
  own,
  packOf,
  script,
  seeded,
  ssh,
  sums,
  text,
  throwAway,
} from './pack-support.ts';
import type { Made } from './pack-support.ts';

let pack: Made;

beforeAll(async () => {
  requireTools(['sha256sum', 'ssh-keygen', 'openssl', 'bash', 'sh']);
  pack = await packOf(await seeded(1));
});
afterAll(throwAway);

describe('whoever changes a pack is found out', () => {
  const record = (folder: string): string => all(folder).find((path) => path.startsWith('records/')) ?? '';
  const chain = (folder: string): string => all(folder).find((path) => path.startsWith('chains/')) ?? '';

  it('by one changed byte in any file', () => {
    for (const path of all(pack.folder)) {
      const folder = copied(pack.folder);
      const bytes = readFileSync(join(folder, path));
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(join(folder, path), bytes);
      // What asks for a time stamp is made over the sums: the script knows how it must be.
      const asks = path === 'SHA256SUMS.tsq' ? [script(folder)] : [];
      const found = [sums(folder), ssh(folder), openssl(folder), ...asks].filter(({ code }) => code !== 0);
      expect(found.length, path).toBeGreaterThan(0);
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('by the signature, when the checksums were written anew', () => {
    const folder = copied(pack.folder);
    writeFileSync(join(folder, 'report.md'), text(folder, 'report.md').replace('K', 'X'));
    fixSums(folder);
    expect(sums(folder).code).toBe(0);
    expect(ssh(folder).code).not.toBe(0);
    expect(openssl(folder).code).not.toBe(0);
    expect(script(folder).code).not.toBe(0);
  });

  it('by checksum or signature, when an entry was dropped', () => {
    const folder = copied(pack.folder);
    rmSync(join(folder, record(folder)));
    expect(sums(folder).code).not.toBe(0);
    fixSums(folder);
    expect(sums(folder).code).toBe(0);
    expect(script(folder).code).not.toBe(0);
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ['in another order', ([a = '', b = '', ...rest]) => [b, a, ...rest]],
    ['with a gap', (lines) => lines.filter((_, index) => index !== 2)],
    ['cut off at its end', (lines) => lines.slice(0, -2).concat('')],
  ])('by the chain %s, even if everything else was made to fit', (_, change) => {
    const folder = copied(pack.folder);
    writeFileSync(join(folder, chain(folder)), change(text(folder, chain(folder)).split('\n')).join('\n'));
    fixSums(folder);
    const { code, said } = script(folder);
    expect(code).not.toBe(0);
    expect(said).toMatch(/broken at number|stands where|names another head/);
  });

  it('by the chain, when an entry was rewritten', () => {
    const folder = copied(pack.folder);
    writeFileSync(join(folder, record(folder)), text(folder, record(folder)).replace('2026', '2025'));
    fixSums(folder);
    expect(script(folder).said).toContain('is not the entry that was numbered');
  });

  it('by the signature of another pack', async () => {
    const other = await packOf(await seeded(4));
    const folder = copied(pack.folder);
    for (const name of ['SHA256SUMS.sshsig', 'SHA256SUMS.sig', 'signing-key.pem', 'allowed_signers'])
      cpSync(join(other.folder, name), join(folder, name));
    expect(ssh(folder).code).not.toBe(0);
    expect(openssl(folder).code).not.toBe(0);
    expect(script(folder).code).not.toBe(0);
  });

  it('by the list of files, when one was added: the checksums alone do not see it', () => {
    const folder = copied(pack.folder);
    writeFileSync(join(folder, 'records', 'added.json'), '{}');
    expect(sums(folder).code).toBe(0);
    expect(script(folder)).toMatchObject({ said: expect.stringContaining('added.json') });
    expect(script(folder).code).not.toBe(0);
    const typed =
      text(folder, 'VERIFY.txt')
        .split('\r\n')
        .find((line) => line.includes('diff <(')) ?? '';
    expect(runTool(folder, 'bash', ['-c', typed]).code).toBe(1);
    expect(runTool(pack.folder, 'bash', ['-c', typed])).toEqual({ code: 0, said: '' });
  });

  it('by the command for the chain that VERIFY.txt tells', () => {
    const folder = copied(pack.folder);
    const { ledger, head } = own(folder);
    const typed = (
      text(folder, 'VERIFY.txt')
        .split('\r\n')
        .find((line) => line.includes('BROKEN at')) ?? ''
    )
      .trim()
      .replace('LEDGER', ledger);
    expect(runTool(folder, 'bash', ['-c', typed]).said).toBe(`head ${head}\n`);
    const lines = text(folder, chain(folder)).split('\n');
    lines[1] = (lines[1] ?? '').replace(/^2 ./, '2 f');
    writeFileSync(join(folder, chain(folder)), lines.join('\n'));
    expect(runTool(folder, 'bash', ['-c', typed]).said).toContain('BROKEN at 2');
  });

  it('by another fingerprint, when everything was signed anew with another key', async () => {
    const other = await packOf(await seeded(1));
    expect(script(other.folder).code).toBe(0);
    expect(script(other.folder).said).toContain(manifestOf(other.folder).keyFingerprint);
    expect(manifestOf(other.folder).keyFingerprint).not.toBe(manifestOf(pack.folder).keyFingerprint);
  });
});
