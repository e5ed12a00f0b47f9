import { describe, expect, it } from 'vitest';
import { foldDirectory } from '../../../../lib/domain/directory/directory.ts';
import { DIGEST_KEY, readDigest } from '../../../../lib/app/directory/digest.ts';
import { digestOf } from '../../../../lib/app/directory/digest-of.ts';
import type { RecordedView } from '../../../../lib/app/client/protocol.ts';
import type { SystemChoice, SystemOffers } from '../../../../lib/app/client/system-view.ts';
import { lab, newId, TAB } from '../background-lab.ts';
import type { Lab } from '../background-lab.ts';

const HOST = 'portal.acme.example';
const id = (n: number) => `01890a5d-ac96-774b-bcce-b302099a80${String(n).padStart(2, '0')}`;
const ERP: SystemChoice = {
  system: { id: id(1), name: 'Acme ERP' },
  provider: { id: id(2), name: 'Acme GmbH' },
  always: HOST,
};

async function set(l: Lab, captureId: string, choice: SystemChoice): Promise<RecordedView> {
  const done = await l.change({ verb: 'system.set', captureId, ...choice });
  if (!done.ok || done.view.state !== 'recorded') throw new Error(JSON.stringify(done));
  return done.view;
}
async function offers(l: Lab, captureId: string): Promise<SystemOffers> {
  const got = (await l.ask({ verb: 'system.list', captureId })) as SystemOffers; // as: the background's answer to that verb
  expect(got.ok).toBe(true);
  return got;
}
const kindsOf = async (l: Lab) => (await l.entries()).map(({ kind }) => kind);
const reads = (l: Lab) => readDigest({ read: async (key) => l.local.get(key) });
/** What the full page would write from the log. */
const fromLog = async (l: Lab) => digestOf(foldDirectory(await l.entries()), new Set(), l.clock.ms);

