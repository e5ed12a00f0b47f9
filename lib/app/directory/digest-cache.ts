import type { LocalArea } from '../local-area.ts';
import { DIGEST_KEY, readDigest } from './digest.ts';
import type { Digest } from './digest.ts';

/** Runs one piece of work at a time, over all windows of this browser. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

export type DigestCache = Readonly<{
  /** As last written by whoever; read once, then kept up to date. */
  now(): Promise<Digest>;
  /** What `work` makes of it is written before anybody else reads it to change it; null: it stays. */
  change<T>(work: (digest: Digest) => Promise<Readonly<{ digest: Digest | null; result: T }>>): Promise<T>;
}>;

export function createDigestCache(
  local: Pick<LocalArea, 'read' | 'write' | 'onChange'>,
  exclusive: Exclusive,
): DigestCache {
  let cached: Promise<Digest> | null = null;
  function now(): Promise<Digest> {
    if (cached === null) {
      cached = readDigest(local);
      local.onChange((keys) => {
        if (keys.includes(DIGEST_KEY)) cached = readDigest(local);
      });
    }
    return cached;
  }
  return {
    now,
    change: (work) =>
      exclusive(async () => {
        const { digest, result } = await work(await readDigest(local));
        if (digest !== null) {
          await now();
          // What cannot be kept is known for this run, and made again by the next full page.
          await local.write(DIGEST_KEY, digest).catch(() => undefined);
          cached = Promise.resolve(digest);
        }
        return result;
      }),
  };
}
