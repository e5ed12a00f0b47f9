import { describe, expect, it } from 'vitest';
import { erasedEntry } from '../../../lib/domain/ledger/entry.ts';
import type { ImportLine, ImportSource } from '../../../lib/storage/types/import.ts';
import type { StoredBlob } from '../../../lib/storage/types/picture.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import {
  addedFile,
  addedPicture,
  evidenceSaid,
  originalRemoved,
  seedEvidenceId,
  seedFile,
} from '../../support/evidence.ts';
import { makeCapture, seedCaptureId, seedIssueId, seedPicture, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const gone = { missing: true };

async function stored(store: Store, blob: StoredBlob): Promise<boolean> {
  return 'blob' in (await store.picture(blob.sha256));
}

/** What a backup holds; of these ledgers only, where some are named. */
async function sourceOf(store: Store, ledgers?: readonly string[]): Promise<ImportSource> {
  const lines: ImportLine[] = [];
  for (const { ledger, n } of await store.ledgers()) {
    if (ledgers !== undefined && !ledgers.includes(ledger)) continue;
    for (const line of await store.entries(ledger, 1, n)) {
      const { sha256, link, json, ...facts } = line;
      const place = { ledger, n: line.n, sha256, link };
      lines.push(
        json === null
          ? { ...place, erased: erasedEntry.parse({ ...facts, erased: true }) }
          : { ...place, json },
      );
    }
  }
  const blobs = new Map<string, StoredBlob>();
  for (const sha256 of await store.usedPictureHashes()) {
    const found = await store.picture(sha256);
    if ('blob' in found) blobs.set(sha256, found);
  }
  return {
    lines: async function* pages() {
      for (let i = 0; i < lines.length; i += 3) yield await Promise.resolve(lines.slice(i, i + 3));
    },
    picture: (sha256) => Promise.resolve(blobs.get(sha256) ?? null),
  };
}

/** An issue with the picture of its click, one picture and one file added later. */
async function withEvidence(seed = 1) {
  const profile = testProfile(seed);
  const store = profile.store();
  const [click, added, file] = [seedPicture(1), seedPicture(2), seedFile(3)];
  ok(await store.append(withPicture(1, click), { blobs: [click] }));
  ok(await store.append([addedPicture(1, 1, added), addedFile(1, 2, file)], { blobs: [added, file] }));
  return { profile, store, click, added, file };
}

describe('added evidence', () => {
  it('is kept with its bytes and shown with the issue', async () => {
    const { store, click, added, file } = await withEvidence();
    const issue = await store.issue(seedIssueId(1));
    expect(issue?.pictures.map(({ picture }) => picture.sha256)).toEqual([click.sha256, added.sha256]);
    expect(issue?.files.map(({ file: { name, sha256 } }) => [name, sha256])).toEqual([
      ['log.txt', file.sha256],
    ]);
    expect(await store.picture(file.sha256)).toMatchObject({ bytes: 700, mime: 'application/octet-stream' });
    expect(new Set(await store.usedPictureHashes())).toEqual(
      new Set([click.sha256, added.sha256, file.sha256]),
    );
  });

  it('keeps the bytes of what was taken off, so that it can be put back', async () => {
    const { store, added } = await withEvidence();
    ok(await store.append(evidenceSaid('evidence.removed', 1, 1)));
    expect((await store.issue(seedIssueId(1)))?.pictures).toHaveLength(1);
    expect(await stored(store, added)).toBe(true);
    ok(await store.append(evidenceSaid('evidence.restored', 1, 1)));
    expect((await store.issue(seedIssueId(1)))?.pictures).toHaveLength(2);
  });

  it('goes with its issue when that is purged, unless another issue has the same bytes', async () => {
    const { store, added, file, click } = await withEvidence();
    ok(await store.append([makeCapture(2), addedFile(2, 9, file)]));
    expect(ok(await store.purge([seedIssueId(1)]))).toMatchObject({ pictures: 2 });
    expect([await stored(store, click), await stored(store, added), await stored(store, file)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is refused for an issue that was purged, and leaves no bytes behind', async () => {
    const { store } = await withEvidence();
    ok(await store.purge([seedIssueId(1)]));
    const late = seedFile(8);
    expect(await store.append(addedFile(1, 8, late), { blobs: [late] })).toEqual({
      ok: false,
      code: 'no-such-issue',
    });
    expect(await store.picture(late.sha256)).toEqual(gone);
  });

  it('comes along in a backup and a restore', async () => {
    const { store, click, added, file } = await withEvidence();
    const to = testProfile(2).store();
    const source = await sourceOf(store);
    expect(ok(await to.inspectLedgers(source))).toMatchObject({ pictures: 3, pictureBytes: 2048 * 2 + 700 });
    expect(ok(await to.importLedgers(source))).toMatchObject({ missingPictures: 0 });
    for (const blob of [click, added, file]) expect(await stored(to, blob)).toBe(true);
    expect(await to.issue(seedIssueId(1))).toEqual(await store.issue(seedIssueId(1)));
    ok(await to.rebuild());
    expect((await to.issue(seedIssueId(1)))?.files).toHaveLength(1);
  });
});

describe('an original that is removed', () => {
  it('loses its bytes in the same transaction, and its replacement is shown', async () => {
    const { store, click, added } = await withEvidence();
    const [first, second] = [seedPicture(11), seedPicture(12)];
    ok(await store.append(originalRemoved(1, seedCaptureId(1), click, first), { blobs: [first] }));
    ok(await store.append(originalRemoved(1, seedEvidenceId(1), added, second), { blobs: [second] }));
    for (const blob of [click, added]) expect(await store.picture(blob.sha256)).toEqual(gone);
    const issue = await store.issue(seedIssueId(1));
    expect(issue?.pictures.map(({ picture }) => picture.sha256)).toEqual([first.sha256, second.sha256]);
    expect(issue?.pictures.map(({ removedOriginal }) => removedOriginal)).toEqual([
      click.sha256,
      added.sha256,
    ]);
    expect(await store.usedPictureHashes()).not.toContain(click.sha256);
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('takes the former replacement away too when that is replaced', async () => {
    const { store, click } = await withEvidence();
    const [first, second] = [seedPicture(11), seedPicture(12)];
    ok(await store.append(originalRemoved(1, seedCaptureId(1), click, first), { blobs: [first] }));
    ok(await store.append(originalRemoved(1, seedCaptureId(1), first, second), { blobs: [second] }));
    expect([await stored(store, first), await stored(store, second)]).toEqual([false, true]);
  });

  it('keeps bytes that another picture still needs', async () => {
    const { store, click } = await withEvidence();
    ok(await store.append(withPicture(2, click), { blobs: [click] }));
    ok(await store.append(addedPicture(1, 5, click), { blobs: [click] }));
    const burnt = seedPicture(11);
    ok(await store.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    expect(await stored(store, click)).toBe(true);
    ok(await store.append(originalRemoved(1, seedEvidenceId(5), click, burnt)));
    expect(await stored(store, click)).toBe(true);
    ok(await store.append(originalRemoved(2, seedCaptureId(2), click, burnt)));
    expect(await stored(store, click)).toBe(false);
  });

  it('stays when there is nothing to show instead', async () => {
    const { store, click } = await withEvidence();
    const burnt = seedPicture(11);
    expect(await store.append(originalRemoved(1, seedCaptureId(1), click, burnt))).toEqual({
      ok: false,
      code: 'invalid',
      paths: ['replacement'],
    });
    expect(await stored(store, click)).toBe(true);
  });

  it('is not missed by a backup, an import or a rebuild', async () => {
    const { store, click } = await withEvidence();
    const burnt = seedPicture(11);
    ok(await store.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    const to = testProfile(2).store();
    const source = await sourceOf(store);
    expect(ok(await to.inspectLedgers(source))).toMatchObject({ pictures: 3 });
    expect(ok(await to.importLedgers(source))).toMatchObject({ missingPictures: 0 });
    expect(await to.usedPictureHashes()).toEqual(await store.usedPictureHashes());
    expect(await to.issue(seedIssueId(1))).toEqual(await store.issue(seedIssueId(1)));
    ok(await to.rebuild());
    expect(await to.usedPictureHashes()).not.toContain(click.sha256);
  });

  it('goes here too when the log of the colleague who owns it says so later', async () => {
    const { store: theirs, click } = await withEvidence(2);
    const mine = testProfile(1).store();
    ok(await mine.importLedgers(await sourceOf(theirs)));
    expect(await stored(mine, click)).toBe(true);
    const burnt = seedPicture(11);
    ok(await theirs.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    ok(await mine.importLedgers(await sourceOf(theirs)));
    expect([await stored(mine, click), await stored(mine, burnt)]).toEqual([false, true]);
  });

  it('keeps my bytes when somebody else says that my original is removed', async () => {
    const { store: mine, click } = await withEvidence(1);
    const theirs = testProfile(2).store();
    ok(await theirs.importLedgers(await sourceOf(mine)));
    const burnt = seedPicture(11);
    ok(await theirs.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    ok(await mine.importLedgers(await sourceOf(theirs)));
    expect(await stored(mine, click)).toBe(true);
    expect((await mine.issue(seedIssueId(1)))?.pictures[0]?.removedOriginal).toBe(click.sha256);
  });

  it('is not brought back by the line that named it, whichever of the two comes first', async () => {
    const { store: theirs, click } = await withEvidence(2);
    const { ledger } = await theirs.own();
    const old = await sourceOf(theirs);
    const mine = testProfile(1).store();
    ok(await mine.importLedgers(await sourceOf(theirs)));
    const burnt = seedPicture(11);
    ok(await mine.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    expect(await stored(mine, click)).toBe(false);
    // My ledger alone reaches a third profile before theirs does.
    const third = testProfile(3).store();
    ok(await third.importLedgers(await sourceOf(mine, [(await mine.own()).ledger])));
    expect(ok(await third.importLedgers(old))).toMatchObject({ missingPictures: 0 });
    expect(await stored(third, click)).toBe(false);
    expect((await third.ledgers()).some((head) => head.ledger === ledger)).toBe(true);
  });

  it('leaves no trace of its hash in the indexes once the issue is purged', async () => {
    const { store, click } = await withEvidence();
    const burnt = seedPicture(11);
    ok(await store.append(originalRemoved(1, seedCaptureId(1), click, burnt), { blobs: [burnt] }));
    ok(await store.purge([seedIssueId(1)]));
    expect(await store.usedPictureHashes()).toEqual([]);
    expect(await stored(store, burnt)).toBe(false);
  });
});