describe('whose system a capture shows', () => {
  it('is nobody’s on a new host, and its host is what can be given away', async () => {
    const l = lab();
    const view = await l.recorded(newId());
    expect(view.system).toEqual({ state: 'none' });
    expect(await offers(l, view.captureId)).toMatchObject({
      systems: [],
      always: [HOST, `${HOST}/invoices`],
      usual: true,
    });
  });

  it('is made in one step, known at the next click by another background, and in the log', async () => {
    const l = lab();
    const first = await l.recorded(newId());
    const view = await set(l, first.captureId, ERP);
    expect(view.system).toEqual({ state: 'one', id: id(1), name: 'Acme ERP', provider: 'Acme GmbH' });
    expect((await kindsOf(l)).slice(-3)).toEqual(['provider.saved', 'system.saved', 'issue.assigned']);
    const next = lab({ profile: l.profile, local: l.local, session: l.session });
    expect((await next.recorded(newId())).system).toMatchObject({ state: 'one', name: 'Acme ERP' });
  });

  it('leaves in the digest exactly what the full page makes of the log', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    await set(l, captureId, ERP);
    expect(await reads(l)).toEqual(await fromLog(l));
    await set(l, captureId, { system: { id: id(3), name: 'CRM' }, always: `${HOST}/invoices` });
    expect(await reads(l)).toEqual(await fromLog(l));
    await l.change({ verb: 'system.undo', captureId });
    const { retired, ...rest } = await fromLog(l);
    expect(await reads(l)).toEqual({ ...rest, retired: [] });
    expect(retired.map(({ value }) => value.patterns)).toEqual([[]]);
  });

  it('is written once, however often the same message comes', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    await set(l, captureId, ERP);
    const before = await kindsOf(l);
    await set(l, captureId, ERP);
    expect(await kindsOf(l)).toEqual(before);
    expect(await l.change({ verb: 'system.undo', captureId })).toMatchObject({ ok: true });
    const after = await kindsOf(l);
    expect(await l.change({ verb: 'system.undo', captureId })).toMatchObject({ ok: true });
    expect(await kindsOf(l)).toEqual(after);
  });

  it('is taken back as if it had never been said: nothing explains the address any more', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    await set(l, captureId, ERP);
    const done = await l.change({ verb: 'system.undo', captureId });
    expect(done).toMatchObject({ ok: true, view: { system: { state: 'none' } } });
    expect(await reads(l)).toMatchObject({ systems: [], providers: [] });
    expect((await l.recorded(newId())).system).toEqual({ state: 'none' });
    l.local.set(DIGEST_KEY, await fromLog(l));
    expect((await lab({ profile: l.profile, local: l.local }).recorded(newId())).system).toEqual({
      state: 'none',
    });
  });

  it('moves an address to another system, or only this issue', async () => {
    const l = lab();
    const first = await l.recorded(newId());
    await set(l, first.captureId, ERP);
    const second = await l.recorded(newId());
    await set(l, second.captureId, { system: { id: id(3), name: 'CRM' }, always: null });
    const third = await l.recorded(newId());
    expect(third.system).toMatchObject({ name: 'Acme ERP' });
    const moved = await set(l, third.captureId, { system: { id: id(3) }, always: HOST });
    expect(moved.system).toMatchObject({ name: 'CRM', provider: null });
    expect((await reads(l)).systems.map(({ value }) => value.patterns.length)).toEqual([0, 1]);
    expect((await l.recorded(newId())).system).toMatchObject({ name: 'CRM' });
    // What was said by hand before stays as it was said.
    expect(await l.ask({ verb: 'capture.view', captureId: first.captureId })).toMatchObject({
      system: { name: 'Acme ERP' },
    });
  });

  it('asks where two fit equally well, and tells them apart by a part of the host', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    await set(l, captureId, ERP);
    await set(l, captureId, { system: { id: id(3), name: 'CRM' }, always: null });
    const digest = await reads(l);
    const host = { kind: 'host', pattern: HOST } as const;
    l.local.set(DIGEST_KEY, {
      ...digest,
      systems: digest.systems.map((known) => ({ ...known, value: { ...known.value, patterns: [host] } })),
    });
    const next = lab({ profile: l.profile, local: l.local });
    const view = await next.recorded(newId());
    expect(view.system).toEqual({ state: 'ask' });
    const offered = await offers(next, view.captureId);
    expect(offered).toMatchObject({ always: [`${HOST}/invoices`], usual: false });
    expect(offered.systems.map(({ fits }) => fits)).toEqual([true, true]);
    await set(next, view.captureId, { system: { id: id(3) }, always: `${HOST}/invoices` });
    expect((await next.recorded(newId())).system).toMatchObject({ state: 'one', name: 'CRM' });
    next.world.tab = { ...TAB, url: `https://${HOST}/orders` };
    expect((await next.recorded(newId())).system).toEqual({ state: 'ask' });
  });

  it('masks secrets in a name, and refuses one that shows nothing', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    const secret = 'password=Zq8tRw3yUp6mNb1c';
    const view = await set(l, captureId, { system: { id: id(1), name: secret }, always: null });
    expect(JSON.stringify(await l.entries())).not.toContain('Zq8tRw3yUp6mNb1c');
    expect(view.system).toMatchObject({ state: 'one' });
    expect(
      await l.ask({ verb: 'system.set', captureId, system: { id: id(4), name: ' \u200b' }, always: null }),
    ).toEqual({ ok: false, code: 'invalid' });
    expect(await l.ask({ verb: 'system.set', captureId, system: { id: id(5) }, always: null })).toEqual({
      ok: false,
      code: 'gone',
    });
  });

  it('never changes what the organisation gave', async () => {
    const l = lab();
    const { captureId } = await l.recorded(newId());
    await set(l, captureId, ERP);
    const digest = await reads(l);
    l.local.set(DIGEST_KEY, {
      ...digest,
      systems: digest.systems.map((known) => ({ ...known, fixed: true })),
    });
    const next = lab({ profile: l.profile, local: l.local });
    const view = await next.recorded(newId());
    // Its host cannot be taken away; a part of it is more specific, and can be given to somebody.
    expect(await offers(next, view.captureId)).toMatchObject({ always: [`${HOST}/invoices`] });
    await set(next, view.captureId, { system: { id: id(3), name: 'CRM' }, always: `${HOST}/invoices` });
    const saved = (await kindsOf(next)).filter((kind) => kind === 'system.saved');
    expect(saved).toHaveLength(2);
  });

  it('is shown without its system where the storage of the browser is empty or of another version', async () => {
    const l = lab();
    l.local.set(DIGEST_KEY, { v: 9, systems: 'none' });
    expect((await l.recorded(newId())).system).toEqual({ state: 'none' });
  });
});
