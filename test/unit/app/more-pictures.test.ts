import { describe, expect, it, vi } from 'vitest';
import { JPEG, lab, newId, OWN, TAB } from './background-lab.ts';
import type { Lab } from './background-lab.ts';
import type { Camera } from '../../../lib/app/capture/more-pictures.ts';
import type { TakenPicture } from '../../../lib/capture/full-page/shoot-full-page.ts';
import type { RegionOrder } from '../../../lib/capture/page/offer-region.ts';
import type { PresentPicture } from '../../../lib/domain/issue/picture.ts';
import type { CaptureId } from '../../../lib/domain/ledger/primitives.ts';

const FACTS: PresentPicture = {
  state: 'present',
  sha256: 'ab'.repeat(32),
  crc32: 7,
  bytes: JPEG.length,
  mime: 'image/jpeg',
  width: 8,
  height: 400,
};
const TAKEN: TakenPicture = {
  ok: true,
  ready: { facts: FACTS, blob: new Blob([JPEG], { type: 'image/jpeg' }) },
  wholePage: null,
};

/** A camera whose pictures are taken when the test says so. */
function camera(over: Partial<Camera> = {}) {
  const orders: RegionOrder[] = [];
  let ended = 0;
  const made: Camera = {
    offerRegion: async (_tab, order) => (orders.push(order), { ok: true }),
    endRegion: async () => void (ended += 1),
    region: async () => TAKEN,
    fullPage: async () => TAKEN,
    visible: async () => TAKEN,
    ...over,
  };
  return { made, orders, ended: () => ended };
}

const ADDRESS = TAB.url ?? '';
const FROM_PAGE = { id: OWN.id, url: ADDRESS, tab: { id: TAB.tabId } };
const marked = (order: RegionOrder | undefined, over: object = {}) => ({
  verb: 'region.chosen',
  token: order?.token ?? '',
  box: { x: 1, y: 2, width: 30, height: 40 },
  innerWidth: 800,
  dpr: 1,
  ...over,
});

async function recorded(
  options: Parameters<typeof lab>[0] = {},
): Promise<{ it: Lab; id: CaptureId; issueId: string }> {
  const it = lab(options);
  const id = newId();
  const { issueId } = await it.recorded(id);
  return { it, id, issueId };
}
const take = (it: Lab, id: CaptureId, how: string) => it.ask({ verb: 'picture.take', captureId: id, how });
const added = async (it: Lab) => (await it.entries()).filter((entry) => entry.kind === 'evidence.added');

