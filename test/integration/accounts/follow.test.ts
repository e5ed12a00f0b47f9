import { describe, expect, it } from 'vitest';
import type { AccountScope } from '../../../lib/storage/types/log-view.ts';
import { againEntry, mergeEntry, splitEntry, trashEntry } from '../../support/again.ts';
import { ACME, DIRECTORY, ERP, erpCapture, office, SLA } from '../../support/accounts.ts';
import { makeCapture, seeded, seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00.000+01:00`);
const seen = (i: number) => new Date(at('08:00').getTime() + i * 60_000).toISOString();

type Desk = ReturnType<typeof office>;

async function begun(count = 6): Promise<Desk> {
  const desk = office();
  ok(await desk.directory.saveAll(DIRECTORY));
  for (let i = 1; i <= count; i += 1) ok(await desk.store.append(erpCapture(i, seen(i))));
  desk.profile.clock.ms = at('10:00').getTime();
  await desk.follower.settled();
  return desk;
}

async function rowOf({ store }: Desk, i: number) {
  const [row] = await store.rowsOf([seedIssueId(i)]);
  return row?.row ?? 0;
}
const accountOf = async (desk: Desk, i: number) => (await desk.accounts.rows([await rowOf(desk, i)]))[0];
const idsIn = async ({ store }: Desk, scope: AccountScope, more = {}) => {
  const keys = await store.keys({ scope, sort: 'newest', ...more });
  return (await store.rows(keys)).map((row) => row?.id);
};
const counts = ({ store, profile }: Desk) => store.accounts.counts(profile.clock.ms);

/** All accounts by issue with what they were made of, but for what grows by the second. */
async function everything({ store }: Desk) {
  const all = await Promise.all(['', ACME.id].map((id) => store.accounts.ofProvider(id, null)));
  const rows = all.flatMap(({ rows: found }) => found);
  return rows
    .toSorted((a, b) => (a.v.id < b.v.id ? -1 : 1))
    .map(({ source, v: { asOf: _asOf, bar, figures, ...v } }) => ({
      ...v,
      source,
      owners: bar.stretches.map(([owner]) => owner),
      occurrences: figures?.occurrences,
    }));
}

describe('accounts', () => {
  it('follow what is written: whose turn it is, what is due, what waits', async () => {
    const desk = await begun();
    expect(await accountOf(desk, 1)).toMatchObject({
      turn: 'us',
      duty: 'report',
      providerId: ACME.id,
      systemId: ERP.id,
    });
    ok(await desk.timeline.add(seedIssueId(1), { event: 'reported', at: at('09:30'), visibility: 'shared' }));
    await desk.follower.settled();
    expect(await accountOf(desk, 1)).toMatchObject({
      turn: 'provider',
      status: 'reported',
      due: { clock: 'response', at: at('10:30').getTime() },
    });
    expect(await counts(desk)).toMatchObject({ open: 6, waitingUs: 5, waitingProvider: 1, overdue: 0 });
    expect(await idsIn(desk, 'waiting-provider')).toEqual([seedIssueId(1)]);
    expect(await idsIn(desk, 'open', { provider: ACME.id })).toHaveLength(6);
    expect(await idsIn(desk, 'open', { provider: 'p-other' })).toEqual([]);
    expect(await idsIn(desk, 'waiting-us', { system: ERP.id, from: seen(4) })).toEqual(
      [6, 5, 4].map(seedIssueId),
    );
  });

  it('become overdue by the time alone', async () => {
    const desk = await begun();
    ok(await desk.timeline.add(seedIssueId(2), { event: 'reported', at: at('09:30'), visibility: 'shared' }));
    await desk.follower.settled();
    desk.profile.clock.ms = at('10:30').getTime() + 5;
    expect(await counts(desk)).toMatchObject({ overdue: 1 });
    expect(await idsIn(desk, 'overdue', { asOf: desk.profile.clock.ms })).toEqual([seedIssueId(2)]);
    await desk.follower.settled();
    expect(await accountOf(desk, 2)).toMatchObject({ due: { overdue: true }, bar: { late: true } });
  });

  it('go when their issue goes, and come back with it', async () => {
    const desk = await begun();
    const row = await rowOf(desk, 3);
    ok(await desk.store.append(trashEntry(3)));
    await desk.follower.settled();
    expect(await desk.accounts.rows([row])).toEqual([null]);
    expect(await counts(desk)).toMatchObject({ open: 5 });
    ok(await desk.store.append(mergeEntry(4, 5)));
    await desk.follower.settled();
    expect(await counts(desk)).toMatchObject({ open: 4 });
    ok(await desk.store.append(splitEntry(4, 5)));
    await desk.follower.settled();
    expect(await counts(desk)).toMatchObject({ open: 5 });
    expect((await accountOf(desk, 5))?.figures?.occurrences).toBe(1);
  });

  it('keep no trace of what was purged, from the moment it is purged', async () => {
    const desk = await begun();
    ok(await desk.store.append(againEntry(6, 5)));
    await desk.follower.settled();
    const row = await rowOf(desk, 5);
    ok(await desk.store.purge([seedIssueId(6)]));
    expect(await desk.accounts.rows([row])).toEqual([null]);
    await desk.follower.settled();
    expect((await accountOf(desk, 5))?.figures?.occurrences).toBe(1);
    ok(await desk.store.purge([seedIssueId(5)]));
    expect(await counts(desk)).toMatchObject({ open: 4 });
  });

  it('are there again after the log was rebuilt', async () => {
    const desk = await begun();
    const before = await everything(desk);
    ok(await desk.store.rebuild());
    expect((await desk.store.accounts.state()).filling).toMatchObject({ left: 6 });
    await desk.follower.settled();
    expect(await everything(desk)).toEqual(before);
  });

  it('go on where they were stopped', async () => {
    const desk = office();
    ok(await desk.directory.saveAll(DIRECTORY));
    for (let i = 1; i <= 250; i += 1) ok(await desk.store.append(makeCapture(i)));
    const stopped = new AbortController();
    const { directory } = await desk.directory.view();
    const making = { directory, asOf: desk.profile.clock.ms, around: {} };
    const result = await desk.store.accounts.follow({
      ...making,
      signal: stopped.signal,
      onProgress: () => stopped.abort(),
    });
    expect(result).toMatchObject({ ok: false, code: 'cancelled' });
    const { filling } = await desk.store.accounts.state();
    expect(filling?.left).toBe(150);
    await desk.follower.settled();
    expect(await desk.store.accounts.state()).toMatchObject({ filling: null, behind: 0 });
    expect(await counts(desk)).toMatchObject({ open: 250 });
  });
});

describe('a search within accounts', () => {
  it('finds only what the provider, the system and the scope leave', async () => {
    const desk = await begun(4);
    ok(await desk.store.append(erpCapture(8, seen(8), 'other.example')));
    ok(await desk.timeline.add(seedIssueId(2), { event: 'reported', at: at('09:30'), visibility: 'shared' }));
    await desk.follower.settled();
    const find = async (more: object, terms = ['example']) => {
      const hits: number[] = [];
      const { signal } = new AbortController();
      const view = { scope: 'log', sort: 'newest', ...more } as const;
      const result = await desk.store.search(view, terms, signal, (rows) => hits.push(...rows));
      expect([...hits].toSorted()).toEqual([...result.rows].toSorted());
      return (await desk.store.rows(result.rows)).map((row) => row?.id);
    };
    const check = async () => {
      expect(await find({})).toEqual([8, 4, 3, 2, 1].map(seedIssueId));
      expect(await find({ provider: ACME.id })).toEqual([4, 3, 2, 1].map(seedIssueId));
      expect(await find({ provider: '' })).toEqual([seedIssueId(8)]);
      expect(await find({ system: ERP.id, scope: 'waiting-us' })).toEqual([4, 3, 1].map(seedIssueId));
      expect(await find({ provider: ACME.id, scope: 'waiting-provider' })).toEqual([seedIssueId(2)]);
      expect(await find({ provider: ACME.id, sort: 'due' })).toEqual([2, 4, 3, 1].map(seedIssueId));
      expect(await find({ provider: ACME.id }, ['nothing like it'])).toEqual([]);
    };
    await check();
    await desk.store.compact();
    await check();
  });
});

describe('a changed directory', () => {
  it('changes the accounts it concerns, and only those', async () => {
    const desk = await begun();
    for (const i of [1, 2])
      ok(
        await desk.timeline.add(seedIssueId(i), { event: 'reported', at: at('09:30'), visibility: 'shared' }),
      );
    ok(await desk.store.append(makeCapture(20, { at: seen(20) })));
    await desk.follower.settled();
    const other = (await accountOf(desk, 20))?.asOf;
    desk.profile.clock.ms += 60_000;
    const [version] = SLA.versions;
    if (version === undefined) throw new Error('The agreement has a version.');
    const slower = { ...SLA, versions: [{ ...version, targets: { any: { responseMin: 120 } } }] };
    ok(await desk.directory.save('agreement', slower));
    await desk.follower.settled();
    expect((await accountOf(desk, 1))?.due?.at).toBe(at('11:30').getTime());
    expect((await accountOf(desk, 20))?.asOf).toBe(other);
  });

  // GLPI #6902, #15605: the pause was lost when the agreement changed. #24481: called late while it was paused.
  it('keeps the pauses, and calls nothing late that waits for us', async () => {
    const desk = await begun(1);
    const id = seedIssueId(1);
    const say = async (event: 'reported' | 'info_requested' | 'info_provided', time: string) =>
      ok(await desk.timeline.add(id, { event, at: at(time), visibility: 'shared' }));
    await say('reported', '09:00');
    await say('info_requested', '09:30');
    desk.profile.clock.ms = at('16:00').getTime();
    await desk.follower.settled();
    expect(await accountOf(desk, 1)).toMatchObject({ turn: 'us', due: null, bar: { late: false } });
    await say('info_provided', '16:00');
    const [version] = SLA.versions;
    if (version === undefined) throw new Error('The agreement has a version.');
    const shorter = { ...SLA, versions: [{ ...version, targets: { any: { resolutionMin: 60 } } }] };
    ok(await desk.directory.save('agreement', shorter));
    await desk.follower.settled();
    // 30 of 60 minutes were used before the question.
    expect((await accountOf(desk, 1))?.due).toMatchObject({ clock: 'resolution', at: at('16:30').getTime() });
  });

  it('gives what was recorded before to a system that is created afterwards', async () => {
    const desk = await begun();
    ok(await desk.store.append(erpCapture(9, seen(9), 'new.example')));
    await desk.follower.settled();
    expect((await accountOf(desk, 9))?.systemId).toBeNull();
    const system = { ...ERP, id: 's-new', patterns: [{ kind: 'hostSuffix' as const, pattern: 'example' }] };
    ok(await desk.directory.save('system', system));
    await desk.follower.settled();
    expect((await accountOf(desk, 9))?.systemId).toBe('s-new');
    expect((await accountOf(desk, 1))?.systemId).toBe(ERP.id);
  });

  it('is told per provider', async () => {
    const desk = await begun();
    const providers = await desk.accounts.providers();
    expect(providers.get(ACME.id)).toMatchObject({ open: 6, waitingUs: 6 });
    const board = await desk.board(ACME.id, null);
    expect(board).toMatchObject({ board: { issues: 6 }, now: { open: 6 } });
    ok(await desk.timeline.add(seedIssueId(1), { event: 'reported', at: at('09:00'), visibility: 'shared' }));
    ok(
      await desk.timeline.add(seedIssueId(1), {
        event: 'acknowledged',
        at: at('09:40'),
        visibility: 'shared',
      }),
    );
    await desk.follower.settled();
    const after = await desk.board(ACME.id, null);
    expect(after.board.response).toMatchObject({ compliance: { hits: 1, n: 1 }, business: { mean: 40 } });
    const none = await desk.board(ACME.id, { from: 0, to: 1 });
    expect(none.board.issues).toBe(0);
  });
});

const byTimes = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('whatever happens', () => {
  it('the accounts are those that making all of them anew gives', { timeout: 120_000 }, async () => {
    const desk = await begun(12);
    const random = seeded(4711);
    const pick = (n: number) => Math.floor(random() * n);
    const events = [
      'reported',
      'acknowledged',
      'info_requested',
      'info_provided',
      'resolved',
      'reopened',
    ] as const;
    const acts: ((i: number) => Promise<unknown>)[] = [
      (i) =>
        desk.timeline.add(seedIssueId(i), {
          event: events[pick(events.length)] ?? 'note',
          at: new Date(at('08:30').getTime() + pick(90) * 60_000),
          visibility: 'shared',
        }),
      (i) => desk.store.append(mergeEntry(i, 1 + pick(12))),
      (i) => desk.store.append(splitEntry(i, 1 + pick(12))),
      (i) => desk.store.append(againEntry(i, 1 + pick(12))),
      (i) => desk.store.append(trashEntry(i)),
      (i) => desk.timeline.assign(seedIssueId(i), pick(2) === 0 ? ERP.id : null),
      async (i) => (pick(6) === 0 ? desk.store.purge([seedIssueId(i)]) : null),
    ];
    for (let round = 0; round < 12; round += 1) {
      for (let act = 0; act < 6; act += 1) await acts[pick(acts.length)]?.(1 + pick(12));
      desk.profile.clock.ms += pick(3) * 3_600_000;
      await desk.follower.settled();
      const followed = await everything(desk);
      const counted = await counts(desk);
      for (const period of [null, { from: 0, to: Date.parse(seen(6)) }]) {
        const [kept, fresh] = [await desk.board(ACME.id, period), await desk.freshBoard(ACME.id, period)];
        expect([kept.board, kept.teams]).toEqual([fresh.board, fresh.teams]);
        expect(kept.measured().toSorted(byTimes)).toEqual(fresh.measured().toSorted(byTimes));
      }
      ok(await desk.store.rebuild());
      await desk.follower.settled();
      expect(followed).toEqual(await everything(desk));
      expect(counted).toEqual(await counts(desk));
    }
  });
});
