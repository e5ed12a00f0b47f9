import { describe, expect, it } from 'vitest';
import { nextLink, sha256Hex } from '../../../lib/domain/ledger/chain.ts';
import {
  makeCapture,
  makeDescription,
  seedCaptureId,
  seedIssueId,
  seedPicture,
  withPicture,
} from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

describe('append', () => {
  it('starts the ledger with an entry of its own', async () => {
    const store = testProfile().store();
    expect(await store.open()).toEqual({ kind: 'open', loss: null });
    const own = await store.own();
    expect(own.n).toBe(1);
    const [first] = await store.entries(own.ledger, 1, 10);
    expect(first?.kind).toBe('ledger.started');
  });

  it('puts a capture, its picture, row, text and counters on disk together', async () => {
    const store = testProfile().store();
    const picture = seedPicture(1);
    const result = ok(await store.append(withPicture(1, picture), { blobs: [picture] }));
    expect(result.duplicate).toBe(false);
    const [entry] = result.entries;
    expect(entry?.kind === 'occurrence.captured' && entry.body.key).toMatch(/^[A-Z]\d-0001$/);
    expect(await store.counts()).toMatchObject({
      all: 1,
      trash: 0,
      needsDetails: 1,
      sinceBackup: 1,
      lastBackup: null,
    });
    const [row] = await store.page({ scope: 'log', sort: 'newest' }, { limit: 10 });
    expect(row?.id).toBe(seedIssueId(1));
    const stored = await store.picture(picture.sha256);
    expect('blob' in stored && new Uint8Array(await stored.blob.arrayBuffer())).toEqual(
      new Uint8Array(await picture.blob.arrayBuffer()),
    );
    expect(await store.usedPictureHashes()).toEqual([picture.sha256]);
    const issue = await store.issue(seedIssueId(1));
    expect(issue?.occurrences).toHaveLength(1);
    expect((await store.issueByKey(row?.key ?? ''))?.id).toBe(seedIssueId(1));
    expect(await store.issueOfCapture(seedCaptureId(1))).toBe(seedIssueId(1));
  });

  it('links every entry to the one before and hashes exactly the stored text', async () => {
    const store = testProfile().store();
    for (let i = 0; i < 5; i += 1) ok(await store.append(makeCapture(i)));
    const own = await store.own();
    const lines = await store.entries(own.ledger, 1, 100);
    let link = '0'.repeat(64);
    for (const line of lines) {
      expect(sha256Hex(line.json ?? '')).toBe(line.sha256);
      link = nextLink(link, line.n, line.sha256);
      expect(line.link).toBe(link);
    }
    expect(own.link).toBe(link);
    expect(await store.verify()).toMatchObject({ ok: true, entries: 6 });
  });

  it('records a repeated click once and answers with the first entry', async () => {
    const store = testProfile().store();
    const results = await Promise.all(Array.from({ length: 10 }, () => store.append(makeCapture(3))));
    expect(results.filter((result) => ok(result).duplicate)).toHaveLength(9);
    expect(new Set(results.map((result) => ok(result).entries[0]?.id)).size).toBe(1);
    expect((await store.counts()).all).toBe(1);
    expect((await store.own()).n).toBe(2);
  });

  it('keeps the key of an issue and gives the next number to the next issue', async () => {
    const store = testProfile().store();
    const keys: string[] = [];
    for (const capture of [makeCapture(1), makeCapture(2, { issueId: seedIssueId(1) }), makeCapture(3)]) {
      const [entry] = ok(await store.append(capture)).entries;
      if (entry?.kind === 'occurrence.captured') keys.push(entry.body.key.slice(3));
    }
    expect(keys).toEqual(['0001', '0001', '0002']);
  });

  it('removes the pending row and the draft in the same transaction', async () => {
    const store = testProfile().store();
    const captureId = seedCaptureId(1);
    const at = '2026-11-23T14:00:00.000Z';
    ok(await store.pending.put({ captureId, startedAt: at, data: { any: 'thing' } }));
    ok(
      await store.drafts.put({
        captureId,
        issueId: seedIssueId(1),
        tabId: 7,
        text: 'half a',
        masked: 0,
        savedAt: at,
      }),
    );
    expect((await store.drafts.byTab(7))?.text).toBe('half a');
    ok(await store.append(makeCapture(1), { clear: { pending: captureId, draft: captureId } }));
    expect(await store.pending.list()).toEqual([]);
    expect(await store.drafts.list()).toEqual([]);
  });

  it('does not take a draft that was never written for a damaged one', async () => {
    const store = testProfile().store();
    expect(await store.drafts.get(seedCaptureId(999))).toBeNull();
    await store.settled();
    expect((await store.health()).quarantined).toBe(0);
  });

  it('writes down that the clock went back, and goes on', async () => {
    const profile = testProfile();
    const store = profile.store();
    ok(await store.append(makeCapture(1)));
    profile.clock.ms -= 3_600_000;
    const result = ok(await store.append(makeCapture(2)));
    expect(result.entries.map(({ kind }) => kind)).toEqual(['clock.jumped', 'occurrence.captured']);
    ok(await store.append(makeCapture(3)));
    expect((await store.own()).n).toBe(5);
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('refuses words about an issue that is not there', async () => {
    const store = testProfile().store();
    expect(await store.append(makeDescription(4))).toEqual({ ok: false, code: 'no-such-issue' });
    expect((await store.own()).n).toBe(1);
  });

  it('refuses an invalid entry without a trace and without repeating its words', async () => {
    const store = testProfile().store();
    const bad = makeCapture(1, { body: { masked: { total: -5, rules: {} }, via: 'popup' } });
    const result = await store.append([makeCapture(2), bad]);
    expect(result).toMatchObject({ ok: false, code: 'invalid' });
    expect((await store.own()).n).toBe(1);
    expect((await store.counts()).all).toBe(0);
  });

  it('counts issues since the last backup', async () => {
    const store = testProfile().store();
    for (let i = 0; i < 3; i += 1) ok(await store.append(makeCapture(i)));
    const { kind: _kind, issueId: _issueId, body: _body, ...frame } = makeCapture(9);
    ok(await store.append({ ...frame, kind: 'backup.made', body: { entries: 4, pictures: 0, bytes: 99 } }));
    expect(await store.counts()).toMatchObject({
      all: 3,
      sinceBackup: 0,
      lastBackup: { at: frame.at, entries: 4, bytes: 99 },
    });
    ok(await store.append(makeCapture(4)));
    ok(await store.append(makeDescription(1)));
    expect((await store.counts()).sinceBackup).toBe(1);
  });
});
