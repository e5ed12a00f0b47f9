import { afterEach, describe, expect, it } from 'vitest';
import { createLogService } from '../../../lib/app/log/log-service.ts';
import { EVERYTHING, viewOf } from '../../../lib/app/log/log-filter.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { bulkSeed, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

async function open(count: number) {
  const profile = testProfile(7);
  const store = profile.store();
  stores.push(store);
  await bulkSeed(store, count, { described: false });
  const log = createLogService({
    store,
    now: () => new Date((profile.clock.ms += 1000)),
    zone: () => 'Europe/Berlin',
    scrub: (text) =>
      Promise.resolve({
        value: text.replaceAll('hunter2', '⟨masked⟩'),
        masked: text.includes('hunter2') ? 1 : 0,
      }),
  });
  return { store, log };
}

const VIEW = viewOf(EVERYTHING, new Date());
const TRASH = viewOf({ ...EVERYTHING, scope: 'trash' }, new Date());
const work = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

describe('editing', () => {
  it('keeps what was described before in the history, and brings it back with undo', async () => {
    const { log } = await open(1);
    const id = seedIssueId(0);
    ok(await log.edit.describe(id, 'First words', ''));
    const second = ok(await log.edit.describe(id, '  Second words ', 'First words'));
    expect((await log.detail(id))?.issue.description).toBe('Second words');
    if (second.undo === null) throw new Error('There is no way back.');
    ok(await second.undo());
    const issue = (await log.detail(id))?.issue;
    expect(issue?.description).toBe('First words');
    expect(issue?.entries.filter(({ kind }) => kind === 'issue.described')).toHaveLength(3);
  });
  it('masks secrets before they are stored, and says how many', async () => {
    const { log } = await open(1);
    const result = ok(await log.edit.describe(seedIssueId(0), 'my password is hunter2', ''));
    expect(result.masked).toBe(1);
    expect((await log.detail(seedIssueId(0)))?.issue.description).toBe('my password is ⟨masked⟩');
  });
  it('stores half a character of an emoji nowhere, however long the text', async () => {
    const { log } = await open(1);
    ok(await log.edit.rename(seedIssueId(0), 'x'.repeat(199) + '😀', ''));
    expect((await log.detail(seedIssueId(0)))?.issue.title).toBe('x'.repeat(199));
  });
  it('marks a report of yesterday as remembered, one of now as exact', async () => {
    const { log } = await open(1);
    const id = seedIssueId(0);
    const report = { channel: 'phone', ticket: 'INC-1', text: '' } as const;
    ok(await log.edit.report(id, { ...report, at: log.now() }));
    ok(await log.edit.report(id, { ...report, at: new Date(log.now().getTime() - 86_400_000) }));
    const issue = (await log.detail(id))?.issue;
    const certainties = issue?.entries.flatMap((entry) => (entry.kind === 'event' ? [entry.certainty] : []));
    expect(certainties?.toSorted()).toEqual(['exact', 'recalled']);
    expect(issue?.reported.map(({ ticket }) => ticket)).toEqual(['INC-1', 'INC-1']);
  });
  it('answers with a code, not a throw, when the issue is not there', async () => {
    const { log } = await open(1);
    const result = await log.edit.trash(seedIssueId(99));
    expect(result.ok).toBe(false);
  });
});

// The fake database is slow with hundreds of entries on a busy machine.
describe('bulk', { timeout: 30_000 }, () => {
  it('moves a whole view to the trash but for the exceptions, and takes it back', async () => {
    const { log } = await open(230);
    const except = new Set([seedIssueId(3), seedIssueId(7)]);
    const ids = await log.bulk.resolve(
      { kind: 'view', view: VIEW, text: '', except },
      new AbortController().signal,
    );
    expect(ids).toHaveLength(228);
    const done = ok(await log.bulk.trash(ids, work()));
    expect(done.count).toBe(228);
    expect(await log.keys(VIEW)).toHaveLength(2);
    if (done.undo === null) throw new Error('There is no way back.');
    ok(await done.undo(work()));
    expect(await log.keys(VIEW)).toHaveLength(230);
    expect(await log.keys(TRASH)).toHaveLength(0);
  });
  it('resolves a search to the issues it finds', async () => {
    const { log } = await open(60);
    const ids = await log.bulk.resolve(
      { kind: 'view', view: VIEW, text: '#17', except: new Set() },
      new AbortController().signal,
    );
    expect(ids).toEqual([seedIssueId(17)]);
  });
  it('stops between chunks and says how far it came', async () => {
    const { log } = await open(230);
    const ids = await log.bulk.resolve(
      { kind: 'view', view: VIEW, text: '', except: new Set() },
      new AbortController().signal,
    );
    const controller = new AbortController();
    const done = ok(
      await log.bulk.trash(ids, {
        signal: controller.signal,
        onProgress: (reached) => reached > 0 && controller.abort(),
      }),
    );
    expect(done).toMatchObject({ count: 200, stopped: true });
    expect(await log.keys(TRASH)).toHaveLength(200);
  });
  it('adds a label once, and undo gives each issue its own labels back', async () => {
    const { log } = await open(3);
    const [a, b] = [seedIssueId(0), seedIssueId(1)];
    ok(await log.edit.label(a, ['invoices', 'old'], []));
    const done = ok(await log.bulk.addLabel([a, b], 'invoices', work()));
    expect(done.count).toBe(1);
    expect((await log.detail(b))?.issue.labels).toEqual(['invoices']);
    if (done.undo === null) throw new Error('There is no way back.');
    ok(await done.undo(work()));
    expect((await log.detail(a))?.issue.labels).toEqual(['invoices', 'old']);
    expect((await log.detail(b))?.issue.labels).toEqual([]);
  });
  it('erases what is purged, and offers no way back', async () => {
    const { log } = await open(2);
    const done = ok(await log.bulk.purge([seedIssueId(0)], work()));
    expect(done.undo).toBeNull();
    expect(await log.detail(seedIssueId(0))).toBeNull();
  });
});

describe('detail', () => {
  it('gives every line of the issue its number and checksum, and the end of the chain', async () => {
    const { log, store } = await open(2);
    ok(await log.edit.rate(seedIssueId(1), { impact: 1 }, { impact: null }));
    const detail = await log.detail(seedIssueId(1));
    expect(detail?.lines.size).toBe(2);
    for (const entry of detail?.issue.entries ?? []) {
      expect(detail?.lines.get(entry.id)).toMatchObject({ n: entry.n, own: true, erased: false });
    }
    expect(detail?.head.link).toBe((await store.own()).link);
  });
});
