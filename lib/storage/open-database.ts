import { Dexie } from 'dexie';

const BLOCKED_AFTER_MS = 1000;
/** The browser tells only the first in its queue that it is blocked; who waits behind it must look. */
export const LOOK_FOR_BLOCK_AFTER_MS = 3000;

export type Place = Readonly<{
  name: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  delay: (ms: number) => Promise<void>;
}>;

export function newDexie({ name, indexedDB, IDBKeyRange: range }: Place): Dexie {
  return new Dexie(name, {
    chromeTransactionDurability: 'strict',
    autoOpen: false,
    cache: 'disabled',
    ...(indexedDB && { indexedDB }),
    ...(range && { IDBKeyRange: range }),
  });
}

/** The version in our counting, with a fraction if somebody else's; 0 without a database. Opens nothing. */
export async function storedVersion({ name, indexedDB }: Place): Promise<number> {
  const factory = indexedDB ?? globalThis.indexedDB;
  if (typeof factory?.databases !== 'function') return 0;
  const known = await factory.databases().catch(() => []);
  return (known.find((database) => database.name === name)?.version ?? 0) / 10;
}

/** Tells when an older version somewhere keeps the database open and ours has to wait for it. */
export function watchForBlock(dexie: Dexie, place: Place, ours: number, blocked: () => void): void {
  // Set from the moment on that our own upgrade runs.
  const waits = (): boolean => !dexie.isOpen() && !dexie.backendDB();
  dexie.on('blocked', () => {
    void place.delay(BLOCKED_AFTER_MS).then(() => {
      if (!dexie.isOpen()) blocked();
    });
    return false;
  });
  void place.delay(LOOK_FOR_BLOCK_AFTER_MS).then(async () => {
    if (!waits()) return;
    const version = await storedVersion(place);
    if (version > 0 && version < ours && waits()) blocked();
  });
}
