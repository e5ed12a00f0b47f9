import { describe, expect, it, vi } from 'vitest';
import { createBadge } from '../../../lib/app/capture/badge.ts';
import { LATELY_MS } from '../../../lib/app/capture/lately.ts';
import { chosenOf, createPageMenu } from '../../../lib/app/capture/page-menu.ts';
import type { Told } from '../../../lib/app/client/protocol.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';
import { lab, newId, TAB } from './background-lab.ts';
import type { Lab } from './background-lab.ts';

/** The tab as the browser hands it over. */
const RAW = { id: 7, windowId: 1, url: TAB.url, title: TAB.title, incognito: false, active: true };
const SECRET = 'abcdefghijklmnop';

async function recorded(l: Lab, issues = 1): Promise<void> {
  await vi.waitFor(async () => expect((await l.store.counts()).all).toBe(issues), 5000);
}

async function captured(l: Lab) {
  const found = (await l.entries()).findLast((entry) => entry.kind === 'occurrence.captured');
  if (found?.kind !== 'occurrence.captured') throw new Error('Nothing was captured.');
  return found;
}

const told = async (l: Lab, popup: string): Promise<Told> =>
  (await l.ask({ verb: 'news.ask', captureId: popup })) as Told; // as: the verb's answer

describe('the shortcut without a popup', () => {
  it('records the tab it was pressed in, ticks, and is told to the next popup only', async () => {
    const l = lab();
    l.background.commanded('record-silently', RAW);
    await recorded(l);
    const entry = await captured(l);
    expect(entry.body).toMatchObject({ via: 'shortcut', page: { host: 'portal.acme.example' } });
    await vi.waitFor(() => expect(l.badge).toContain('tick'));

    const [popup, later] = [newId(), newId()];
    const news = { what: 'recorded', captureId: entry.body.captureId, at: entry.at, zone: entry.zone };
    expect(await told(l, popup)).toEqual({ ok: true, news, shortcut: 'Alt+Shift+L' });
    expect((await told(l, popup)).news, 'asked again after the background was stopped').toEqual(news);
    expect((await told(l, later)).news).toBeNull();
  });

  it('can be taken back from there, and that again', async () => {
    const l = lab();
    l.background.commanded('record-silently', RAW);
    await recorded(l);
    const { captureId } = (await captured(l)).body;
    await l.ask({ verb: 'capture.undo', captureId });
    expect(await l.store.counts()).toMatchObject({ all: 0, trash: 1 });
    await l.ask({ verb: 'capture.redo', captureId });
    expect(await l.store.counts()).toMatchObject({ all: 1, trash: 0 });
  });

  it('is not told any more after some minutes, nor is what a popup recorded', async () => {
    const l = lab();
    await l.recorded(newId());
    expect((await told(l, newId())).news).toBeNull();
    l.background.commanded('record-silently', RAW);
    await recorded(l, 2);
    l.clock.ms += LATELY_MS + 1000;
    expect((await told(l, newId())).news).toBeNull();
  });

  it('does nothing for another command, and nothing in a private window', async () => {
    const l = lab();
    l.background.commanded('_execute_action', RAW);
    l.background.commanded('record-silently', { ...RAW, incognito: true });
    l.background.menuChosen({ menuItemId: 'record' }, { ...RAW, incognito: true });
    l.background.menuChosen({ menuItemId: 'delayed' }, { ...RAW, incognito: true });
    await new Promise((done) => setTimeout(done, 50));
    expect(await l.store.counts()).toMatchObject({ all: 0, trash: 0 });
    expect(await l.store.pending.list()).toEqual([]);
    expect(l.badge).toEqual([]);
  });
});

