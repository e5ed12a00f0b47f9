import { browser } from '../capture/browser.ts';
import { readMachine, readZoom } from '../capture/environment.ts';
import type { Machine, UserAgentData } from '../capture/environment.ts';
import { shownAtLast } from '../capture/late-signs.ts';
import { readPageEvidence } from '../capture/page-evidence.ts';
import { shrinkPicture } from '../capture/picture.ts';
import { createScreenshooter } from '../capture/screenshot.ts';
import { activeTabFacts, tabFactsById } from '../capture/tab-facts.ts';
import { captureId, issueId } from '../domain/ledger/primitives.ts';
import { createScrubber } from '../domain/privacy/scrubber.ts';
import type { Scrubber } from '../domain/privacy/scrubber.ts';
import { createStoreCore } from '../storage/store-core.ts';
import { createBackground } from './background.ts';
import type { Background } from './background.ts';
import { besideTheLog } from './beside-the-log.ts';
import { createBadge } from './capture/badge.ts';
import { createCamera } from './capture/camera.ts';
import { createContinuing } from './capture/continuing.ts';
import type { SessionValues } from './capture/continuing.ts';
import { createJournal } from './capture/journal.ts';
import { createLately } from './capture/lately.ts';
import { createOwnPages } from './capture/own-pages.ts';
import { createPageMenu } from './capture/page-menu.ts';
import { createDigestCache } from './directory/digest-cache.ts';
import { DIGEST_LOCK } from './directory/digest.ts';
import { installSecret } from './install-secret.ts';
import { localArea } from './local-area.ts';
import { createOwedBadge } from './owed/owed-badge.ts';
import { ownReporter } from './reporter.ts';
import { settingsBrowser } from './settings/settings-browser.ts';
import { createSettingsService } from './settings/settings-service.ts';

/** Remembers the first success; a failure is asked again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** The background of a real browser, put together. Nothing here waits: the caller registers its listeners at once. */
export function composeBackground(): Background {
  const local = localArea(browser);
  const { session } = browser.storage;
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const now = (): Date => new Date();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const scrubber = once<Scrubber>(async () => createScrubber({ secret: await installSecret(local, random) }));
  const machine = once<Machine>(() => {
    const own = globalThis.navigator as Navigator & { userAgentData?: UserAgentData }; // as: Chromium only
    return readMachine({ runtime: browser.runtime, i18n: browser.i18n, navigator: own });
  });
  const screenshooter = createScreenshooter({
    tabs: browser.tabs,
    monotonic: () => performance.now(),
    sleep,
  });
  const memory: SessionValues = {
    read: async (key) => (await session.get(key))[key],
    write: (key, value) => session.set({ [key]: value }),
  };
  const badge = createBadge(browser.action, browser.i18n.getMessage('actionTitle'));
  const digests = createDigestCache(local, (work) => navigator.locks.request(DIGEST_LOCK, work));
  return createBackground({
    store: createStoreCore({
      now,
      random,
      reporter: ownReporter(local).id,
      ...besideTheLog(browser, local),
    }).store,
    journal: createJournal(local),
    continuing: createContinuing(memory, now),
    lately: createLately(memory, now),
    session: memory,
    camera: createCamera(browser, screenshooter),
    settings: createSettingsService(settingsBrowser(browser, local)),
    eyes: {
      activeTab: () => activeTabFacts(browser.tabs),
      screenshooter,
      evidence: (tab) => readPageEvidence(browser.scripting, tab),
      shownAtLast: (tab) => shownAtLast({ tabs: browser.tabs, sleep }, tab),
      machine,
      zoom: (tabId) => readZoom(browser.tabs, tabId),
    },
    shrink: (picture) => shrinkPicture(picture),
    badge,
    owed: createOwedBadge({ local, badge, alarms: browser.alarms, now }),
    digests,
    pages: createOwnPages(browser),
    menu: createPageMenu(browser),
    tabById: (tabId) => tabFactsById(browser.tabs, tabId),
    commands: () => browser.commands.getAll(),
    alarms: browser.alarms,
    scrubber,
    machine,
    now,
    sleep,
    newIssueId: () => issueId.parse(crypto.randomUUID()),
    newCaptureId: () => captureId.parse(crypto.randomUUID()),
    reload: () => browser.runtime.reload(),
    // The only place to tell anyone who looks: there is no network and no page here.
    // oxlint-disable-next-line no-console -- see above
    report: (what, error) => console.error(`Casebook could not ${what}.`, error),
    own: { id: browser.runtime.id, origin: browser.runtime.getURL('') },
  });
}
