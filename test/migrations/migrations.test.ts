import { ok, testProfile, type TestProfile } from '../support/storage.ts';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../lib/domain/ledger/chain.ts';
import { latestVersion, type Migration, MIGRATIONS } from '../../lib/storage/migrations/registry.ts';
import { foldDirectory } from '../../lib/domain/directory/directory.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { DIRECTORY, ERP } from '../support/accounts.ts';
import { againEntry } from '../support/again.ts';
import { bulkSeed, makeCapture, seedIssueId, seedPicture, withPicture } from '../support/seed.ts';
import { type Fixture, freeze, thaw } from './fixture.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);
const fixtureFile = (version: number): URL => new URL(`v${version}.json`, FOLDER);
const fixtureOf = (version: number) => JSON.parse(readFileSync(fixtureFile(version), 'utf8')) as Fixture; // as: written by freeze()

/** A small log with everything in it: pictures, words, trash, a purge, a backup, a draft. */
async function sampleLog(profile: TestProfile): Promise<void> {
  const store = profile.store();
  await bulkSeed(store, 12);
  const picture = { ...seedPicture(1, 64) };
  const sha256 = sha256Hex(new Uint8Array(await picture.blob.arrayBuffer()));
  const stored = { ...picture, sha256 };
  ok(await store.append(withPicture(20, stored), { blobs: [stored] }));
  const { kind: _k, body: _b, issueId: _i, ...frame } = makeCapture(1);
  ok(await store.append({ ...frame, issueId: seedIssueId(2), kind: 'issue.trashed', body: {} }));
  ok(await store.purge([seedIssueId(3)]));
  ok(await store.append({ ...frame, kind: 'backup.made', body: { entries: 30, pictures: 1, bytes: 1000 } }));
  ok(await store.append(makeCapture(21)));
  ok(await store.append(makeCapture(30)));
  ok(await store.append(againEntry(30, 21)));
  ok(
    await store.drafts.put({
      captureId: makeCapture(21).body.captureId,
      issueId: seedIssueId(21),
      tabId: 4,
      text: 'half',
      masked: 0,
      savedAt: frame.at,
    }),
  );
  await withAccounts(store);
  await store.settled();
  store.close();
}

/** A directory, something that happened, a promise, and the accounts made of them. */
async function withAccounts(store: Store): Promise<void> {
  const { kind: _k, body: _b, issueId, ...frame } = makeCapture(21);
  for (const { kind, value } of DIRECTORY)
    ok(await store.append({ ...frame, kind: `${kind}.saved`, body: { value: { ...value } } }));
  const body = { event: 'reported', visibility: 'shared', ticket: 'INC-1' } as const;
  ok(await store.append({ ...frame, kind: 'event', issueId, body }));
  ok(await store.append({ ...frame, kind: 'issue.assigned', issueId, body: { systemId: ERP.id } }));
  const promise = { promiseId: 'p1', owner: 'provider', deliverable: 'A fix', due: frame.at } as const;
  ok(await store.append({ ...frame, kind: 'promise.made', issueId, body: promise }));
  await follow(store);
}

async function follow(store: Store): Promise<void> {
  const directory = foldDirectory(await store.marked('directory'));
  ok(await store.accounts.follow({ directory, asOf: Date.UTC(2026, 11, 1), around: {} }));
}

// `CASEBOOK_FREEZE=1 npx vitest run test/migrations` writes the fixture of a schema that is about to be released.
if (process.env.CASEBOOK_FREEZE !== undefined && !existsSync(fixtureFile(latestVersion(MIGRATIONS)))) {
  const profile = testProfile();
  await sampleLog(profile);
  writeFileSync(fixtureFile(latestVersion(MIGRATIONS)), `${JSON.stringify(await freeze(profile.factory))}\n`);
}

describe('every released schema', () => {
  it('has a number without a gap, and a fixture', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(
      Array.from({ length: MIGRATIONS.length }, (_, i) => i + 1),
    );
    expect(readdirSync(FOLDER).sort()).toEqual(MIGRATIONS.map(({ version }) => `v${version}.json`).sort());
  });

  it.each(MIGRATIONS.map(({ version }) => version))(
    'v%i becomes the present one with every entry, hash and picture',
    async (version) => {
      const fixture = fixtureOf(version);
      const profile = testProfile();
      await thaw(profile.factory, fixture, MIGRATIONS);
      const store = profile.store();
      expect(await store.open()).toEqual({ kind: 'open', loss: null });

      const entries = fixture.tables.entries as { ledger: string; n: number; sha256: string; link: string }[]; // as: our own fixture
      const own = await store.own();
      const lines = await store.entries(own.ledger, 1, 1000);
      expect(lines.map(({ n, sha256, link }) => ({ n, sha256, link }))).toEqual(
        entries.map(({ n, sha256, link }) => ({ n, sha256, link })),
      );
      expect(await store.verify()).toMatchObject({ ok: true, entries: entries.length });
      for (const sha256 of await store.usedPictureHashes()) {
        const picture = await store.picture(sha256);
        expect('blob' in picture && sha256Hex(new Uint8Array(await picture.blob.arrayBuffer()))).toBe(sha256);
      }
      const counts = await store.counts();
      expect(counts).toMatchObject({ all: 12, trash: 1, sinceBackup: 1 });
      expect(
        (await store.page({ scope: 'log', sort: 'newest' }, { limit: 50 })).filter((row) => row !== null),
      ).toHaveLength(12);
      expect((await store.drafts.list())[0]?.text).toBe('half');
      ok(await store.rebuild());
      expect(await store.counts()).toEqual(counts);
      if (version >= 2) expect((await store.issue(seedIssueId(30)))?.id).toBe(seedIssueId(21));
      await follow(store);
      expect(await store.accounts.counts(0)).toMatchObject({
        open: 12,
        waitingProvider: version >= 3 ? 1 : 0,
      });
      ok(await store.append(makeCapture(50)));
    },
  );
});

