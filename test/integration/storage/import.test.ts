import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { describe, expect, it } from 'vitest';
import { erasedEntry } from '../../../lib/domain/ledger/entry.ts';
import type { ImportLine } from '../../../lib/storage/types/import.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import {
  bulkSeed,
  makeCapture,
  makeDescription,
  seedIssueId,
  seedPicture,
  withPicture,
} from '../../support/seed.ts';

async function filled(seed: number, count = 60): Promise<Store> {
  const store = testProfile(seed).store();
  await bulkSeed(store, count, { pictures: 3, from: seed * 1000 });
  return store;
}

describe('import', () => {
  it('restores a backup into an empty log: every entry, picture and row', async () => {
    const from = await filled(1);
    const { lines, pictures } = await backupOf(from);
    const to = testProfile(2).store();
    const source = sourceOf(lines, pictures);
    const dry = ok(await to.inspectLedgers(source));
    expect(dry).toMatchObject({
      entries: lines.length,
      added: lines.length,
      identical: 0,
      newIssues: 60,
      pictures: 3,
      pictureBytes: 3 * 2048,
    });
    expect((await to.counts()).all).toBe(0);

    const done = ok(await to.importLedgers(source));
    expect(done).toMatchObject({ added: lines.length, missingPictures: 0 });
    const own = await from.own();
    expect(await to.entries(own.ledger, 1, own.n)).toEqual(await from.entries(own.ledger, 1, own.n));
    expect((await to.counts()).all).toBe((await from.counts()).all);
    expect((await to.counts()).sinceBackup).toBe(0);
    const ids = Array.from({ length: 60 }, (_, i) => seedIssueId(1000 + i));
    const plain = async (store: Store) => (await store.rowsOf(ids)).map((row) => row && { ...row, row: 0 });
    expect(await plain(to)).toEqual(await plain(from));
    for (const sha256 of pictures.keys()) expect(await to.picture(sha256)).toMatchObject({ sha256 });
    expect(await to.verify()).toMatchObject({ ok: true });
    expect((await to.ledgers()).find(({ ledger }) => ledger === own.ledger)?.own).toBe(false);
    const search = await to.search(
      { scope: 'log', sort: 'newest' },
      ['example'],
      new AbortController().signal,
      () => undefined,
    );
    expect(search.rows).toHaveLength(60);
  });

  it('merges logs, skips what is already there, and does nothing the second time', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const { lines, pictures } = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(lines, pictures)));
    expect((await mine.counts()).all).toBe(120);
    const n = (await mine.own()).n;
    const again = ok(await mine.importLedgers(sourceOf(lines, pictures)));
    expect(again).toMatchObject({ added: 0, identical: lines.length });
    expect((await mine.own()).n).toBe(n);
    ok(await theirs.append(makeDescription(2000)));
    const more = await backupOf(theirs);
    expect(ok(await mine.importLedgers(sourceOf(more.lines))).added).toBe(1);
    expect(await mine.verify()).toMatchObject({ ok: true });
  });

  it('loses no append made meanwhile', async () => {
    const [mine, theirs] = [await filled(1), await filled(2, 300)];
    const { lines, pictures } = await backupOf(theirs);
    const appended: Promise<unknown>[] = [];
    let next = 5000;
    ok(
      await mine.importLedgers(sourceOf(lines, pictures), {
        onProgress: () => {
          appended.push(mine.append(makeCapture(next)).then(ok));
          next += 1;
        },
      }),
    );
    await Promise.all(appended);
    expect(next).toBeGreaterThan(5005);
    expect((await mine.counts()).all).toBe(360 + (next - 5000));
    expect(await mine.keys({ scope: 'log', sort: 'newest' })).toHaveLength(360 + (next - 5000));
    expect(await mine.verify()).toMatchObject({ ok: true });
  });

  it('refuses an altered, reordered, dropped or contradicting line, and leaves everything as it was', async () => {
    const mine = await filled(1);
    const { lines } = await backupOf(await filled(2));
    const at = 7;
    const line = lines[at];
    if (line === undefined || !('json' in line)) throw new Error('The line to alter must be readable.');
    const altered = lines.with(at, { ...line, json: line.json.replace('"us"', '"provider"') });
    const spaced = lines.with(at, { ...line, json: `${line.json} ` });
    const dropped = lines.toSpliced(at, 1);
    const swapped = lines.with(at, lines[at + 1] ?? line).with(at + 1, line);
    const before = [await mine.counts(), await mine.own(), await mine.ledgers()];
    for (const bad of [altered, spaced, dropped, swapped]) {
      expect(await mine.inspectLedgers(sourceOf(bad))).toMatchObject({
        ok: false,
        code: /broken-chain|invalid/,
        ledger: line.ledger,
      });
      expect(await mine.importLedgers(sourceOf(bad))).toMatchObject({ ok: false });
    }
    expect([await mine.counts(), await mine.own(), await mine.ledgers()]).toEqual(before);

    // The same ledger, continued differently: a copied profile.
    const profile = testProfile(9);
    const first = profile.store();
    ok(await first.append(makeCapture(1)));
    const copy = await backupOf(first);
    const reader = testProfile(10).store();
    ok(await reader.importLedgers(sourceOf(copy.lines)));
    const forged = testProfile(9).store();
    ok(await forged.append(makeCapture(2)));
    const other = await backupOf(forged);
    expect(await reader.importLedgers(sourceOf(other.lines))).toMatchObject({
      ok: false,
      code: 'conflict',
      n: 2,
    });
  });

  it('imports nothing when it is cancelled, and clears up', async () => {
    const mine = await filled(1);
    const { lines, pictures } = await backupOf(await filled(2));
    const stop = new AbortController();
    const result = await mine.importLedgers(sourceOf(lines, pictures), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(result).toEqual({ ok: false, code: 'cancelled' });
    expect((await mine.counts()).all).toBe(60);
    expect(await mine.ledgers()).toHaveLength(1);
    for (const sha256 of pictures.keys()) expect(await mine.picture(sha256)).toEqual({ missing: true });
    expect(ok(await mine.importLedgers(sourceOf(lines, pictures))).added).toBe(lines.length);
  });

  it('says which pictures the file lacks and keeps the entries', async () => {
    const mine = testProfile(3).store();
    const { lines } = await backupOf(await filled(2, 5));
    expect(ok(await mine.importLedgers(sourceOf(lines))).missingPictures).toBe(3);
    expect((await mine.counts()).all).toBe(5);
  });

  it('lets an erasure win, whichever side comes first', async () => {
    const theirs = testProfile(2).store();
    const picture = seedPicture(1);
    ok(await theirs.append(withPicture(1, picture), { blobs: [picture] }));
    ok(await theirs.append(makeCapture(2)));
    const full = await backupOf(theirs);
    ok(await theirs.purge([seedIssueId(1)]));
    const purged = await backupOf(theirs);

    const late = testProfile(3).store();
    ok(await late.importLedgers(sourceOf(full.lines, full.pictures)));
    expect((await late.counts()).all).toBe(2);
    expect(ok(await late.inspectLedgers(sourceOf(purged.lines))).erased).toBe(1);
    expect(ok(await late.importLedgers(sourceOf(purged.lines))).erased).toBe(1);
    expect(await late.issue(seedIssueId(1))).toBeNull();
    expect((await late.counts()).all).toBe(1);
    expect(await late.picture(picture.sha256)).toEqual({ missing: true });

    const early = testProfile(4).store();
    ok(await early.importLedgers(sourceOf(purged.lines)));
    ok(await early.importLedgers(sourceOf(full.lines, full.pictures)));
    expect((await early.counts()).all).toBe(1);
    expect(await early.issue(seedIssueId(1))).toBeNull();
  });

  it('does not let a stranger erase what is here', async () => {
    const mine = await filled(1, 5);
    const own = await mine.own();
    const stranger = testProfile(6).store();
    const { kind: _k, body: _b, issueId: _i, ...frame } = makeCapture(1);
    ok(await stranger.append({ ...frame, kind: 'entry.erased', body: { ledger: own.ledger, n: 2 } }));
    ok(await mine.importLedgers(sourceOf((await backupOf(stranger)).lines)));
    expect((await mine.entries(own.ledger, 2, 1))[0]?.json).not.toBeNull();
    // Nor by claiming in a copy of my own ledger that the lines are erased already.
    const { lines } = await backupOf(mine);
    const claimed = await Promise.all(
      lines.map(async (line): Promise<ImportLine> => {
        if (!('json' in line) || line.ledger !== own.ledger) return line;
        const [stored] = await mine.entries(own.ledger, line.n, 1);
        const { json: _json, sha256: _sha, link: _link, ...facts } = stored ?? {};
        const { json: _text, ...place } = line;
        return { ...place, erased: erasedEntry.parse({ ...facts, erased: true }) };
      }),
    );
    ok(await mine.importLedgers(sourceOf(claimed)));
    expect((await mine.counts()).all).toBe(5);
    expect((await mine.entries(own.ledger, 2, 1))[0]?.json).not.toBeNull();
  });

  it('begins a new ledger when the file knows more of mine than the database does', async () => {
    const ahead = testProfile(5).store();
    ok(await ahead.append(makeCapture(1)));
    ok(await ahead.append(makeCapture(2)));
    const { lines } = await backupOf(ahead);
    // The same profile, put back to an earlier day: same clock, same dice, fewer entries.
    const behind = testProfile(5).store();
    ok(await behind.append(makeCapture(1)));
    const old = await behind.own();
    expect(old.ledger).toBe((await ahead.own()).ledger);
    expect(ok(await behind.importLedgers(sourceOf(lines))).added).toBe(1);
    const own = await behind.own();
    expect(own.ledger).not.toBe(old.ledger);
    expect((await behind.counts()).all).toBe(2);
    ok(await behind.append(makeCapture(3)));
    expect(await behind.verify()).toMatchObject({ ok: true });
  });
});
