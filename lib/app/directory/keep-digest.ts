import type { LocalValues } from '../install-secret.ts';
import type { DirectoryService } from './directory-service.ts';
import { DIGEST_KEY } from './digest.ts';
import type { Exclusive } from './digest-cache.ts';
import { digestOf } from './digest-of.ts';

type Deps = Readonly<{
  directory: Pick<DirectoryService, 'live' | 'view'>;
  local: LocalValues;
  exclusive: Exclusive;
  now: () => Date;
}>;

/** While a page is open, what the background knows of the directory follows it. Returns the end. */
export function keepDigest({ directory, local, exclusive, now }: Deps): () => void {
  let written = '';
  /** Read within the lock: what the background wrote meanwhile is then in the log. */
  const write = (): Promise<void> =>
    exclusive(async () => {
      const view = await directory.view();
      const digest = digestOf(view.directory, view.managed, now().getTime());
      const text = JSON.stringify(digest);
      if (text === written) return;
      await local.write(DIGEST_KEY, digest);
      written = text;
    });
  return directory.live(
    () => void write().catch(() => undefined),
    // The page itself says that the log cannot be read; the digest stays as it was.
    () => undefined,
  );
}
