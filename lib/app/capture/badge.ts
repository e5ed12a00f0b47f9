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
  /** A backup is due; stays until the log is opened. */
  remind(): void;
  clear(): void;
}>;

/** White on these is at least 5.1 : 1. */
const GREEN = '#1a7f37';
const RED = '#b3261e';
const BLUE = '#1f5fbf';

/** The toolbar button's badge; never the reason for a capture to fail. */
export function createBadge(
  action: Pick<BrowserApi['action'], 'setBadgeText' | 'setBadgeBackgroundColor' | 'setBadgeTextColor'>,
): Badge {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function show(text: string, color: string): void {
    clearTimeout(timer);
    void Promise.allSettled([
      action.setBadgeBackgroundColor({ color }),
      action.setBadgeTextColor({ color: '#ffffff' }),
      action.setBadgeText({ text }),
    ]);
  }
  const clear = () => {
    clearTimeout(timer);
    void action.setBadgeText({ text: '' }).catch(() => undefined);
  };
  return {
    tick() {
      show('✓', GREEN);
      timer = setTimeout(clear, TICK_MS);
    },
    warn: () => show('!', RED),
    count: (seconds) => show(String(seconds), BLUE),
    percent: (done) => show(`${done}%`, BLUE),
    remind: () => show('•', BLUE),
    clear,
  };
}
