import type { BrowserApi } from '../capture/browser.ts';
import type { LocalValues } from './install-secret.ts';

export type LocalArea = LocalValues &
  Readonly<{
    all(): Promise<Readonly<Record<string, unknown>>>;
    remove(key: string): Promise<void>;
    /** Told the keys that changed, also by another window. */
    onChange(listener: (keys: readonly string[]) => void): () => void;
  }>;

/** `storage.local`, narrowed to what Casebook uses. */
export function localArea(browser: BrowserApi): LocalArea {
  const { local } = browser.storage;
  return {
    read: async (key) => (await local.get(key))[key],
    write: (key, value) => local.set({ [key]: value }),
    all: () => local.get(null),
    remove: (key) => local.remove(key),
    onChange(listener) {
      const told = (changes: Record<string, unknown>, area: string): void => {
        if (area === 'local') listener(Object.keys(changes));
      };
      browser.storage.onChanged.addListener(told);
      return () => browser.storage.onChanged.removeListener(told);
    },
  };
}