describe('the menu of the page', () => {
  it('makes selected text the description, without its secrets, in the same transaction', async () => {
    const l = lab();
    const selectionText = `  Cannot save order 4711.\npassword: ${SECRET}  `;
    l.background.menuChosen({ menuItemId: 'record', selectionText, linkUrl: 'https://x.example/' }, RAW);
    await recorded(l);
    const entries = await l.entries();
    const { body, issueId } = await captured(l);
    expect(body).toMatchObject({ via: 'menu', pointedAt: { kind: 'selection' } });
    const issue = await l.store.issue(issueId);
    expect(issue?.description).toContain('Cannot save order 4711.\npassword: ');
    expect(issue?.needsDetails).toBe(false);
    expect(JSON.stringify(entries)).not.toContain(SECRET);
    expect(body.masked.total).toBeGreaterThan(0);
    expect(body.pointedAt).toEqual({ kind: 'selection', text: issue?.description });
  });

  it.each([
    [{ linkUrl: `https://a.example/x?token=${SECRET}` }, 'link', 'https://a.example/x?token='],
    [
      { mediaType: 'image', srcUrl: `https://a.example/i.png?sig=${SECRET}` },
      'image',
      'https://a.example/i.png',
    ],
    [{ mediaType: 'image', srcUrl: `data:image/png;base64,${SECRET}` }, 'image', 'data:image/png'],
  ])('keeps what was pointed at, without its secrets: %j', async (info, kind, start) => {
    const l = lab();
    l.background.menuChosen({ menuItemId: 'record', ...info }, RAW);
    await recorded(l);
    const { pointedAt } = (await captured(l)).body;
    expect(pointedAt).toMatchObject({ kind, url: expect.stringContaining(start) });
    expect(JSON.stringify(await l.entries())).not.toContain(SECRET);
  });

  it('opens the form for what is not in the browser', async () => {
    const l = lab();
    l.background.menuChosen({ menuItemId: 'else' }, RAW);
    await vi.waitFor(() => expect(l.world.logs).toEqual(['/else']));
  });

  it('knows its own items only, and points at nothing on a bare page or a video', () => {
    expect(chosenOf({ menuItemId: 'other' })).toBeNull();
    expect(chosenOf(null)).toBeNull();
    expect(chosenOf({ menuItemId: 'record' })).toEqual({ item: 'record', pointedAt: null });
    const video = { menuItemId: 'record', mediaType: 'video', srcUrl: 'https://a.example/v.mp4' };
    expect(chosenOf(video)).toEqual({ item: 'record', pointedAt: null });
  });

  it('is put in place once, below one entry of our own', async () => {
    const made: { id: string; parentId?: string; contexts: readonly string[] }[] = [];
    let removed = 0;
    const browser = {
      contextMenus: {
        removeAll: async () => void (removed += 1),
        create: (item: (typeof made)[number]) => void made.push(item),
      },
      i18n: { getMessage: (name: string) => name },
    };
    await createPageMenu(browser as unknown as Parameters<typeof createPageMenu>[0]).offer(); // as: the two functions it uses
    expect(removed).toBe(1);
    const inPages = made.filter(({ contexts }) => contexts.includes('page'));
    expect(inPages.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['casebook', undefined],
      ['record', 'casebook'],
      ['delayed', 'casebook'],
    ]);
    for (const { contexts } of inPages)
      expect(contexts).toEqual(expect.arrayContaining(['frame', 'link', 'image', 'selection', 'editable']));
    expect(made.filter(({ contexts }) => contexts.includes('action')).map(({ id }) => id)).toEqual(['else']);
  });
});

/** Seconds that pass when the test says so. */
function slow(l: Lab): { tick: () => void } {
  const waiting: (() => void)[] = [];
  l.world.second = () => new Promise((done) => waiting.push(done));
  return { tick: () => waiting.shift()?.() };
}

const away = (l: Lab, tab: TabFacts | null) => {
  l.world.others.set(TAB.tabId, TAB);
  l.world.tab = tab;
};

