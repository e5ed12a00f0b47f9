import type { BrowserApi } from '../../capture/browser.ts';

/** How long the tick stays. */
export const TICK_MS = 3000;

export type Badge = Readonly<{
  /** Recorded. */
  tick(): void;
  /** Something could not be put on disk; stays until the next good record. */
  warn(): void;
  /** Seconds until the picture is taken. */
  count(seconds: number): void;
  /** How much of a picture of the whole page is there. */
  percent(done: number): void;
  /** A backup is due; stays until the log is opened, and makes way for what we owe. */
  remind(): void;
  /** So many things wait for us; `title` says it in words. 0: none. */
  owe(number: number, title: string): void;
  /** What was shown for its time is over: what stands is shown again. */
  clear(): void;
  /** Somebody opened the log: nothing has to be pointed out any more but what we owe. */
  seen(): void;
  /** Takes over what an earlier run of the background left standing. */
  resume(): Promise<void>;
}>;

/** White on these is at least 5.1 : 1. */
const GREEN = '#1a7f37';
const RED = '#b3261e';
const BLUE = '#1f5fbf';
const SLATE = '#4a4a55';

const WARNING = '!';
const REMINDER = '•';
/** More does not fit, and nobody counts further. */
const MOST = 99;

type Action = Pick<
  BrowserApi['action'],
  'setBadgeText' | 'setBadgeBackgroundColor' | 'setBadgeTextColor' | 'getBadgeText' | 'setTitle'
>;

/**
 * The toolbar button's badge; never the reason for a capture to fail. What passes (tick, seconds, percent) lies over what
 * stands: a warning, else the number of things we owe, else the reminder of a backup. `title`: the button's own.
 */
export function createBadge(action: Action, title: string): Badge {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let warning = false;
  let reminder = false;
  let owed = 0;
  let passing = false;
  /** Whether this run has shown or heard anything that an earlier one could not know. */
  let fresh = false;

  function show(text: string, color: string): void {
    clearTimeout(timer);
    void Promise.allSettled([
      action.setBadgeBackgroundColor({ color }),
      action.setBadgeTextColor({ color: '#ffffff' }),
      action.setBadgeText({ text }),
    ]);
  }
  function stand(): void {
    if (warning) show(WARNING, RED);
    else if (owed > 0) show(owed > MOST ? `${MOST}+` : String(owed), SLATE);
    else if (reminder) show(REMINDER, BLUE);
    else {
      clearTimeout(timer);
      void action.setBadgeText({ text: '' }).catch(() => undefined);
    }
  }
  function pass(text: string, color: string): void {
    passing = true;
    show(text, color);
  }
  function clear(): void {
    passing = false;
    stand();
  }
  return {
    tick() {
      fresh = true;
      warning = false;
      pass('✓', GREEN);
      timer = setTimeout(clear, TICK_MS);
    },
    warn() {
      fresh = true;
      warning = true;
      clear();
    },
    count: (seconds) => pass(String(seconds), BLUE),
    percent: (done) => pass(`${done}%`, BLUE),
    remind() {
      reminder = true;
      if (!passing) stand();
    },
    owe(number, words) {
      owed = number;
      void action.setTitle({ title: number > 0 ? words : title }).catch(() => undefined);
      if (!passing) stand();
    },
    clear,
    seen() {
      fresh = true;
      warning = false;
      reminder = false;
      if (!passing) stand();
    },
    async resume() {
      const left = await action.getBadgeText({}).catch(() => '');
      if (fresh) return;
      warning = left === WARNING;
      reminder ||= left === REMINDER;
      if (!passing) stand();
    },
  };
}
