import { browser } from '../../capture/browser.ts';
import { createScrubber } from '../../domain/privacy/scrubber.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import { createBadge } from '../capture/badge.ts';
import { installSecret } from '../install-secret.ts';
import { localArea } from '../local-area.ts';
import { once } from '../once.ts';
import type { Background, MakeBackground } from './contract.ts';
import { createFirstBackground } from './first-background.ts';
import { createFirstLook } from './first-look.ts';
import { createAside } from './keep-aside.ts';
import { whenLost } from './when-lost.ts';

/** The first part of a real browser's background. Nothing here waits: the caller registers its listeners at once. */
export function composeFirst(load: () => Promise<MakeBackground>): Background {
  const local = localArea(browser);
  const badge = createBadge(browser.action, browser.i18n.getMessage('actionTitle'));
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const scrubber = once<Scrubber>(async () => createScrubber({ secret: await installSecret(local, random) }));
  const newId = (): string => crypto.randomUUID();
  const aside = createAside({
    local,
    scrubber,
    now: () => new Date(),
    newIssueId: newId,
    extensionVersion: browser.runtime.getManifest().version,
    navigator: globalThis.navigator,
  });
  return createFirstBackground({
    look: createFirstLook({ tabs: browser.tabs, local, monotonic: () => performance.now() }),
    load,
    parts: { browser, badge, scrubber },
    lost: whenLost({ aside, newId, reload: () => browser.runtime.reload() }),
    own: { id: browser.runtime.id, origin: browser.runtime.getURL('') },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // The only place to tell anyone who looks: there is no network and no page here.
    // oxlint-disable-next-line no-console -- see above
    report: (what, error) => console.error(`Casebook could not ${what}.`, error),
  });
}
