import type { BrowserApi } from '../../capture/browser.ts';
import type { LocalArea } from '../local-area.ts';
import type { SettingsBrowser } from './settings-service.ts';

/** The settings as this browser keeps them, and its shortcuts. */
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
