import type { BrowserApi } from '../capture/browser.ts';
import type { LocalValues } from './install-secret.ts';
import type { SettingsBrowser } from './settings/settings-service.ts';

export type LocalArea = LocalValues &
  Readonly<{
    all(): Promise<Readonly<Record<string, unknown>>>;
    remove(key: string): Promise<void>;
    /** Told the keys that changed, also by another window. */
    onChange(listener: (keys: readonly string[]) => void): () => void;
  }>;

/** `storage.local`, narrowed to what the page uses. */
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

export function settingsBrowser(browser: BrowserApi, local: LocalArea): SettingsBrowser {
  return {
    read: local.read,
    write: local.write,
    onChange: (key, listener) =>
      local.onChange((keys) => {
        if (keys.includes(key)) void local.read(key).then(listener, () => undefined);
      }),
    async commands() {
      const all = await browser.commands.getAll();
      return all.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
    },
  };
}
