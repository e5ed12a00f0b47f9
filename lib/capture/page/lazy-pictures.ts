import { within } from './paints.ts';

/** Waits until the pictures of the page, or only those in sight, have come and can be painted; not longer than `ms`. */
export async function waitForPictures(ms: number, inSight: boolean): Promise<void> {
  const waiting = Array.from(document.images, (image) => {
    if (image.complete && !inSight) return null;
    const { bottom, top, width, height } = image.getBoundingClientRect();
    if (inSight && (bottom < 0 || top > innerHeight)) return null;
    // One that nobody sees is not loaded before it is shown.
    if (!inSight && (width === 0 || height === 0) && image.loading === 'lazy') return null;
    return image.decode();
  }).filter((one) => one !== null);
  if (waiting.length > 0) await within(ms, Promise.allSettled(waiting));
}
