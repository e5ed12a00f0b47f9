import type { BrowserApi } from '../../capture/browser.ts';
import type { WipeDeps } from './delete-everything.ts';

/** Every place of this browser in which Casebook can have kept anything. */
export function wipeBrowser({ storage, runtime }: Pick<BrowserApi, 'storage' | 'runtime'>): WipeDeps {
  return {
    databases: indexedDB,
    beside: [
      () => storage.local.clear(),
      () => storage.session.clear(),
      async () => {
        const root = await navigator.storage.getDirectory();
        for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
      },
      async () => localStorage.clear(),
    ],
    restart: () => runtime.reload(),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
}
