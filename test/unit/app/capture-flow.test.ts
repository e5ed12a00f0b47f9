import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../lib/storage/types/store.ts';
import { lab, newId, POPUP, TAB } from './background-lab.ts';

const kinds = async (l: ReturnType<typeof lab>) =>
  (await l.entries()).map((e) => e.kind).filter((k) => k !== 'ledger.started');

describe('a capture', () => {
  it('is on disk with picture and page facts when the popup is told so', async () => {
    const l = lab();
    const view = await l.recorded(newId());
    expect(view).toMatchObject({
      continued: false,
      host: 'portal.acme.example',
      title: 'Invoices',
      picture: { state: 'present', width: 8, height: 4 },
    });
    expect(await kinds(l)).toEqual(['occurrence.captured']);
    expect(await l.store.pending.list()).toEqual([]);
    expect(l.badge).toEqual(['tick']);
  });

  it('never lets a secret in the address reach the disk', async () => {
    const l = lab();
    const view = await l.recorded(newId());
    expect(view.url).not.toContain('abcdefghijklmnop');
    expect(view.maskedTotal).toBe(1);
    expect(JSON.stringify(await l.entries())).not.toContain('abcdefghijklmnop');
  });

  it('is not acknowledged before the tab was looked at again', async () => {
    const l = lab();
    let look: (after: 'same') => void = () => undefined;
    l.world.after = () => new Promise((resolve) => (look = resolve));
    const opened = l.opened(newId());
    const waited = Symbol('waited');
    const pause = new Promise((resolve) => setTimeout(resolve, 60, waited));
    expect(await Promise.race([opened, pause])).toBe(waited);
    look('same');
    expect(await opened).toMatchObject({ state: 'recorded', picture: { state: 'present' } });
    expect(await kinds(l)).toEqual(['occurrence.captured']);
  });

  it.each([
    ['keeps no picture that may show another site', 'elsewhere', { state: 'missing', reason: 'navigated' }],
    ['notes that the page changed its address', 'moved', { state: 'present' }],
  ] as const)('%s', async (_what, after, picture) => {
    const l = lab();
    l.world.after = () => new Promise((resolve) => setTimeout(resolve, 30, after));
    const view = await l.recorded(newId());
    expect(view.picture).toMatchObject(picture);
    const captured = (await l.entries()).filter((entry) => entry.kind === 'occurrence.captured');
    expect(captured).toHaveLength(1);
    expect(captured[0]?.body).toMatchObject({ picture, page: { changedDuringCapture: true } });
    expect((await l.store.verify()).ok).toBe(true);
    expect(await l.store.pending.list()).toEqual([]);
  });

  it('can be started from the menu of the page, for the tab that was clicked', async () => {
    const l = lab();
    l.background.installed('update');
    expect(l.world.menus).toBe(1);
    l.background.menuChosen(
      { menuItemId: 'record' },
      {
        id: 9,
        windowId: 1,
        url: 'https://other.example/',
        incognito: false,
        active: true,
      },
    );
    await vi.waitFor(async () => expect(await kinds(l)).toEqual(['occurrence.captured']));
    const captured = (await l.entries()).find((entry) => entry.kind === 'occurrence.captured');
    expect(captured?.body).toMatchObject({ via: 'menu', page: { host: 'other.example' } });
    expect(l.badge).toEqual(['tick']);
  });

  it('from the menu of a private window is refused and leaves nothing', async () => {
    const l = lab();
    l.background.menuChosen(
      { menuItemId: 'record' },
      {
        id: 9,
        windowId: 1,
        url: 'https://other.example/',
        incognito: true,
        active: true,
      },
    );
    await new Promise((done) => setTimeout(done, 50));
    expect(await kinds(l)).toEqual([]);
    expect(await l.store.pending.list()).toEqual([]);
  });

  it('is recorded once however often the same click is sent', async () => {
    const l = lab();
    const id = newId();
    const views = await Promise.all(Array.from({ length: 10 }, () => l.opened(id)));
    const later = await l.recorded(id);
    expect(new Set(views.map((v) => v.state))).toEqual(new Set(['recorded']));
    expect(later.key).toBe(views[0]?.state === 'recorded' && views[0].key);
    expect(await kinds(l)).toEqual(['occurrence.captured']);
  });

  it('is recorded without picture or page text where the browser allows neither', async () => {
    const l = lab();
    l.world.picture = false;
    const view = await l.recorded(newId());
    expect(view.picture).toEqual({ state: 'missing', reason: 'hung' });
    expect(view.evidenceMissing).toBe('hung');
  });

  it('is recorded when no tab can be named', async () => {
    const l = lab();
    l.world.tab = null;
    expect(await l.recorded(newId())).toMatchObject({
      url: null,
      host: null,
      picture: { state: 'missing', reason: 'closed' },
    });
  });

  it('is refused in a private window, and nothing of it is stored', async () => {
    const l = lab();
    l.world.tab = { ...TAB, incognito: true };
    expect(await l.opened(newId())).toEqual({ state: 'refused', reason: 'private-window' });
    expect(l.world.shots).toBe(0);
    expect(await kinds(l)).toEqual([]);
    expect(await l.store.pending.list()).toEqual([]);
    expect(l.badge).toEqual([]);
  });

  it('can be undone and redone, each an entry of its own', async () => {
    const l = lab();
    const captureId = newId();
    await l.recorded(captureId);
    expect(await l.change({ verb: 'capture.undo', captureId })).toMatchObject({
      ok: true,
      view: { trashed: true },
    });
    await l.change({ verb: 'capture.undo', captureId });
    expect(await l.change({ verb: 'capture.redo', captureId })).toMatchObject({
      ok: true,
      view: { trashed: false },
    });
    expect(await kinds(l)).toEqual(['occurrence.captured', 'issue.trashed', 'issue.restored']);
  });

  it('takes impact and urgency', async () => {
    const l = lab();
    const captureId = newId();
    const { issueId } = await l.recorded(captureId);
    expect(await l.ask({ verb: 'issue.rate', issueId, impact: 1 })).toEqual({ ok: true });
    expect(await l.ask({ verb: 'issue.rate', issueId, urgency: 3 })).toEqual({ ok: true });
    expect(await l.ask({ verb: 'capture.view', captureId })).toMatchObject({ impact: 1, urgency: 3 });
  });
});

