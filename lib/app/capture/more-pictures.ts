import { z } from '../../domain/z.ts';
import { captureId, int, text } from '../../domain/ledger/primitives.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { FullPageRequest, TakenPicture } from '../../capture/full-page/shoot-full-page.ts';
import type { RegionAnswer, RegionOrder } from '../../capture/page/offer-region.ts';
import { regionAnswer } from '../../capture/region.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import type { Done, PictureHow, PictureNews } from '../client/protocol.ts';
import type { AddedPicture } from './add-picture.ts';
import type { Badge } from './badge.ts';
import type { SessionValues } from './continuing.ts';
import type { Counted } from './delayed.ts';
import type { Lately } from './lately.ts';

/** The browser, as far as more pictures need it. */
export type Camera = Readonly<{
  /** Resolves as soon as the user can mark something. */
  offerRegion(
    tab: TabFacts,
    order: RegionOrder,
  ): Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; reason: ReasonCode }>>;
  endRegion(tab: TabFacts): Promise<void>;
  region(tab: TabFacts, answer: RegionAnswer, format: 'jpeg' | 'png'): Promise<TakenPicture>;
  fullPage(request: FullPageRequest): Promise<TakenPicture>;
  visible(tab: TabFacts, format: 'jpeg' | 'png'): Promise<TakenPicture>;
}>;

/** Further pictures of a capture: a part of the page, all of it, or what is in front in three seconds. One at a time. */
export type MorePictures = Readonly<{
  /** Answers as soon as it is under way; `code` says why it cannot be. */
  take(id: CaptureId, how: PictureHow): Promise<Done>;
  cancel(): void;
  /** A message of our script in a page; null when it is none. */
  heard(raw: unknown, sender: unknown): Promise<Done> | null;
  /** The capture that a picture is being taken for in this tab. */
  of(tabId: number): CaptureId | null;
  /** Tells the popups of this capture how things stand. */
  tell(id: CaptureId): void;
  busy(): boolean;
  /** Once per start of the worker: what an earlier one left half done. */
  tidy(): Promise<void>;
}>;

type Deps = Readonly<{
  camera: Camera;
  add: (picture: AddedPicture) => Promise<ReasonCode | null>;
  countdown: Readonly<{ run(tab: TabFacts): Promise<Counted>; cancel(): boolean }>;
  badge: Badge;
  lately: Lately;
  session: SessionValues;
  activeTab: () => Promise<TabFacts | null>;
  tabById: (tabId: number) => Promise<TabFacts | null>;
  pictureFormat: () => Promise<'jpeg' | 'png'>;
  language: () => Promise<string>;
  newToken: () => string;
  now: () => Date;
  /** False when no popup of that capture is open. */
  push: (id: CaptureId, news: PictureNews) => boolean;
  /** The next popup on this tab goes on with this capture. */
  goOnWith: (id: CaptureId, tab: TabFacts) => Promise<void>;
  report: (what: string, error: unknown) => void;
}>;

const KEY = 'morePicture';
/** Somebody who has marked nothing after this long has left. */
const REGION_MS = 10 * 60_000;

const asked = z.strictObject({
  how: z.enum(['region', 'full-page', 'delayed']),
  captureId,
  tabId: int,
  token: text(60),
  at: int,
});
type Asked = z.infer<typeof asked>;

const fromPage = z.object({ id: z.string(), tab: z.object({ id: z.int() }) });

type Job = Readonly<{ captureId: CaptureId; tab: TabFacts; how: PictureHow; abort: AbortController }> & {
  percent: number;
};

