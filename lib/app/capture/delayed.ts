import type { TabFacts } from '../../capture/tab-facts.ts';

/** How long a menu or a hint has to be opened, in seconds. */
const SECONDS = 3;

/** What became of the wait: the tab as it is now, or why no picture of it may be taken. */
export type Counted =
  | Readonly<{ ok: true; tab: TabFacts }>
  | Readonly<{ ok: false; reason: 'cancelled' | 'other-tab' | 'closed' }>;

export type Countdown = Readonly<{
  /** Counts in the badge, then looks whether the tab is still the one in front. Starting again ends the one before. */
  run(tab: TabFacts): Promise<Counted>;
  /** The second click. False when nothing is being counted. */
  cancel(): boolean;
}>;

type Deps = Readonly<{
  badge: Readonly<{ count(seconds: number): void; clear(): void }>;
  /** The tab in front, null where there is none. */
  inFront: () => Promise<TabFacts | null>;
  /** null once the tab is closed. */
  byId: (tabId: number) => Promise<TabFacts | null>;
  sleep: (ms: number) => Promise<void>;
}>;

/**
 * "In 3 seconds", for menus that close when one clicks elsewhere. Plain timers: three seconds are far below the idle
 * time after which a browser stops the background, and its alarms are too coarse.
 */
export function createCountdown({ badge, inFront, byId, sleep }: Deps): Countdown {
  let stop: (() => void) | null = null;
  return {
    async run(tab) {
      stop?.();
      let cancelled = false;
      let wake: (() => void) | undefined;
      const stopped = new Promise<void>((done) => (wake = done));
      const mine = (): void => {
        cancelled = true;
        wake?.();
      };
      stop = mine;
      for (let left = SECONDS; left > 0 && !cancelled; left -= 1) {
        badge.count(left);
        await Promise.race([sleep(1000), stopped]);
      }
      // Whoever started after this one owns the badge by now.
      if (stop === mine) {
        stop = null;
        badge.clear();
      }
      if (cancelled) return { ok: false, reason: 'cancelled' };
      const front = await inFront().catch(() => null);
      if (front?.tabId === tab.tabId) return { ok: true, tab: front };
      const there = await byId(tab.tabId);
      return { ok: false, reason: there === null ? 'closed' : 'other-tab' };
    },
    cancel() {
      const running = stop !== null;
      stop?.();
      return running;
    },
  };
}