describe('when the disk is full', () => {
  /** Refuses pictures, or everything, as Chromium does. */
  const full =
    (what: 'pictures' | 'all', on: { full: boolean }) =>
    (store: Store): Store => ({
      ...store,
      append: (entries, options) =>
        on.full && (what === 'all' || (options?.blobs ?? []).length > 0)
          ? Promise.resolve({ ok: false, code: what === 'all' ? 'disk-full' : 'blob-write-failed' })
          : store.append(entries, options),
    });

  it('keeps the record without its picture when only the picture does not fit', async () => {
    const l = lab({ change: full('pictures', { full: true }) });
    expect((await l.recorded(newId())).picture).toEqual({ state: 'missing', reason: 'disk-full' });
  });

  it('keeps the record and what is typed in the journal when nothing fits, and moves both into the log later', async () => {
    const on = { full: true };
    const l = lab({ change: full('all', on) });
    const captureId = newId();
    expect(await l.opened(captureId)).toMatchObject({
      state: 'journalled',
      code: 'disk-full',
      host: 'portal.acme.example',
    });
    expect(l.badge).toEqual(['warn']);
    expect(await l.ask({ verb: 'draft.save', captureId, text: 'It broke' })).toEqual({ ok: true });
    expect(await l.ask({ verb: 'capture.view', captureId })).toMatchObject({
      state: 'journalled',
      text: 'It broke',
    });
    expect(await kinds(l)).toEqual([]);

    on.full = false;
    await l.ask({ verb: 'background.wake' });
    expect(await kinds(l)).toEqual(['occurrence.captured', 'issue.described']);
    expect(await l.ask({ verb: 'capture.view', captureId })).toMatchObject({
      state: 'recorded',
      text: 'It broke',
      host: 'portal.acme.example',
    });
    expect(await l.journal.list()).toEqual([]);
    await l.ask({ verb: 'background.wake' });
    expect(await kinds(l)).toHaveLength(2);
  });
});

describe('after the background was stopped half way', () => {
  it('finishes a capture that had only begun, once, and says that it was interrupted', async () => {
    const dead = lab({
      // The worker dies while the browser draws: nothing after the first write happens.
      change: (store) => ({ ...store, append: () => new Promise(() => undefined) }),
    });
    void dead.opened(newId());
    await vi.waitFor(async () => expect(await dead.store.pending.list()).toHaveLength(1), 5000);

    const next = lab({ profile: dead.profile, local: dead.local });
    next.background.start();
    await next.ask({ verb: 'background.wake' });
    const [captured, ...more] = (await next.entries()).filter((e) => e.kind === 'occurrence.captured');
    expect(more).toEqual([]);
    expect(captured?.body).toMatchObject({
      via: 'recovered',
      picture: { reason: 'interrupted' },
      page: { host: 'portal.acme.example' },
    });
    expect(await next.store.pending.list()).toEqual([]);
  });

  it('turns a left draft into the description', async () => {
    const before = lab();
    const captureId = newId();
    await before.recorded(captureId);
    before.popup(captureId);
    await before.ask({ verb: 'draft.save', captureId, text: 'Half a sen' });

    const next = lab({ profile: before.profile, local: before.local });
    await next.ask({ verb: 'background.wake' });
    expect(await next.ask({ verb: 'capture.view', captureId })).toMatchObject({ text: 'Half a sen' });
    expect(await kinds(next)).toEqual(['occurrence.captured', 'issue.described']);
    expect(await next.store.drafts.list()).toEqual([]);
  });

  it('leaves captures and drafts of open popups alone', async () => {
    const l = lab();
    const captureId = newId();
    l.popup(captureId);
    await l.recorded(captureId);
    await l.ask({ verb: 'draft.save', captureId, text: 'typing' });
    await l.ask({ verb: 'background.wake' });
    expect(await kinds(l)).toEqual(['occurrence.captured']);
  });
});

describe('messages', () => {
  it('from anything but our own pages are refused, whatever they ask', async () => {
    const l = lab();
    const strangers = [
      { id: 'casebook', url: 'https://evil.example/' },
      { id: 'other', url: POPUP.url },
      { id: 'casebook' },
      {},
    ];
    for (const sender of strangers) {
      expect(await l.background.message({ verb: 'popup.opened', captureId: newId() }, sender)).toEqual({
        ok: false,
        code: 'refused',
      });
    }
    expect(await kinds(l)).toEqual([]);
  });

  it('that do not parse are answered, not carried out', async () => {
    const l = lab();
    for (const raw of [
      null,
      1,
      {},
      { verb: 'popup.opened' },
      { verb: 'popup.opened', captureId: newId(), extra: 1 },
      { verb: 'eval' },
    ]) {
      expect(await l.background.message(raw, POPUP)).toEqual({ ok: false, code: 'invalid' });
    }
  });

  it('that lead into a bug of ours are answered', async () => {
    const l = lab({ change: (store) => ({ ...store, append: () => Promise.reject(new Error('A bug.')) }) });
    expect(await l.background.message({ verb: 'popup.opened', captureId: newId() }, POPUP)).toEqual({
      ok: false,
      code: 'failed',
    });
    expect(l.reports).toHaveLength(1);
  });
});
