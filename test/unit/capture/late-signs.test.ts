import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownAtLast } from '../../../lib/capture/late-signs.ts';
import { tabFactsOf } from '../../../lib/capture/tab-facts.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';

const RAW = {
  id: 7,
  windowId: 1,
  url: 'https://portal.acme.example/',
  title: 'Invoices',
  incognito: false,
  active: true,
  status: 'complete',
};
const ICON = 'chrome://global/skin/icons/info.svg';
const TAB = tabFactsOf(RAW) as TabFacts; // as: RAW is a whole tab

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the tab says at each look; the last answer stays. */
function looking(...answers: readonly (object | 'gone' | 'never')[]) {
  let looks = 0;
  const get = () => {
    const answer = answers[Math.min(looks, answers.length - 1)];
    looks += 1;
    if (answer === 'never') return new Promise(() => undefined);
    return answer === 'gone' ? Promise.reject(new Error('No tab with id: 7.')) : Promise.resolve(answer);
  };
  const tabs = { get } as never; // as: only this call is made
  const sleep = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms));
  return { shown: shownAtLast({ tabs, sleep }, TAB), looks: () => looks };
}

describe('what Firefox shows in place of a page', () => {
  it('is known as soon as the icon of its error page is there', async () => {
    const { shown, looks } = looking(RAW, RAW, { ...RAW, favIconUrl: ICON });
    await vi.advanceTimersByTimeAsync(100);
    expect(await shown).toBe('error-page');
    expect(looks()).toBe(3);
  });

  it('is known at the first look, without any wait, by its title', async () => {
    expect(await looking({ ...RAW, title: 'Problem loading page' }).shown).toBe('error-page');
  });

  it('stays unknown after 600 ms, and nobody goes on looking', async () => {
    const { shown, looks } = looking(RAW);
    await vi.advanceTimersByTimeAsync(600);
    expect(await shown).toBeNull();
    const looked = looks();
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks()).toBe(looked);
  });

  it('stays unknown when the browser does not answer', async () => {
    const { shown } = looking('never');
    await vi.advanceTimersByTimeAsync(600);
    expect(await shown).toBeNull();
  });

  it.each([
    ['is closed', 'gone'],
    ['has gone to another page', { ...RAW, url: 'https://other.example/', favIconUrl: ICON }],
  ] as const)('is nobody’s business when the tab %s', async (_what, answer) => {
    const { shown, looks } = looking(answer);
    expect(await shown).toBeNull();
    expect(looks()).toBe(1);
  });
});