// The harness proves itself on a next schema that was never released.
const PRESENT = latestVersion(MIGRATIONS);
const next = (upgrade: () => void): readonly Migration[] => [
  ...MIGRATIONS,
  {
    version: PRESENT + 1,
    define: (db) => {
      db.version(PRESENT + 1)
        .stores({ extra: '&id' })
        .upgrade(async (tx) => {
          await tx.table('extra').put({ id: 1 });
          upgrade();
        });
    },
  },
];

async function nativeVersion(profile: TestProfile): Promise<number> {
  const all = await profile.factory.databases();
  return all.find(({ name }) => name === 'casebook')?.version ?? 0;
}

describe('the upgrade from 1 to 2', () => {
  it('that throws leaves a log that can be read', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(1), MIGRATIONS);
    const failing = MIGRATIONS.map(({ version, define }): Migration => ({
      version,
      define: (db) => {
        define(db);
        if (version === 2)
          db.version(2).upgrade(() => {
            throw new TypeError('A migration with a bug.');
          });
      },
    }));
    const store = profile.store({}, failing);
    expect(await store.open()).toEqual({ kind: 'read-only', why: 'upgrade-failed' });
    const [row] = await store.page({ scope: 'log', sort: 'newest' }, { limit: 1 });
    const id = row?.id ?? seedIssueId(1);
    expect(await store.issue(id)).toMatchObject({ id });
    expect((await store.entriesOf([id])).length).toBeGreaterThan(0);
    expect(await store.issueByKey('nothing')).toBeNull();
    expect(await store.suggest(id, 3)).toEqual([]);
  });

  it('lets every issue be suggested that was there before', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(1), MIGRATIONS);
    const store = profile.store();
    await store.open();
    const [row] = await store.page({ scope: 'log', sort: 'oldest' }, { limit: 1 });
    const id = row?.id ?? seedIssueId(1);
    const [first] = (await store.issue(id))?.occurrences ?? [];
    if (first === undefined) throw new Error('The issue has an occurrence.');
    const { page, evidence } = first.body;
    ok(await store.append(makeCapture(90, { body: { page, evidence } })));
    await store.settled();
    expect((await store.suggest(seedIssueId(90), 3)).map(({ issueId }) => issueId)).toContain(id);
  });
});

describe('an upgrade', () => {
  it('runs on the rows of the release before', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(PRESENT), MIGRATIONS);
    const store = profile.store(
      {},
      next(() => undefined),
    );
    expect(await store.open()).toEqual({ kind: 'open', loss: null });
    expect((await store.counts()).all).toBe(12);
    expect(await nativeVersion(profile)).toBe((PRESENT + 1) * 10);
  });

  it('that throws is rolled back: the old data can be read and exported, nothing is written', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(PRESENT), MIGRATIONS);
    const store = profile.store(
      {},
      next(() => {
        throw new TypeError('A migration with a bug.');
      }),
    );
    expect(await store.open()).toEqual({ kind: 'read-only', why: 'upgrade-failed' });
    expect((await store.counts()).all).toBe(12);
    expect(await store.verify()).toMatchObject({ ok: true });
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'upgrade-failed' });
    store.close();
    expect(await nativeVersion(profile)).toBe(PRESENT * 10);
    const before = profile.store();
    expect(await before.open()).toEqual({ kind: 'open', loss: null });
    ok(await before.append(makeCapture(60)));
  });

  it('that an old window blocks says so after a second, refuses captures at once, and goes on by itself', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(PRESENT), MIGRATIONS);
    // A window that does not listen for versionchange.
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = profile.factory.open('casebook');
      request.addEventListener('success', () => resolve(request.result));
    });
    const waits: number[] = [];
    const delay = (ms: number) =>
      ms >= 3000 ? new Promise<void>(() => undefined) : (waits.push(ms), Promise.resolve());
    const store = profile.store(
      { delay },
      next(() => undefined),
    );
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'blocked' });
    expect(store.state()).toEqual({ kind: 'blocked' });
    expect(waits).toEqual([1000]);
    expect(await store.append(makeCapture(1))).toEqual({ ok: false, code: 'blocked' });
    old.close();
    await expect.poll(() => store.state()).toEqual({ kind: 'open', loss: null });
    ok(await store.append(makeCapture(70)));
  });

  it('closes the old windows, which write nothing any more', async () => {
    const profile = testProfile();
    await thaw(profile.factory, fixtureOf(PRESENT), MIGRATIONS);
    const old = profile.store();
    await old.open();
    const fresh = profile.store(
      {},
      next(() => undefined),
    );
    expect(await fresh.open()).toEqual({ kind: 'open', loss: null });
    expect(old.state()).toEqual({ kind: 'closed-by-update' });
    const { n } = await fresh.own();
    for (let i = 80; i < 85; i += 1)
      expect(await old.append(makeCapture(i))).toEqual({ ok: false, code: 'closed' });
    expect((await fresh.own()).n).toBe(n);
    const raw = await new Dexie('casebook', { indexedDB: profile.factory, IDBKeyRange }).open();
    expect(raw.verno).toBe(PRESENT + 1);
    raw.close();
  });
});
