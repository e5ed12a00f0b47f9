import type { LocalArea } from './local-area.ts';

const KEY = 'me';

/** Who sits here. New entries name them, so the answer must be there at once. */
export type OwnReporter = Readonly<{
  /** undefined: nobody said, or it is not known yet. */
  id(): string | undefined;
  ready(): Promise<string | undefined>;
  set(id: string | null): Promise<void>;
  onChange(listener: () => void): () => void;
}>;

const idOf = (stored: unknown): string | undefined =>
  typeof stored === 'string' && stored !== '' && stored.length <= 60 ? stored : undefined;

/** Kept beside the log, because it is about this browser profile. */
export function ownReporter(local: Pick<LocalArea, 'read' | 'write' | 'remove' | 'onChange'>): OwnReporter {
  let known: string | undefined;
  const read = async (): Promise<string | undefined> => {
    known = idOf(await local.read(KEY).catch(() => undefined));
    return known;
  };
  void read();
  local.onChange((keys) => {
    if (keys.includes(KEY)) void read();
  });
  return {
    id: () => known,
    ready: read,
    async set(id) {
      await (id === null ? local.remove(KEY) : local.write(KEY, id));
      known = id ?? undefined;
    },
    onChange: (listener) =>
      local.onChange((keys) => {
        if (keys.includes(KEY)) void read().then(listener);
      }),
  };
}