describe('another picture', () => {
  it('of the whole page becomes evidence of the capture, with its address scrubbed', async () => {
    const {
      it: world,
      id,
      issueId,
    } = await recorded({
      camera: camera({
        fullPage: async ({ onProgress }) => {
          onProgress(50);
          return { ...TAKEN, wholePage: { width: 8, height: 9000 } };
        },
      }).made,
    });
    expect(await take(world, id, 'full-page')).toEqual({ ok: true });
    await vi.waitFor(async () => expect(await added(world)).toHaveLength(1));
    const [entry] = await added(world);
    expect(entry).toMatchObject({
      issueId,
      body: {
        captureId: id,
        via: 'full-page',
        item: { type: 'picture', picture: FACTS },
        wholePage: { width: 8, height: 9000 },
        masked: 1,
      },
    });
    expect(JSON.stringify(entry)).not.toContain('abcdefghijklmnop');
    expect(world.badge).toContain('50%');
    await vi.waitFor(() => expect(world.badge.at(-1)).toBe('tick'));
    expect(await world.store.picture(FACTS.sha256)).toMatchObject({ sha256: FACTS.sha256 });
  });

  it('of a part of the page is taken once the page has answered', async () => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    expect(await take(world, id, 'region')).toEqual({ ok: true });
    expect(await added(world)).toHaveLength(0);
    expect(await world.background.message(marked(lens.orders[0]), FROM_PAGE)).toEqual({ ok: true });
    expect((await added(world))[0]).toMatchObject({ body: { captureId: id, via: 'region' } });
  });

  it('is taken although the background was stopped and started while the user marked it', async () => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'region');
    const next = lab({
      profile: world.profile,
      session: world.session,
      local: world.local,
      camera: lens.made,
    });
    expect(await next.background.message(marked(lens.orders[0]), FROM_PAGE)).toEqual({ ok: true });
    expect(await added(next)).toHaveLength(1);
  });

  it.each([
    ['another token', { token: 'guessed' }, FROM_PAGE],
    ['another tab', {}, { ...FROM_PAGE, tab: { id: 99 } }],
    ['another extension', {}, { ...FROM_PAGE, id: 'somebody' }],
    ['nonsense', { box: 'all of it' }, FROM_PAGE],
    ['no tab', {}, { id: OWN.id, url: ADDRESS }],
  ])('is refused to a message with %s', async (_what, over, sender) => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'region');
    expect(await world.background.message(marked(lens.orders[0], over), sender)).toMatchObject({ ok: false });
    expect(await added(world)).toHaveLength(0);
  });

  it('is not taken twice for one mark', async () => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'region');
    await world.background.message(marked(lens.orders[0]), FROM_PAGE);
    expect(await world.background.message(marked(lens.orders[0]), FROM_PAGE)).toMatchObject({ ok: false });
    expect(await added(world)).toHaveLength(1);
  });

  it('is called off in the popup: the page is freed and nothing is kept', async () => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'region');
    expect(await world.ask({ verb: 'picture.cancel', captureId: id })).toEqual({ ok: true });
    await vi.waitFor(() => expect(lens.ended()).toBe(1));
    expect(await world.background.message(marked(lens.orders[0]), FROM_PAGE)).toMatchObject({ ok: false });
    expect(await added(world)).toHaveLength(0);
  });

  it('of the whole page ends when it is called off', async () => {
    const lens = camera({
      fullPage: ({ signal }) =>
        new Promise((done) =>
          signal.addEventListener('abort', () => done({ ok: false, reason: 'cancelled' })),
        ),
    });
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'full-page');
    await world.ask({ verb: 'picture.cancel', captureId: id });
    await vi.waitFor(() => expect(world.badge.at(-1)).toBe('clear'));
    expect(await added(world)).toHaveLength(0);
  });

  it('that cannot be taken is told by its reason, at once or to the next popup', async () => {
    const lens = camera({
      offerRegion: async () => ({ ok: false, reason: 'error-page' }),
      fullPage: async () => ({ ok: false, reason: 'hung' }),
    });
    const { it: world, id } = await recorded({ camera: lens.made });
    expect(await take(world, id, 'region')).toEqual({ ok: false, code: 'error-page' });
    await take(world, id, 'full-page');
    await vi.waitFor(() => expect(world.badge.at(-1)).toBe('warn'));
    const popup = newId();
    await vi.waitFor(async () =>
      expect(await world.ask({ verb: 'news.ask', captureId: popup })).toMatchObject({
        news: { what: 'no-picture', reason: 'hung' },
      }),
    );
  });

  it.each(['region', 'full-page'])(
    'says that an error page was in the way where the browser only speaks of permission: %s',
    async (how) => {
      const refused = { ok: false, reason: 'not-allowed' } as const;
      const lens = camera({ offerRegion: async () => refused, fullPage: async () => refused });
      const { it: world, id } = await recorded({ camera: lens.made });
      world.world.tab = { ...TAB, shows: 'error-page' };
      const answer = await take(world, id, how);
      if (how === 'region') expect(answer).toEqual({ ok: false, code: 'error-page' });
      else
        await vi.waitFor(async () =>
          expect(await world.ask({ verb: 'news.ask', captureId: newId() })).toMatchObject({
            news: { reason: 'error-page' },
          }),
        );
    },
  );

  it('tells "other tab" from "another page"', async () => {
    const lens = camera({ fullPage: async () => ({ ok: false, reason: 'navigated' }) });
    const { it: world, id } = await recorded({ camera: lens.made });
    world.world.others.set(TAB.tabId, { ...TAB, active: false });
    const [, asked] = [await take(world, id, 'full-page'), (world.world.tab = null)];
    expect(asked).toBeNull();
    await vi.waitFor(async () =>
      expect(await world.ask({ verb: 'news.ask', captureId: newId() })).toMatchObject({
        news: { reason: 'other-tab' },
      }),
    );
  });

  it('belongs to the capture that is shown: a popup opened meanwhile goes on with it', async () => {
    const lens = camera();
    const { it: world, id, issueId } = await recorded({ camera: lens.made });
    await take(world, id, 'region');
    const again = newId();
    const view = await world.recorded(again);
    expect(view).toMatchObject({ continued: true, captureId: id, issueId });
    await take(world, again, 'full-page');
    await vi.waitFor(async () =>
      expect((await added(world))[0]).toMatchObject({ issueId, body: { captureId: id } }),
    );
  });

  it('in three seconds shows what is in front then', async () => {
    const lens = camera();
    const { it: world, id } = await recorded({ camera: lens.made });
    expect(await take(world, id, 'delayed')).toEqual({ ok: true });
    await vi.waitFor(async () => expect((await added(world))[0]).toMatchObject({ body: { via: 'delayed' } }));
    expect(world.badge).toEqual(expect.arrayContaining(['3', '2', '1', 'tick']));
  });

  it('that was interrupted half way is told, and its badge does not stay', async () => {
    const lens = camera({ fullPage: () => new Promise(() => undefined) });
    const { it: world, id } = await recorded({ camera: lens.made });
    await take(world, id, 'full-page');
    const next = lab({ profile: world.profile, session: world.session, local: world.local });
    next.background.start();
    await vi.waitFor(() => expect(next.badge).toContain('warn'));
    expect(await next.ask({ verb: 'news.ask', captureId: newId() })).toMatchObject({
      news: { what: 'no-picture', reason: 'interrupted' },
    });
  });
});
