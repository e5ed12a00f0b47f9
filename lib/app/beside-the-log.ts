import type { BrowserApi } from '../capture/browser.ts';
import type { StoreOptions, TornLog } from '../storage/store-options.ts';
import type { LocalValues } from './install-secret.ts';

const SENTINEL = 'sentinel';
const TORN_LOG = 'torn-log';

/** What the store keeps in `storage.local`: the same for every window, whoever opens the log. */
export function besideTheLog(
  { runtime }: Pick<BrowserApi, 'runtime'>,
  local: LocalValues,
): Pick<StoreOptions, 'local' | 'tornLog'> {
  const tornLog: TornLog = {
    read: () => local.read(TORN_LOG),
    write: (torn) => local.write(TORN_LOG, torn),
    free: async () => {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? null : quota - usage;
    },
  };
  return {
    local: { read: () => local.read(SENTINEL), write: (value) => local.write(SENTINEL, value) },
    // Firefox keeps its databases in SQLite, which rolls half a write back by itself.
    tornLog: runtime.getURL('').startsWith('moz-extension:') ? undefined : tornLog,
  };
}
