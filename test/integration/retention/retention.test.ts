import { describe, expect, it } from 'vitest';
import { createLogService } from '../../../lib/app/log/log-service.ts';
import type { BulkOptions } from '../../../lib/app/log/bulk.ts';
import { createRetentionService } from '../../../lib/app/retention/retention-service.ts';
import type { RetentionRule } from '../../../lib/app/retention/retention-service.ts';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { DIRECTORY, erpCapture, office, SLA } from '../../support/accounts.ts';
import { seedIssueId, withPicture } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';
import { realPicture } from '../../unit/export/support.ts';

const FRAME = { zone: 'Europe/Berlin', offsetMin: 60, certainty: 'exact', by: { side: 'us' } } as const;
const RULE: RetentionRule = { months: 12, days: 30, withoutBackup: false };
const NOW = '2026-11-29T12:00:00.000Z';
/** The last moment that is old enough, and the first that is not: the local day begins at 23:00 UTC. */
const OLD = '2025-11-28T22:59:00.000Z';
const YOUNG = '2025-11-28T23:00:00.000Z';

type Desk = ReturnType<typeof desk>;

function desk() {
  const at = office();
  const { store, profile } = at;
  const { now, zone, reader } = at.deps;
  const kept = new Map<string, unknown>();
  const listeners = new Set<(keys: readonly string[]) => void>();
  const log = createLogService({ store, now, zone, scrub: async (value) => ({ value, masked: 0 }) });
  const retention = createRetentionService({
    store,
    bulk: log.bulk,
    async directory() {
      await reader.ready();
      return (await reader.read()).directory;
    },
    now,
    zone,
    local: {
      read: async (key) => structuredClone(kept.get(key)),
      async write(key, value) {
        kept.set(key, structuredClone(value));
        for (const listener of listeners) listener([key]);
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    alone: (task) => task(),
  });
  const wait = async (instant: string) => {
    profile.clock.ms = Date.parse(instant) - 1000;
    await at.follower.settled();
    profile.clock.ms = Date.parse(instant) - 1000;
  };
  return { ...at, log, retention, kept, wait };
}

type Event = Extract<NewEntry, { kind: 'event' }>;
const event = (i: number, at: string, kind: 'verified' | 'reopened'): Event => ({
  ...FRAME,
  kind: 'event',
  issueId: seedIssueId(i),
  at,
  body:
    kind === 'verified'
      ? { event: kind, visibility: 'shared' }
      : { event: kind, visibility: 'shared', reason: 'came_back' },
});

/** Writes as if it were that moment. */
async function then({ store, profile }: Desk, at: string, ...entries: readonly NewEntry[]): Promise<void> {
  profile.clock.ms = Date.parse(at) - 1000;
  for (const entry of entries) {
    profile.clock.ms = Date.parse(at) - 1000;
    ok(await store.append(entry));
  }
}

/** Seen, reported and verified, and nothing since. */
async function closed(of: Desk, i: number, at: string): Promise<void> {
  await then(of, at, erpCapture(i, at), event(i, at, 'verified'));
}

const free = (): BulkOptions => ({ signal: new AbortController().signal, onProgress: () => undefined });
const look = async (of: Desk, rule = RULE) => ok(await of.retention.look(rule, new AbortController().signal));
const backup = (at: string): NewEntry => ({
  ...FRAME,
  kind: 'backup.made',
  at,
  body: { entries: 1, pictures: 0, bytes: 1 },
});
const statesOf = async ({ store }: Desk, ...ids: readonly number[]) =>
  (await store.rowsOf(ids.map((i) => seedIssueId(i)))).map((row) =>
    row === null ? 'gone' : row.trashed ? 'trash' : 'log',
  );

describe('what falls under the rule', () => {
  it('are closed issues to which nothing happened since the local day a year ago began', async () => {
    const of = desk();
    await closed(of, 1, OLD);
    await closed(of, 2, YOUNG);
    await then(of, OLD, erpCapture(3, OLD));
    await of.wait(NOW);
    expect(await look(of)).toMatchObject({ toTrash: [seedIssueId(1)], toPurge: [], kept: 0 });
    expect(await look(of, { ...RULE, months: 0 })).toMatchObject({ toTrash: [] });
    await of.wait('2026-11-29T23:30:00.000Z');
    const tomorrow = await look(of);
    expect([...tomorrow.toTrash].toSorted()).toEqual([seedIssueId(1), seedIssueId(2)].toSorted());
    // Looking changed nothing.
    expect(await statesOf(of, 1, 2, 3)).toEqual(['log', 'log', 'log']);
  });

  it('are not those that came back, or were closed again lately, or got a word lately', async () => {
    const of = desk();
    for (const i of [1, 2, 3, 4]) await closed(of, i, OLD);
    await then(of, '2025-11-28T22:59:30.000Z', event(1, '2025-11-28T22:59:30.000Z', 'reopened'));
    await then(of, '2026-01-10T12:00:00.000Z', event(2, '2026-01-10T12:00:00.000Z', 'reopened'));
    await then(of, '2026-01-12T12:00:00.000Z', event(2, '2026-01-12T12:00:00.000Z', 'verified'));
    await then(of, '2026-01-10T12:00:00.000Z', {
      ...FRAME,
      kind: 'issue.described',
      at: '2026-01-10T12:00:00.000Z',
      issueId: seedIssueId(3),
      body: { text: 'We still refer to this one.' },
    });
    await of.wait(NOW);
    expect(await look(of)).toMatchObject({ toTrash: [seedIssueId(4)], kept: 0 });
  });

  it('are not those with the label, with an open promise, or with a claim that can still be filed', async () => {
    const of = desk();
    const [version] = SLA.versions;
    if (version === undefined) throw new Error('The agreement has a version.');
    const claim: NonNullable<Agreement['versions'][number]['claim']> = {
      requiredEvidence: [],
      fileBy: { anchor: 'incident', plusMonths: 36 },
    };
    for (const i of [1, 2, 3]) await closed(of, i, OLD);
    const label = (i: number, labels: string[]): NewEntry => ({
      ...FRAME,
      kind: 'issue.labelled',
      at: OLD,
      issueId: seedIssueId(i),
      body: { labels },
    });
    const promise = {
      promiseId: '0190a000-0000-7000-8000-000000000001',
      owner: 'provider',
      deliverable: 'Root cause',
      due: NOW,
    } as const;
    await then(of, OLD, label(1, ['Keep']), {
      ...FRAME,
      kind: 'promise.made',
      at: OLD,
      issueId: seedIssueId(2),
      body: promise,
    });
    await of.wait(NOW);
    expect(await look(of)).toMatchObject({ toTrash: [seedIssueId(3)], kept: 2 });

    const agreed: Agreement = { ...SLA, versions: [{ ...version, claim }] };
    ok(
      await of.directory.saveAll([
        ...DIRECTORY.filter(({ kind }) => kind !== 'agreement'),
        { kind: 'agreement', value: agreed },
      ]),
    );
    await of.wait(NOW);
    expect(await look(of)).toMatchObject({ toTrash: [], kept: 3 });
  });
});

describe('carrying the rule out', () => {
  it('does nothing while it is off, and nothing twice a day', async () => {
    const of = desk();
    await closed(of, 1, OLD);
    await of.wait(NOW);
    expect(await of.retention.runDaily(free())).toBeNull();
    await of.retention.set(RULE);
    expect(await of.retention.runDaily(free())).toMatchObject({ ok: true, trashed: 1, purged: 0 });
    expect(await statesOf(of, 1)).toEqual(['trash']);
    expect(await of.retention.runDaily(free())).toBeNull();
    const told: unknown[] = [];
    const end = of.retention.live((rule, last) => told.push({ rule, last }));
    await expect.poll(() => told.at(-1)).toMatchObject({ rule: RULE, last: { trashed: 1, purged: 0 } });
    end();
    await closed(of, 2, OLD);
    await of.wait('2026-11-30T12:00:00.000Z');
    expect(await of.retention.runDaily(free())).toMatchObject({ ok: true, trashed: 1 });
  });

  it('waits until it is known which issues are closed', async () => {
    const of = desk();
    await of.retention.set(RULE);
    await closed(of, 1, OLD);
    of.profile.clock.ms = Date.parse(NOW);
    expect(await of.retention.runDaily(free())).toEqual({ ok: false, code: 'behind' });
    expect(await statesOf(of, 1)).toEqual(['log']);
    await of.wait(NOW);
    expect(await of.retention.runDaily(free())).toMatchObject({ trashed: 1 });
  });

  it('can be undone from its own word, and what came back is left alone', async () => {
    const of = desk();
    for (const i of [1, 2]) await closed(of, i, OLD);
    await of.retention.set(RULE);
    await of.wait(NOW);
    const run = await of.retention.runDaily(free());
    if (run?.ok !== true || run.undo === null) throw new Error('There was something to undo.');
    ok(await run.undo(free()));
    expect(await statesOf(of, 1, 2)).toEqual(['log', 'log']);
    await of.wait('2026-11-30T12:00:00.000Z');
    expect(await of.retention.runDaily(free())).toMatchObject({ trashed: 0 });
  });

  it('stops half way when it is told to, keeps what was done, and goes on the same day', async () => {
    const of = desk();
    of.profile.clock.ms = Date.parse('2025-01-01T00:00:00.000Z');
    const many = Array.from({ length: 250 }, (_, n) => n + 1);
    for (const i of many)
      ok(
        await of.store.append([
          erpCapture(i, '2025-01-01T00:00:00.000Z'),
          event(i, '2025-01-01T00:00:00.000Z', 'verified'),
        ]),
      );
    await of.retention.set(RULE);
    await of.wait(NOW);
    const stop = new AbortController();
    const run = await of.retention.runDaily({
      signal: stop.signal,
      onProgress: (done) => done > 0 && stop.abort(),
    });
    expect(run).toMatchObject({ ok: true, trashed: 200, purged: 0, stopped: true, failed: null });
    expect((await of.store.counts()).trash).toBe(200);
    await of.wait(NOW);
    expect(await of.retention.runDaily(free())).toMatchObject({ trashed: 50, stopped: false });
    expect(await of.store.verify()).toMatchObject({ ok: true });
  }, 60_000);
});

describe('deleting for good', () => {
  it('takes what was long enough in the trash and is in a newer backup, erases its bytes and keeps its hashes', async () => {
    const of = desk();
    const picture = realPicture(7, 2000);
    of.profile.clock.ms = Date.parse('2026-10-01T12:00:00.000Z');
    ok(await of.store.append(withPicture(1, picture), { blobs: [picture] }));
    const trash = (i: number, at: string): NewEntry => ({
      ...FRAME,
      kind: 'issue.trashed',
      at,
      issueId: seedIssueId(i),
      body: {},
    });
    await then(of, '2026-10-01T12:00:00.000Z', erpCapture(2, OLD), erpCapture(3, OLD), erpCapture(4, OLD));
    // The local day 30 days ago begins at 23:00 UTC.
    await then(of, '2026-10-29T22:59:00.000Z', trash(1, OLD), trash(4, OLD));
    await then(of, '2026-10-29T23:00:00.000Z', trash(2, OLD));
    await of.retention.set(RULE);
    await of.wait(NOW);
    expect(await look(of)).toMatchObject({ toPurge: [], noBackup: 2 });
    expect(await look(of, { ...RULE, withoutBackup: true })).toMatchObject({ noBackup: 0 });
    expect(await of.retention.runDaily(free())).toMatchObject({ trashed: 0, purged: 0 });

    await then(of, '2026-11-29T12:30:00.000Z', backup('2026-11-29T12:30:00.000Z'));
    await of.log.bulk.addLabel([seedIssueId(4)], 'behalten', free());
    await of.wait('2026-11-30T12:00:00.000Z');
    expect(await of.retention.runDaily(free())).toMatchObject({ purged: 2 });
    expect(await statesOf(of, 1, 2, 3, 4)).toEqual(['gone', 'gone', 'log', 'trash']);
    expect(await of.store.picture(picture.sha256)).toEqual({ missing: true });
    const { ledger } = await of.store.own();
    const captured = (await of.store.entries(ledger, 1, 100)).filter(
      ({ kind }) => kind === 'occurrence.captured',
    );
    expect(captured.map(({ json }) => json === null)).toEqual([true, true, false, false]);
    expect(captured.every(({ sha256, link }) => sha256.length === 64 && link.length === 64)).toBe(true);
    expect(await of.store.verify()).toMatchObject({ ok: true });
  });
});
