import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENESIS_LINK, nextLink, sha256Hex, verifyChain } from '../../../../lib/domain/ledger/chain.ts';
import type { ChainLine } from '../../../../lib/domain/ledger/chain.ts';

const node = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(length: number): ChainLine[] {
  const lines: ChainLine[] = [];
  for (let n = 1; n <= length; n += 1) {
    const sha256 = sha256Hex(`entry ${n}`);
    lines.push({ n, sha256, link: nextLink(lines.at(-1)?.link ?? GENESIS_LINK, n, sha256) });
  }
  return lines;
}

describe('the chain', () => {
  it('hashes like sha256sum', () => {
    expect(sha256Hex('abc')).toBe(node('abc'));
    expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(node('abc'));
  });

  it('links as the documents say, so that coreutils can follow it', () => {
    expect(nextLink(GENESIS_LINK, 1, node('x'))).toBe(node(`${'0'.repeat(64)} 1 ${node('x')}\n`));
  });

  it('verifies when it is whole, and tells its head', () => {
    const lines = chainOf(50);
    expect(verifyChain(lines)).toEqual({ ok: true, head: lines.at(-1)?.link, length: 50 });
    expect(verifyChain([])).toEqual({ ok: true, head: GENESIS_LINK, length: 0 });
  });

  it('breaks where a hash or a link was changed, a line is missing, doubled or moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.nat(),
        fc.constantFrom('sha256', 'link', 'drop', 'double', 'swap'),
        (length, at, how) => {
          const lines = chainOf(length);
          const i = at % (length - 1);
          const line = lines[i];
          const next = lines[i + 1];
          if (line === undefined || next === undefined) return;
          const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
          if (how === 'sha256') lines[i] = { ...line, sha256: flipped(line.sha256) };
          if (how === 'link') lines[i] = { ...line, link: flipped(line.link) };
          if (how === 'drop') lines.splice(i, 1);
          if (how === 'double') lines.splice(i, 0, line);
          if (how === 'swap') lines.splice(i, 2, next, line);
          expect(verifyChain(lines)).toEqual({ ok: false, brokenAt: how === 'double' ? i + 2 : i + 1 });
        },
      ),
    );
  });
});