export function createMorePictures(deps: Deps, ownId: string): MorePictures {
  const { badge, session } = deps;
  let job: Job | null = null;

  const remember = (what: Asked | null): Promise<void> =>
    session.write(KEY, what).catch((error: unknown) => deps.report('remember a picture to take', error));
  async function remembered(): Promise<Asked | null> {
    const parsed = asked.safeParse(await session.read(KEY).catch(() => null));
    return parsed.success ? parsed.data : null;
  }
  function running({ captureId: id, how, percent }: Job): void {
    deps.push(id, { picture: { state: 'running', how, percent } });
  }

  async function finish(mine: Job, taken: TakenPicture): Promise<void> {
    const { captureId: id, tab, how } = mine;
    let reason = taken.ok ? null : taken.reason;
    if (taken.ok)
      reason = await deps.add({
        captureId: id,
        via: how,
        tab,
        ready: taken.ready,
        wholePage: taken.wholePage,
      });
    if (reason === 'navigated' || reason === 'not-allowed') reason = await whereTo(tab, reason);
    // Another one may have been started meanwhile: it owns badge, memory and popup by now.
    if (job !== mine) return;
    job = null;
    await remember(null);
    if (reason === 'cancelled') {
      badge.clear();
      deps.push(id, { picture: { state: 'stopped' } });
    } else if (reason === null) {
      badge.tick();
      const seen = deps.push(id, {
        picture: { state: 'added', cut: taken.ok && taken.wholePage !== null },
      });
      if (!seen) await deps.goOnWith(id, tab);
    } else {
      badge.warn();
      if (!deps.push(id, { picture: { state: 'missing', reason } }))
        await deps.lately.remember({ what: 'no-picture', reason });
    }
  }
  /**
   * The page went elsewhere, or another tab came to the front: not the same for who has to understand it. Where the tab in
   * front was never granted, the browser only says that it is not allowed. Firefox says the same of its own error pages
   * and its PDF viewer, which the tab's title and icon tell.
   */
  async function whereTo(tab: TabFacts, said: ReasonCode): Promise<ReasonCode> {
    const now = await deps.tabById(tab.tabId);
    if (now === null) return 'closed';
    if (!now.active || now.windowId !== tab.windowId) return 'other-tab';
    return said === 'not-allowed' ? (now.shows ?? said) : said;
  }
  async function work(mine: Job, take: () => Promise<TakenPicture>): Promise<void> {
    try {
      await finish(mine, await take());
    } catch (error) {
      deps.report('take another picture', error);
      await finish(mine, { ok: false, reason: 'failed' });
    }
  }
  function begin(id: CaptureId, tab: TabFacts, how: PictureHow): Job {
    job?.abort.abort();
    deps.countdown.cancel();
    const mine: Job = { captureId: id, tab, how, abort: new AbortController(), percent: 0 };
    job = mine;
    return mine;
  }

  async function region(mine: Job, token: string): Promise<Done> {
    const offered = await deps.camera.offerRegion(mine.tab, { token, language: await deps.language() });
    if (offered.ok) return { ok: true };
    if (job === mine) job = null;
    await remember(null);
    const { reason } = offered;
    return { ok: false, code: reason === 'not-allowed' ? await whereTo(mine.tab, reason) : reason };
  }
  async function wholePage(mine: Job): Promise<TakenPicture> {
    badge.percent(0);
    return deps.camera.fullPage({
      tab: mine.tab,
      format: await deps.pictureFormat(),
      signal: mine.abort.signal,
      onProgress(percent) {
        mine.percent = percent;
        if (job !== mine) return;
        badge.percent(percent);
        running(mine);
      },
    });
  }
  async function delayed({ tab }: Job): Promise<TakenPicture> {
    const counted = await deps.countdown.run(tab);
    return counted.ok ? deps.camera.visible(counted.tab, await deps.pictureFormat()) : counted;
  }

  async function take(id: CaptureId, how: PictureHow): Promise<Done> {
    const tab = await deps.activeTab();
    if (tab === null || tab.incognito) return { ok: false, code: tab === null ? 'closed' : 'not-allowed' };
    const mine = begin(id, tab, how);
    const token = deps.newToken();
    await remember({ how, captureId: id, tabId: tab.tabId, token, at: deps.now().getTime() });
    // The popup goes away now: the next one is for what comes of this.
    if (how !== 'full-page') await deps.goOnWith(id, tab);
    running(mine);
    if (how === 'region') return region(mine, token);
    void work(mine, () => (how === 'full-page' ? wholePage(mine) : delayed(mine)));
    return { ok: true };
  }

  /** The worker may have been stopped while the user marked something: what it knew is in the session's memory. */
  async function marked(answer: RegionAnswer, tabId: number): Promise<Done> {
    const order = await remembered();
    const late = order !== null && deps.now().getTime() - order.at > REGION_MS;
    if (order?.how !== 'region' || late || order.token !== answer.token || order.tabId !== tabId)
      return { ok: false, code: 'refused' };
    const tab = await deps.tabById(tabId);
    if (tab === null) return { ok: false, code: 'closed' };
    const mine =
      job?.captureId === order.captureId && job.how === 'region'
        ? job
        : begin(order.captureId, tab, 'region');
    await work(mine, async () =>
      answer.box === null
        ? { ok: false, reason: 'cancelled' }
        : deps.camera.region(tab, answer, await deps.pictureFormat()),
    );
    return { ok: true };
  }

  /** Nothing runs in the background while the user marks something. */
  async function giveUp(mine: Job): Promise<void> {
    await work(mine, async () => ({ ok: false, reason: 'cancelled' }));
    await deps.camera.endRegion(mine.tab);
  }

  return {
    take,
    cancel() {
      deps.countdown.cancel();
      job?.abort.abort();
      if (job?.how === 'region') void giveUp(job);
    },
    heard(raw, sender) {
      const answer = regionAnswer.safeParse(raw);
      const page = fromPage.safeParse(sender);
      if (!answer.success || !page.success || page.data.id !== ownId) return null;
      return marked(answer.data, page.data.tab.id);
    },
    of: (tabId) => (job?.tab.tabId === tabId ? job.captureId : null),
    tell(id) {
      if (job?.captureId === id) running(job);
    },
    busy: () => job !== null && job.how !== 'region',
    async tidy() {
      const left = await remembered();
      if (left === null || left.how === 'region' || job !== null) return;
      await remember(null);
      badge.warn();
      await deps.lately.remember({ what: 'no-picture', reason: 'interrupted' });
    },
  };
}