describe('in three seconds', () => {
  it('is on disk at once, counts 3 2 1, then records what is there by then', async () => {
    const l = lab();
    const { tick } = slow(l);
    l.background.menuChosen({ menuItemId: 'delayed' }, RAW);
    await vi.waitFor(() => expect(l.badge).toEqual(['3']));
    expect(await l.store.pending.list()).toHaveLength(1);
    expect(l.world.shots).toBe(0);
    l.world.tab = { ...TAB, title: 'Menu open' };
    tick();
    await vi.waitFor(() => expect(l.badge).toEqual(['3', '2']));
    tick();
    await vi.waitFor(() => expect(l.badge).toEqual(['3', '2', '1']));
    tick();
    await recorded(l);
    expect((await captured(l)).body).toMatchObject({
      via: 'delayed',
      page: { title: 'Menu open' },
      picture: { state: 'present' },
    });
    await vi.waitFor(() => expect(l.badge).toEqual(['3', '2', '1', 'clear', 'tick']));
    expect(await l.store.pending.list()).toEqual([]);
  });

  it.each([
    ['the same item again', (l: Lab) => l.background.menuChosen({ menuItemId: 'delayed' }, RAW)],
    ['a click on the button', (l: Lab) => void l.opened(newId())],
  ])('is stopped by %s, and then leaves nothing behind', async (_what, second) => {
    const l = lab();
    slow(l);
    l.background.menuChosen({ menuItemId: 'delayed' }, RAW);
    await vi.waitFor(() => expect(l.badge).toEqual(['3']));
    second(l);
    await vi.waitFor(() => expect(l.badge).toContain('clear'));
    await vi.waitFor(async () => expect(await l.store.pending.list()).toEqual([]), 5000);
    const vias = (await l.entries()).flatMap((e) => (e.kind === 'occurrence.captured' ? [e.body.via] : []));
    expect(vias).not.toContain('delayed');
    expect(vias.length).toBeLessThan(2);
  });

  it('records without a picture, and says why, when another tab is in front', async () => {
    const l = lab();
    away(l, { ...TAB, tabId: 8, url: 'https://private.example/', title: 'Private' });
    l.background.menuChosen({ menuItemId: 'delayed' }, RAW);
    await recorded(l);
    const { body } = await captured(l);
    expect(body.picture).toEqual({ state: 'missing', reason: 'other-tab' });
    expect(body.page.host).toBe('portal.acme.example');
    expect(l.world.shots).toBe(0);
    expect(JSON.stringify(await l.entries())).not.toContain('private.example');
  });

  it('records without a picture when the tab was closed', async () => {
    const l = lab();
    l.world.tab = null;
    l.background.menuChosen({ menuItemId: 'delayed' }, RAW);
    await recorded(l);
    expect((await captured(l)).body.picture).toEqual({ state: 'missing', reason: 'closed' });
  });

  it('is recorded by the next start when the background is stopped while counting', async () => {
    const l = lab();
    slow(l);
    l.background.menuChosen({ menuItemId: 'delayed', selectionText: 'It hangs' }, RAW);
    await vi.waitFor(() => expect(l.badge).toEqual(['3']));
    await vi.waitFor(async () => expect(await l.store.pending.list()).toHaveLength(1), 5000);
    const next = lab({ profile: l.profile, session: l.session, local: l.local });
    next.background.start();
    await recorded(next);
    const { body, issueId } = await captured(next);
    expect(body).toMatchObject({ via: 'recovered', picture: { reason: 'interrupted' } });
    expect((await next.store.issue(issueId))?.description).toBe('It hangs');
  });

  it('shows the seconds in the badge', () => {
    const shown: string[] = [];
    const badge = createBadge(
      {
        setBadgeText: async ({ text }: { text?: string | null }) => void shown.push(text ?? ''),
        setBadgeBackgroundColor: async () => undefined,
        setBadgeTextColor: async () => undefined,
        getBadgeText: async () => '',
        setTitle: async () => undefined,
      },
      'Record a problem',
    );
    for (const second of [3, 2, 1]) badge.count(second);
    expect(shown).toEqual(['3', '2', '1']);
  });
});
