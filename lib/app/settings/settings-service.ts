import { settings } from './settings.ts';
import type { Settings } from './settings.ts';

/** A keyboard shortcut as the browser really bound it; `shortcut` is '' where it bound none. */
export type BoundCommand = Readonly<{ name: string; description: string; shortcut: string }>;

export type SettingsService = Readonly<{
  get(): Promise<Settings>;
  /** Called with the settings now and after every change, also one made in another window. Returns the end. */
  subscribe(listener: (settings: Settings) => void): () => void;
  /** Writes the given fields; returns what holds afterwards. */
  set(change: Partial<Settings>): Promise<Settings>;
  commands(): Promise<readonly BoundCommand[]>;
}>;

/** The part of the browser this needs; see lib/capture/browser.ts. */
export type SettingsBrowser = Readonly<{
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  onChange(key: string, listener: (value: unknown) => void): () => void;
  commands(): Promise<readonly BoundCommand[]>;
}>;

const KEY = 'settings';

function parsed(value: unknown): Settings {
  const result = settings.safeParse(value ?? {});
  return result.success ? result.data : settings.parse({});
}

/** Settings in `storage.local`. Failures to read mean defaults; failures to write reach the caller. */
export function createSettingsService(browser: SettingsBrowser): SettingsService {
  async function get(): Promise<Settings> {
    return parsed(await browser.read(KEY).catch(() => undefined));
  }
  return {
    get,
    subscribe(listener) {
      let open = true;
      const end = browser.onChange(KEY, (value) => open && listener(parsed(value)));
      void get().then((now) => open && listener(now));
      return () => {
        open = false;
        end();
      };
    },
    async set(change) {
      const next = settings.parse({ ...(await get()), ...change });
      await browser.write(KEY, next);
      return next;
    },
    commands: () => browser.commands(),
  };
}
