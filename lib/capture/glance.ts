import type { BrowserApi } from './browser.ts';
import { withTimeLimit } from './time-limit.ts';
import type { Limited } from './time-limit.ts';

/** faults.md F23: a page that hangs must not hold up the record. */
export const PICTURE_LIMIT_MS = 1500;

export type PictureFormat = 'jpeg' | 'png';

/** A picture of whatever is in front, asked for before it is known which tab that is. */
export type Glance = Readonly<{
  format: PictureFormat;
  url: Promise<Limited<string>>;
}>;

export const optionsFor = (format: PictureFormat) =>
  format === 'jpeg' ? { format, quality: 92 } : { format };

/** Asks the browser at once. */
export function askGlance(
  tabs: Pick<BrowserApi['tabs'], 'captureVisibleTab'>,
  format: PictureFormat,
  limitMs = PICTURE_LIMIT_MS,
): Glance {
  return {
    format,
    url: withTimeLimit(() => tabs.captureVisibleTab(undefined, optionsFor(format)), limitMs),
  };
}

/**
 * The tab in front. "Current" is what a picture without a window is taken of, "last focused" is where the user is: nearly
 * always the same. Firefox takes pictures of normal windows only.
 */
export function askFront(tabs: Pick<BrowserApi['tabs'], 'query'>): Promise<readonly unknown[]> {
  return tabs.query({ active: true, lastFocusedWindow: true, currentWindow: true, windowType: 'normal' });
}
