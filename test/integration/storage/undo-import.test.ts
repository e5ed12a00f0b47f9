import { describe, expect, it } from 'vitest';
import type { Store } from '../../../lib/storage/types/store.ts';
import type { ImportLine } from '../../../lib/storage/types/import.ts';
import { backupOf, shownBy, sourceOf } from '../../support/ledgers.ts';
import { bulkSeed, makeCapture, makeDescription, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import { mergeEntry } from '../../support/again.ts';

async function filled(seed: number, count = 12): Promise<Store> {
  const store = testProfile(seed).store();
  await bulkSeed(store, count, { pictures: 2, from: seed * 1000 });
  return store;
}

/** What somebody hands over who keeps these lines back. */
const withholding = (lines: readonly ImportLine[], keep: (n: number) => boolean): ImportLine[] =>
  lines.map((line) => {
    const { ledger, n, sha256, link } = line;
    return keep(n) ? line : { ledger, n, sha256, link, withheld: true };
  });

async function withoutOwn(store: Store): Promise<unknown> {
  return shownBy(store, new Set([(await store.own()).ledger]));
}

describe('taking an import back', () => {
  it('leaves the log as it was before, says so in the ledger, and lets the same file in again', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const { lines, pictures } = await backupOf(theirs);
    const before = await withoutOwn(mine);
    ok(await mine.importLedgers(sourceOf(lines, pictures), { importId: 'one' }));
    const after = await withoutOwn(mine);
    expect(await mine.imports()).toMatchObject([
      { importId: 'one', entries: lines.length, codes: [(await theirs.own()).code], bar: null },
    ]);
    expect(ok(await mine.undoImport('one'))).toMatchObject({ entries: lines.length, ledgers: 1 });
    expect(await withoutOwn(mine)).toEqual(before);
    for (const sha256 of pictures.keys()) expect(await mine.picture(sha256)).toEqual({ missing: true });
    expect(await mine.imports()).toEqual([]);
    expect(await mine.verify()).toMatchObject({ ok: true });
    const own = await mine.own();
    expect((await mine.entries(own.ledger, own.n, 1))[0]).toMatchObject({ kind: 'import.undone' });
    expect(await mine.undoImport('one')).toMatchObject({ ok: false, code: 'not-undoable' });
    ok(await mine.importLedgers(sourceOf(lines, pictures), { importId: 'two' }));
    expect(await withoutOwn(mine)).toEqual(after);
  });

  it('keeps what was said here meanwhile, and joins it again when the file comes back', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const { lines, pictures } = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(lines, pictures), { importId: 'one' }));
    ok(await mine.append(mergeEntry(2003, 1003)));
    ok(await mine.append(makeDescription(1003)));
    expect((await mine.issue(seedIssueId(1003)))?.occurrences).toHaveLength(2);
    ok(await mine.undoImport('one'));
    expect((await mine.issue(seedIssueId(1003)))?.occurrences).toHaveLength(1);
    expect(await mine.issue(seedIssueId(2003))).toBeNull();
    expect((await mine.counts()).all).toBe(12);
    ok(await mine.append(makeCapture(5000)));
    ok(await mine.importLedgers(sourceOf(lines, pictures)));
    expect((await mine.issue(seedIssueId(1003)))?.occurrences).toHaveLength(2);
    expect((await mine.counts()).all).toBe(24);
    expect(await mine.verify()).toMatchObject({ ok: true });
  });

  it('goes from the last import of a ledger to the first', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const first = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(first.lines, first.pictures), { importId: 'one' }));
    const between = await withoutOwn(mine);
    ok(await theirs.append([makeCapture(2500), makeDescription(2000)]));
    const second = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(second.lines), { importId: 'two' }));
    expect((await mine.imports()).map(({ importId, bar }) => [importId, bar])).toEqual([
      ['two', null],
      ['one', 'later-import'],
    ]);
    expect(await mine.undoImport('one')).toMatchObject({ ok: false, code: 'not-undoable' });
    ok(await mine.undoImport('two'));
    expect(await withoutOwn(mine)).toEqual(between);
    ok(await mine.undoImport('one'));
    expect((await mine.counts()).all).toBe(12);
  });

  it('makes places of entries again that were filled, and removes nothing that came before', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const { lines, pictures } = await backupOf(theirs);
    const pack = withholding(lines, (n) => n < 5 || n % 3 === 0);
    const dry = ok(await mine.importLedgers(sourceOf(pack, pictures), { importId: 'pack' }));
    expect(dry.added + dry.withheld).toBe(lines.length);
    expect(dry.withheld).toBeGreaterThan(3);
    const between = await withoutOwn(mine);
    expect(ok(await mine.inspectLedgers(sourceOf(pack)))).toMatchObject({ added: 0, withheld: 0 });
    expect(ok(await mine.inspectLedgers(sourceOf(lines)))).toMatchObject({
      added: dry.withheld,
      identical: dry.added,
    });
    ok(await mine.importLedgers(sourceOf(lines, pictures), { importId: 'whole' }));
    expect((await mine.counts()).all).toBe(24);
    expect((await mine.imports()).map(({ bar }) => bar)).toEqual([null, 'later-import']);
    ok(await mine.undoImport('whole'));
    expect(await withoutOwn(mine)).toEqual(between);
    expect(await mine.verify()).toMatchObject({ ok: true });
  });

  it('is not offered for a file that brought nothing, and what was erased stays so', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const full = await backupOf(theirs);
    ok(await theirs.purge([seedIssueId(2001)]));
    ok(await mine.importLedgers(sourceOf((await backupOf(theirs)).lines), { importId: 'purged' }));
    ok(await mine.importLedgers(sourceOf(full.lines, full.pictures), { importId: 'older' }));
    expect((await mine.imports()).map(({ importId }) => importId)).toEqual(['purged']);
    expect(await mine.issue(seedIssueId(2001))).toBeNull();
    ok(await mine.undoImport('purged'));
    expect((await mine.counts()).all).toBe(12);
  });

  it('is not offered where the file brought entries of this very log', async () => {
    const ahead = testProfile(5).store();
    ok(await ahead.append(makeCapture(1)));
    ok(await ahead.append(makeCapture(2)));
    const { lines } = await backupOf(ahead);
    const behind = testProfile(5).store();
    ok(await behind.append(makeCapture(1)));
    ok(await behind.importLedgers(sourceOf(lines), { importId: 'mine' }));
    expect(await behind.imports()).toMatchObject([{ bar: 'own-log' }]);
    expect(await behind.undoImport('mine')).toMatchObject({ ok: false, code: 'not-undoable' });
  });

  it('changes nothing when it is stopped', async () => {
    const [mine, theirs] = [await filled(1), await filled(2)];
    const { lines, pictures } = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(lines, pictures), { importId: 'one' }));
    const before = await shownBy(mine);
    const stop = new AbortController();
    stop.abort();
    expect(await mine.undoImport('one', { signal: stop.signal })).toMatchObject({ code: 'cancelled' });
    expect(await shownBy(mine)).toEqual(before);
  });
});

describe('a file that contradicts the log', () => {
  it('is refused with how many entries contradict, and where the first is', async () => {
    const reader = testProfile(10).store();
    const first = testProfile(9).store();
    ok(await first.append([makeCapture(1), makeCapture(2), makeCapture(3)]));
    ok(await reader.importLedgers(sourceOf((await backupOf(first)).lines)));
    const other = testProfile(9).store();
    ok(await other.append([makeCapture(4), makeCapture(5), makeCapture(6)]));
    const before = await shownBy(reader);
    expect(await reader.inspectLedgers(sourceOf((await backupOf(other)).lines))).toMatchObject({
      ok: false,
      code: 'conflict',
      n: 2,
      conflicts: 3,
    });
    expect(await shownBy(reader)).toEqual(before);
  });
});
