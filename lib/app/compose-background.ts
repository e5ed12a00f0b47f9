import { readMachine, readZoom } from '../capture/environment.ts';
import type { Machine, UserAgentData } from '../capture/environment.ts';
import { shownAtLast } from '../capture/late-signs.ts';
import { readPageEvidence } from '../capture/page-evidence.ts';
import { shrinkPicture } from '../capture/picture.ts';
import { createScreenshooter } from '../capture/screenshot.ts';
import { activeTabFacts, tabFactsById } from '../capture/tab-facts.ts';
import { captureId, issueId } from '../domain/ledger/primitives.ts';
import { createStoreCore } from '../storage/store-core.ts';
import { createBackground } from './background.ts';
import { besideTheLog } from './beside-the-log.ts';
import { onceWhileFresh } from './capture/begun.ts';
import { createCamera } from './capture/camera.ts';
import { createContinuing } from './capture/continuing.ts';
import type { SessionValues } from './capture/continuing.ts';
import { createJournal } from './capture/journal.ts';
import { createLately } from './capture/lately.ts';
import { createOwnPages } from './capture/own-pages.ts';
import { createPageMenu } from './capture/page-menu.ts';
import { createDigestCache } from './directory/digest-cache.ts';
import { DIGEST_LOCK } from './directory/digest.ts';
import type { Background, FirstPart } from './first/contract.ts';
import { localArea } from './local-area.ts';
import { once } from './once.ts';
import { createOwedBadge } from './owed/owed-badge.ts';
import { ownReporter } from './reporter.ts';
import { settingsBrowser } from './settings/settings-browser.ts';
import { createSettingsService } from './settings/settings-service.ts';

/** The rest of the background of a real browser, put together around what its first part began. Nothing here waits. */
export function composeBackground({ browser, badge, scrubber, begun }: FirstPart): Background {
  const local = localArea(browser);
  const { session } = browser.storage;
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const now = (): Date => new Date();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const machine = once<Machine>(() => {
    const own = globalThis.navigator as Navigator & { userAgentData?: UserAgentData }; // as: Chromium only
    return readMachine({ runtime: browser.runtime, i18n: browser.i18n, navigator: own });
  });
  const monotonic = (): number => performance.now();
  const screenshooter = createScreenshooter({
    tabs: browser.tabs,
    monotonic,
    sleep,
  });
  if (begun) screenshooter.adopt(begun.glance, begun.at);
  const memory: SessionValues = {
    read: async (key) => (await session.get(key))[key],
    write: (key, value) => session.set({ [key]: value }),
  };
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
      begun: onceWhileFresh(begun, browser.tabs, monotonic),
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
