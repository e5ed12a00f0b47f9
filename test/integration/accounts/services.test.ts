import { describe, expect, it } from 'vitest';
import { liveIssue } from '../../../lib/app/accounts/live-issue.ts';
import { systemsIn } from '../../../lib/domain/accountability/responsible.ts';
import { systemOfIssue } from '../../../lib/domain/issue/system-of-issue.ts';
import type { PromiseRow } from '../../../lib/app/promises/promise-service.ts';
import type { EditResult } from '../../../lib/app/log/edits.ts';
import type { IssueAccount } from '../../../lib/domain/accountability/issue-account.ts';
import { ACME, DIRECTORY, ERP, erpCapture, office, SLA, watch } from '../../support/accounts.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const SEEN = '2026-11-23T08:00:00.000Z'; // a Monday, 09:00 in Berlin
const at = (time: string) => new Date(`2026-11-23T${time}:00.000+01:00`);
const undo = async (result: EditResult) => ok((await ok(result).undo?.()) ?? { ok: false });

async function begun() {
  const desk = office();
  ok(await desk.store.append(erpCapture(1, SEEN)));
  ok(await desk.directory.saveAll(DIRECTORY));
  desk.profile.clock.ms = at('10:00').getTime();
  const id = seedIssueId(1);
  const account = watch<IssueAccount | null>((onValue, onError) =>
    liveIssue(desk.deps, id, onValue, onError),
  );
  return { ...desk, id, account };
}

describe('the account of an issue', () => {
  it('knows system, provider, agreement and due time, and follows what happens', async () => {
    const { timeline, id, account } = await begun();
    const before = await account.until((one) => one?.provider !== null);
    expect(before).toMatchObject({ system: ERP, provider: ACME, agreement: SLA, basis: 'agreed' });
    expect(before?.duty).toMatchObject({ duty: 'report' });
    ok(await timeline.add(id, { event: 'reported', at: at('09:30'), visibility: 'shared', ticket: 'INC-7' }));
    const told = await account.until((one) => one?.due !== null);
    expect(told?.due).toMatchObject({ clock: 'response', at: at('10:30').getTime() });
    expect(told?.tickets).toEqual(['INC-7']);
    expect(told?.account?.ledger.owners.us_unreported.rawMs).toBe(30 * 60_000);
    account.stop();
  });

  it('changes by itself when a due time passes', async () => {
    const { timeline, id, account, profile, wake } = await begun();
    ok(await timeline.add(id, { event: 'reported', at: at('09:30'), visibility: 'shared' }));
    const told = await account.until((one) => one?.due !== null);
    expect(told?.due).toMatchObject({ overdue: false });
    profile.clock.ms = at('10:30').getTime() + 1;
    wake();
    expect((await account.until((one) => one?.due?.overdue === true))?.due?.clock).toBe('response');
    account.stop();
  });

  it('follows an agreement that is corrected afterwards', async () => {
    const { timeline, directory, id, account } = await begun();
    ok(await timeline.add(id, { event: 'reported', at: at('09:30'), visibility: 'shared' }));
    await account.until((one) => one?.due !== null);
    const [version] = SLA.versions;
    if (version === undefined) throw new Error('The agreement has a version.');
    const slower = { ...SLA, versions: [{ ...version, targets: { any: { responseMin: 120 } } }] };
    const saved = await directory.save('agreement', slower);
    await account.until((one) => one?.due?.at === at('11:30').getTime());
    await undo(saved);
    await account.until((one) => one?.due?.at === at('10:30').getTime());
    account.stop();
  });
});

describe('a line of the timeline', () => {
  it('is corrected and struck out, and each can be taken back', async () => {
    const { timeline, store, id } = await begun();
    const added = await timeline.add(id, {
      event: 'note',
      at: at('09:40'),
      plusMinusMin: 20,
      text: 'password hunter2',
      visibility: 'internal',
    });
    expect(added).toMatchObject({ ok: true, masked: 1 });
    const line = async () => (await store.issue(id))?.timeline[0];
    const first = await line();
    expect(first).toMatchObject({
      holds: { text: 'password •••' },
      said: { certainty: 'recalled', plusMinusMin: 20 },
    });
    const place = first?.place;
    if (place === undefined) throw new Error('The line has a place.');
    const changed = await timeline.correct(id, place, {
      event: 'chased',
      at: at('09:45'),
      channel: 'email',
      visibility: 'shared',
    });
    expect(await line()).toMatchObject({ holds: { event: 'chased' }, said: { certainty: 'documented' } });
    await undo(changed);
    expect(await line()).toMatchObject({
      holds: { event: 'note', text: 'password •••' },
      said: { at: at('09:40').toISOString(), plusMinusMin: 20, certainty: 'recalled' },
    });
    const struck = await timeline.correct(id, place, null);
    expect((await line())?.holds).toBeNull();
    await undo(struck);
    expect((await line())?.holds).toMatchObject({ event: 'note' });
    await undo(added);
    expect((await line())?.holds).toBeNull();
  });

  it('is told of whoever did it', async () => {
    const { timeline, store, id } = await begun();
    ok(await timeline.add(id, { event: 'info_requested', at: at('09:50'), visibility: 'shared' }));
    expect((await store.issue(id))?.timeline[0]?.said.by.side).toBe('provider');
  });
});

