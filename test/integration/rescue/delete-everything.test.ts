import { describe, expect, it } from 'vitest';
import { deleteEverything } from '../../../lib/app/rescue/delete-everything.ts';
import type { WipeDeps } from '../../../lib/app/rescue/delete-everything.ts';
import { makeCapture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const never = (): Promise<void> => new Promise(() => undefined);

function deps(factory: IDBFactory, changes: Partial<WipeDeps> = {}) {
  const done: string[] = [];
  const given: WipeDeps = {
    databases: factory,
    beside: [async () => void done.push('local'), async () => void done.push('session')],
    restart: () => void done.push('restart'),
    wait: never,
    ...changes,
  };
  return { done, given };
}

describe('deleting everything', () => {
  it('deletes the log under open windows, which write nothing any more, then what is beside it, then restarts', async () => {
    const { factory, store } = testProfile(1);
    const [mine, other] = [store(), store()];
    ok(await mine.append(makeCapture(1)));
    await other.open();
    const { done, given } = deps(factory);
    expect(await deleteEverything(given)).toEqual({ ok: true });
    expect(done).toEqual(['local', 'session', 'restart']);
    expect(await factory.databases()).toEqual([]);
    for (const window of [mine, other]) {
      expect(window.state()).toEqual({ kind: 'closed-by-update' });
      expect(await window.append(makeCapture(2))).toMatchObject({ ok: false, code: 'closed' });
    }
    expect(await factory.databases()).toEqual([]);
  });

  it('leaves a profile in which the log begins like new, and misses nothing', async () => {
    const profile = testProfile(2);
    const before = profile.store();
    ok(await before.append([makeCapture(1), makeCapture(2)]));
    await before.settled();
    const { given } = deps(profile.factory, {
      beside: [async () => void (profile.sentinel.value = undefined)],
    });
    expect(await deleteEverything(given)).toEqual({ ok: true });
    const after = profile.store();
    expect(await after.open()).toEqual({ kind: 'open', loss: null });
    expect(await after.counts()).toMatchObject({ all: 0, trash: 0, lastBackup: null });
    expect(await after.own()).toMatchObject({ n: 1 });
  });

  it('changes nothing beside the log while another window keeps that open', async () => {
    const { factory, store } = testProfile(3);
    ok(await store().append(makeCapture(1)));
    const stubborn = await new Promise<IDBDatabase>((opened) => {
      const request = factory.open('casebook');
      request.addEventListener('success', () => opened(request.result));
    });
    const { done, given } = deps(factory, {
      wait: (ms) => new Promise((next) => setTimeout(next, ms / 100)),
    });
    expect(await deleteEverything(given)).toEqual({ ok: false, code: 'blocked' });
    expect(done).toEqual([]);
    stubborn.close();
  });

  it('does not restart when something could not be deleted', async () => {
    const { factory } = testProfile(4);
    const { done, given } = deps(factory, { beside: [() => Promise.reject(new Error('refused'))] });
    expect(await deleteEverything(given)).toEqual({ ok: false, code: 'failed' });
    expect(done).toEqual([]);
  });
});
