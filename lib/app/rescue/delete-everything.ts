/**
 * `blocked`: another window keeps the log open, which the browser deletes when that closes; nothing else was deleted.
 * `failed`: the browser refused.
 */
export type Wiped = Readonly<{ ok: true } | { ok: false; code: 'blocked' | 'failed' }>;

export type WipeDeps = Readonly<{
  /** The databases of this extension. */
  databases: IDBFactory;
  /** Everything kept beside them, each emptied by its own task; the sentinel among them. */
  beside: readonly (() => Promise<void>)[];
  /** Closes every page and the background, so that nothing of what was deleted is still in memory, and starts anew. */
  restart: () => void;
  wait: (ms: number) => Promise<void>;
}>;

const LOG = 'casebook';
/** Windows let go of the log as soon as they hear of it; one that does not within this time hangs. */
const BLOCKED_AFTER_MS = 10_000;

function gone(databases: IDBFactory, name: string): Promise<Wiped> {
  return new Promise((done) => {
    const request = databases.deleteDatabase(name);
    request.addEventListener('success', () => done({ ok: true }));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      done({ ok: false, code: 'failed' });
    });
  });
}

/**
 * Deletes the log as a whole: the one place that may, because a person has asked for it and confirmed it. Every connection
 * hears of it before, closes, and never opens again until the extension has started anew, so no window can write into
 * what is being deleted. The database goes first: where that is not possible, what is beside it stays.
 */
export async function deleteEverything({ databases, beside, restart, wait }: WipeDeps): Promise<Wiped> {
  const known = await databases.databases().catch(() => []);
  const names = new Set([LOG, ...known.flatMap(({ name }) => (name === undefined ? [] : [name]))]);
  const late = wait(BLOCKED_AFTER_MS).then((): Wiped => ({ ok: false, code: 'blocked' }));
  for (const name of names) {
    const result = await Promise.race([gone(databases, name), late]);
    if (!result.ok) return result;
  }
  const emptied = await Promise.allSettled(beside.map((task) => task()));
  if (emptied.some(({ status }) => status === 'rejected')) return { ok: false, code: 'failed' };
  restart();
  return { ok: true };
}
