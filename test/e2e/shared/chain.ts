import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { verifyChain } from '../../../lib/domain/ledger/chain.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import { bodyOf, capturesOf, entriesOf, pixelOf } from './records.ts';

/** Every hash and link of the stored ledger fits, and every record is whole: its picture is there and can be drawn. */
export async function expectWholeLog(reader: ExtensionPage): Promise<void> {
  const entries = await entriesOf(reader);
  for (const entry of entries) {
    if (entry.json === null) continue;
    expect(createHash('sha256').update(entry.json).digest('hex'), `entry ${entry.n}`).toBe(entry.sha256);
    expect(bodyOf(entry)).toBeTypeOf('object');
  }
  for (const ledger of new Set(entries.map((entry) => entry.ledger))) {
    const lines = entries.filter((entry) => entry.ledger === ledger).toSorted((a, b) => a.n - b.n);
    expect(verifyChain(lines)).toMatchObject({ ok: true, length: lines.length });
  }
  for (const { picture } of await capturesOf(reader)) {
    if (picture.state !== 'present') continue;
    const { width } = await pixelOf(reader, picture.sha256 ?? '', 0, 0);
    expect(width).toBe(picture.width);
  }
}