describe('the system of an issue', () => {
  it('is what was said by hand, and the address decides again when that is taken back', async () => {
    const { timeline, directory, id, account } = await begun();
    const other = { ...ERP, id: 's-other', name: 'Other', patterns: [] };
    ok(await directory.save('system', other));
    const assigned = await timeline.assign(id, 's-other');
    await account.until((one) => one?.system?.id === 's-other');
    await undo(assigned);
    await account.until((one) => one?.system?.id === ERP.id);
    account.stop();
  });

  it('is none again when a system made by mistake is taken back', async () => {
    const { directory, store, account } = await begun();
    await account.until((one) => one?.system?.id === ERP.id);
    ok(await store.append(erpCapture(2, SEEN, 'other.example')));
    const other = { ...ERP, id: 's-other', patterns: [{ kind: 'host' as const, pattern: 'other.example' }] };
    const made = await directory.save('system', other);
    await undo(made);
    const { now, retired } = systemsIn((await directory.view()).directory);
    const issue = await store.issue(seedIssueId(2));
    expect(issue && systemOfIssue(issue, now, retired)).toEqual({ kind: 'none' });
    account.stop();
  });

  it('stays explained when it is retired', async () => {
    const { directory, account } = await begun();
    await account.until((one) => one?.system?.id === ERP.id);
    const retired = await directory.retire('system', ERP.id);
    expect((await directory.view()).directory.systems.size).toBe(0);
    expect(account.values.at(-1)?.system?.id).toBe(ERP.id);
    await undo(retired);
    expect((await directory.view()).directory.systems.size).toBe(1);
    account.stop();
  });
});

describe('the directory', () => {
  it('refuses what does not fit its kind, and saves several things or none', async () => {
    const { directory } = await begun();
    expect(await directory.save('provider', { ...ACME, name: '' })).toMatchObject({ code: 'invalid' });
    const mixed = [
      { kind: 'provider', value: { ...ACME, id: 'p-new' } },
      { kind: 'provider', value: { ...ACME, id: 'p-bad', name: '' } },
    ] as const;
    expect(await directory.saveAll(mixed)).toMatchObject({ ok: false });
    expect((await directory.view()).directory.providers.size).toBe(1);
  });

  it('does not let anybody change what the organisation gave', async () => {
    const { directory } = office(2, { things: [{ kind: 'provider', value: ACME }], problem: null });
    expect(await directory.save('provider', { ...ACME, name: 'Mine' })).toMatchObject({ code: 'invalid' });
    const { managed, directory: known } = await directory.view();
    expect([managed.has(ACME.id), known.providers.get(ACME.id)?.name]).toEqual([true, 'Acme']);
  });
});

describe('a promise', () => {
  it('is kept against its first date, and every step can be taken back', async () => {
    const { promises, profile, wake, id } = await begun();
    const rows = watch<readonly PromiseRow[]>((onValue, onError) => promises.live({}, onValue, onError));
    const made = await promises.make({
      owner: 'provider',
      deliverable: 'A fix',
      due: at('12:00'),
      issueId: id,
    });
    const [row] = await rows.until(({ length }) => length === 1);
    expect(row).toMatchObject({ outcome: 'openNotDue', providerId: ACME.id });
    const promiseId = row?.promiseId ?? '';
    const moved = await promises.move(promiseId, { due: at('15:00'), agreed: true });
    await rows.until(([one]) => one?.due === at('15:00').toISOString());
    profile.clock.ms = at('12:00').getTime() + 1;
    wake();
    await rows.until(([one]) => one?.outcome === 'openOverdue');
    profile.clock.ms = at('14:00').getTime();
    const kept = await promises.keep(promiseId, at('13:00'));
    await rows.until(([one]) => one?.outcome === 'late');
    await undo(kept);
    await rows.until(([one]) => one?.outcome === 'openOverdue');
    await undo(moved);
    await rows.until(([one]) => one?.due === at('12:00').toISOString());
    await undo(made);
    await rows.until(({ length }) => length === 0);
    rows.stop();
  });

  it('goes with its issue when that is purged', async () => {
    const { promises, store, id } = await begun();
    ok(await promises.make({ owner: 'us', deliverable: 'Send logs', due: at('12:00'), issueId: id }));
    ok(await store.purge([id]));
    expect(await store.marked('promise')).toEqual([]);
  });
});
