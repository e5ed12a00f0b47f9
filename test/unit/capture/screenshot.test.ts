import { describe, expect, it } from 'vitest';
import {
  createScreenshooter,
  PICTURE_LIMIT_MS,
  PICTURE_SPACING_MS,
} from '../../../lib/capture/screenshot.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';

const TAB: TabFacts = {
  tabId: 7,
  windowId: 1,
  url: 'https://a.example/x',
  title: 'X',
  incognito: false,
  active: true,
  loading: false,
  awaited: false,
  shows: null,
  crashed: false,
};
const RAW = { id: 7, windowId: 1, url: TAB.url ?? '', title: 'X', incognito: false, active: true };
const DATA = 'data:image/jpeg;base64,/9j/';

/** A browser whose clock only moves when somebody waits. */
function world(capture: (time: number, call: number) => Promise<string>, after: object | null = RAW) {
  const calls: number[] = [];
  let time = 1000;
  const tabs = {
    captureVisibleTab: () => {
      calls.push(time);
      return capture(time, calls.length);
    },
    get: () => (after ? Promise.resolve(after) : Promise.reject(new Error('No tab with id: 7'))),
    query: () => Promise.resolve([]),
  };
  const shooter = createScreenshooter({
    tabs: tabs as never, // as: only these calls are made
    monotonic: () => time,
    sleep: async (ms) => void (time += ms),
  });
  return { shooter, calls };
}

describe('a picture of the visible tab', () => {
  it('is taken at once', async () => {
    const { shooter } = world(async () => DATA);
    const shot = await shooter.shoot(TAB, 'jpeg');
    expect(shot).toMatchObject({ ok: true, picture: { mime: 'image/jpeg' }, changedDuringCapture: false });
  });

  it('keeps the distance that Chromium demands when clicks come quickly', async () => {
    const { shooter, calls } = world(async () => DATA);
    const shots = await Promise.all([1, 2, 3].map(() => shooter.shoot(TAB, 'jpeg')));
    expect(shots.map((s) => s.ok)).toEqual([true, true, true]);
    expect(calls).toEqual([1000, 1000 + PICTURE_SPACING_MS, 1000 + 2 * PICTURE_SPACING_MS]);
  });

  it('is given up with the reason "quota" rather than late', async () => {
    const { shooter, calls } = world(async () => {
      throw new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.');
    });
    expect(await shooter.shoot(TAB, 'jpeg')).toMatchObject({ ok: false, reason: 'quota' });
    expect((calls.at(-1) ?? 0) - 1000).toBeLessThan(PICTURE_LIMIT_MS);
  });

  it('is taken again after a refusal for quota', async () => {
    const { shooter } = world(async (_time, call) => {
      if (call === 1) throw new Error('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND');
      return DATA;
    });
    expect((await shooter.shoot(TAB, 'jpeg')).ok).toBe(true);
  });

  it.each([
    ['is dropped when another tab is in front', { ...RAW, active: false }, 'navigated'],
    ['is dropped when the tab went to another site', { ...RAW, url: 'https://b.example/' }, 'navigated'],
    ['is dropped when the tab is gone', null, 'closed'],
  ])('%s', async (_what, after, reason) => {
    const { shooter } = world(async () => DATA, after);
    expect(await shooter.shoot(TAB, 'jpeg')).toMatchObject({ ok: false, reason });
  });

  it('is kept, and the move noted, when the page changed its address within the site', async () => {
    const { shooter } = world(async () => DATA, { ...RAW, url: 'https://a.example/y' });
    expect(await shooter.shoot(TAB, 'jpeg')).toMatchObject({ ok: true, changedDuringCapture: true });
  });

  it.each([
    [
      "The 'activeTab' permission is not in effect: either the '<all_urls>' or 'activeTab' permission is required.",
      'not-allowed',
    ],
    ['Failed to capture tab: image readback failed', 'failed'],
    ['No tab with id: 7.', 'closed'],
  ])('names a reason for "%s"', async (message, reason) => {
    const { shooter } = world(() => Promise.reject(new Error(message)));
    expect(await shooter.shoot(TAB, 'png')).toMatchObject({ ok: false, reason });
  });
});

const FRONT: TabFacts = { ...TAB, inFront: true };

describe('a glance at whatever is in front', () => {
  it('is the picture of the tab that turns out to be there', async () => {
    const { shooter, calls } = world(async () => DATA);
    const glance = shooter.glance('jpeg');
    const shot = await shooter.shoot(FRONT, 'jpeg', undefined, undefined, glance);
    expect(shot).toMatchObject({ ok: true, changedDuringCapture: false });
    expect(calls).toEqual([1000]);
  });

  it('is dropped where the tab may be in another window, and a picture taken of the right one', async () => {
    const { shooter, calls } = world(async () => DATA);
    const shot = await shooter.shoot(TAB, 'jpeg', undefined, undefined, shooter.glance('jpeg'));
    expect(shot).toMatchObject({ ok: true });
    expect(calls).toEqual([1000, 1000 + PICTURE_SPACING_MS]);
  });

  it('is dropped like any picture when the tab went to another site', async () => {
    const { shooter } = world(async () => DATA, { ...RAW, url: 'https://b.example/' });
    const shot = await shooter.shoot(FRONT, 'jpeg', undefined, undefined, shooter.glance('jpeg'));
    expect(shot).toMatchObject({ ok: false, reason: 'navigated' });
  });

  it('is not tried where the browser would refuse it', async () => {
    const { shooter } = world(async () => DATA);
    await shooter.shoot(TAB, 'jpeg');
    expect(shooter.glance('jpeg')).toBeNull();
  });

  it('that was refused names the reason without a second try', async () => {
    const { shooter, calls } = world(() => Promise.reject(new Error('No tab with id: 7.')));
    const shot = await shooter.shoot(FRONT, 'jpeg', undefined, undefined, shooter.glance('jpeg'));
    expect(shot).toMatchObject({ ok: false, reason: 'closed' });
    expect(calls).toHaveLength(1);
  });
});
