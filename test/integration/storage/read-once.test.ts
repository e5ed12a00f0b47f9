import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { Machine } from '../../../lib/storage/ledger-writer.ts';
import { newLedgerRow, seal } from '../../../lib/storage/ledger-writer.ts';
import { checkedLines } from '../../../lib/storage/check-lines.ts';
import type { ImportLine, ImportSource } from '../../../lib/storage/types/import.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { bulkSeed, makeCapture, makeDescription, seededBytes } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

/** A file that is another one from the second reading on. */
function changing(first: ImportSource, then: ImportSource): ImportSource & { reads(): number } {
  let reads = 0;
  return { ...first, lines: () => ((reads += 1) === 1 ? first : then).lines(), reads: () => reads };
}

async function all(source: ImportSource): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const batch of checkedLines(source)) lines.push(...batch);
  return lines;
}

/** Lines of a ledger of its own, with so many texts of 20,000 characters. */
function longLines(texts: number): ImportLine[] {
  const machine: Machine = {
    now: () => new Date('2026-11-23T14:00:00.000Z'),
    random: seededBytes(7),
    zone: () => 'Europe/Berlin',
  };
  const short = makeDescription(1);
  if (short.kind !== 'issue.described') throw new Error('It must be a description.');
  const described: NewEntry = { ...short, body: { text: 'Nothing works. '.repeat(1330) } };
  const entries = [makeCapture(1), ...Array.from({ length: texts }, () => described)];
  const { head, rows } = seal(machine, newLedgerRow(machine), entries, () => undefined);
  return rows.map(({ n, sha256, link, json }) => ({
    ledger: head.ledger,
    n,
    sha256,
    link,
    json: json ?? '',
  }));
}

describe('the lines of a file', () => {
  it('are read once where they can be kept, so that what was checked is what is taken in', async () => {
    const from = testProfile(1).store();
    await bulkSeed(from, 60);
    const { lines } = await backupOf(from);
    const source = changing(sourceOf(lines), sourceOf(lines.slice(0, 50)));
    const to = testProfile(2).store();
    expect(ok(await to.inspectLedgers(source)).added).toBe(lines.length);
    expect(ok(await to.importLedgers(source)).added).toBe(lines.length);
    expect(source.reads()).toBe(1);
    expect(await to.verify()).toMatchObject({ ok: true });
    expect((await to.counts()).all).toBe(60);
  });

  it('are read again after a reading that did not come to its end', async () => {
    const from = testProfile(1).store();
    await bulkSeed(from, 60);
    const { lines } = await backupOf(from);
    const source = changing(sourceOf(lines.slice(0, 50)), sourceOf(lines));
    for await (const batch of checkedLines(source)) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(await all(source)).toHaveLength(lines.length);
  });

  it.each([
    ['a link is wrong', (line: ImportLine): ImportLine => ({ ...line, link: '0'.repeat(64) })],
    ['one is missing', (line: ImportLine): ImportLine => ({ ...line, n: line.n + 1 })],
  ])('are refused at each reading when %s', async (_, spoil) => {
    const from = testProfile(1).store();
    await bulkSeed(from, 20);
    const { lines } = await backupOf(from);
    const source = sourceOf(lines.map((line, index) => (index === 9 ? spoil(line) : line)));
    for (let time = 0; time < 2; time += 1)
      await expect(all(source)).rejects.toMatchObject({ failure: { code: 'broken-chain' } });
  });

  it(
    'are read again where they are too many to be kept, and another file is not taken in',
    { timeout: 60_000 },
    async () => {
      const lines = longLines(1800);
      const short = longLines(2);
      const to = testProfile(3).store();
      for (const then of [lines.slice(0, 900), short]) {
        const source = changing(sourceOf(lines), sourceOf(then));
        expect(await to.importLedgers(source)).toMatchObject({ ok: false, code: 'aborted' });
        expect(source.reads()).toBe(2);
        expect((await to.counts()).all).toBe(0);
        expect(await to.ledgers()).toHaveLength(1);
      }
    },
  );
});
