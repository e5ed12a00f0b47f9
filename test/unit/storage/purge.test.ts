import { describe, expect, it } from 'vitest';
import {
  bulkSeed,
  makeCapture,
  makeDescription,
  seedCaptureId,
  seedIssueId,
  seedPicture,
  withPicture,
} from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

/** Everything that is stored, as text. */
async function dump(factory: IDBFactory): Promise<string> {
  const { Dexie } = await import('dexie');
  const { IDBKeyRange } = await import('fake-indexeddb');
  const db = await new Dexie('casebook', { indexedDB: factory, IDBKeyRange }).open();
  const parts: string[] = [];
  for (const table of db.tables) for (const row of await table.toArray()) parts.push(JSON.stringify(row));
  db.close();
  return parts.join('\n');
}

describe('purge', () => {
  it('erases every word and byte but keeps number, hash, link, kind and times', async () => {
    const profile = testProfile();
    const store = profile.store();
    const shared = seedPicture(1);
    const single = seedPicture(2);
    ok(await store.append(withPicture(1, shared), { blobs: [shared] }));
    ok(await store.append(withPicture(2, single, { issueId: seedIssueId(1) }), { blobs: [single] }));
    ok(await store.append(withPicture(3, shared), { blobs: [shared] }));
    const { kind: _k, body: _b, ...frame } = makeCapture(1);
    ok(await store.append({ ...frame, kind: 'issue.described', body: { text: 'Geheimnis Quitte' } }));
    ok(
      await store.drafts.put({
        captureId: seedCaptureId(1),
        issueId: seedIssueId(1),
        tabId: 1,
        text: 'Quitte',
        masked: 0,
        savedAt: frame.at,
      }),
    );
    await store.compact();
    expect(await dump(profile.factory)).toMatch(/quitte/i);
    const before = await store.entriesOf([seedIssueId(1)]);

    expect(await store.purge([seedIssueId(1)])).toEqual({ ok: true, entries: 3, pictures: 1 });

    const text = await dump(profile.factory);
    expect(text).not.toMatch(/quitte/i);
    const nonces = before.map((line) => /"nonce":"(\w+)"/.exec(line.json ?? '')?.[1] ?? 'none');
    for (const nonce of nonces) expect(text).not.toContain(nonce);
    const after = (await store.entriesOf([seedIssueId(1)])).filter(({ kind }) => kind !== 'entry.erased');
    expect(after).toEqual(before.map((line) => ({ ...line, json: null })));
    expect(await store.issue(seedIssueId(1))).toBeNull();
    expect(await store.picture(single.sha256)).toEqual({ missing: true });
    expect(await store.picture(shared.sha256)).toMatchObject({ sha256: shared.sha256 });
    expect(await store.counts()).toMatchObject({ all: 1, trash: 0 });
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('lets neither a repeated click nor a late draft bring a purged issue back', async () => {
    const store = testProfile().store();
    ok(await store.append(makeCapture(1)));
    ok(await store.purge([seedIssueId(1)]));
    expect(await store.append(makeCapture(1))).toEqual({ ok: true, entries: [], duplicate: true });
    expect(await store.append(makeDescription(1))).toEqual({ ok: false, code: 'no-such-issue' });
    expect((await store.counts()).all).toBe(0);
  });

  it('leaves the others findable in the same text block', async () => {
    const store = testProfile().store();
    await bulkSeed(store, 300);
    ok(await store.purge([seedIssueId(10), seedIssueId(11)]));
    const result = await store.search(
      { scope: 'log', sort: 'newest' },
      ['example'],
      new AbortController().signal,
      () => undefined,
    );
    expect(result.rows).toHaveLength(298);
    expect((await store.counts()).all).toBe(298);
  });
});
