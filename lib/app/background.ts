import type { BrowserApi } from '../capture/browser.ts';
import type { ReadyPicture } from '../capture/picture.ts';
import type { Machine } from '../capture/environment.ts';
import type { TabFacts } from '../capture/tab-facts.ts';
import type { CaptureId, IssueId } from '../domain/ledger/primitives.ts';
import type { Scrubber } from '../domain/privacy/scrubber.ts';
import type { CaptureStore } from '../storage/store-core.ts';
import { answer } from './capture/answer.ts';
import type { Sender } from './capture/answer.ts';
import { backupDue } from './capture/backup-reminder.ts';
import type { Badge } from './capture/badge.ts';
import { createPictureAdder } from './capture/add-picture.ts';
import { createCaptureService } from './capture/capture-service.ts';
import type { CaptureOutcome } from './capture/capture-service.ts';
import { createCaptureViews } from './capture/capture-views.ts';
import type { Continuing, SessionValues } from './capture/continuing.ts';
import { createCountdown } from './capture/delayed.ts';
import { createDrafts } from './capture/drafts.ts';
import { createTurns } from './capture/in-turn.ts';
import { createIssueChanges } from './capture/issue-changes.ts';
import type { Journal } from './capture/journal.ts';
import type { Lately } from './capture/lately.ts';
import { createMorePictures } from './capture/more-pictures.ts';
import type { Camera } from './capture/more-pictures.ts';
import type { OwnPages } from './capture/own-pages.ts';
import { scrubPage } from './capture/page-facts.ts';
import type { PageMenu } from './capture/page-menu.ts';
import { createPopupDesk } from './capture/popup-desk.ts';
import { createPopupPorts } from './capture/popup-ports.ts';
import type { DeskPort } from './capture/popup-ports.ts';
import { recover } from './capture/recover.ts';
import type { Eyes } from './capture/sightings.ts';
import { createUpdateGate } from './capture/update-gate.ts';
import { createWays } from './capture/ways.ts';
import { createCaptureWriter } from './capture/write-capture.ts';
import type { DigestCache } from './directory/digest-cache.ts';
import { createSystemDesk } from './directory/system-desk.ts';
import { OWED_ALARM } from './owed/owed-badge.ts';
import type { OwedBadge } from './owed/owed-badge.ts';
import type { Settings } from './settings/settings.ts';
import type { SettingsService } from './settings/settings-service.ts';

/** What the background does for each kind of event; the entry point only connects them. */
export type Background = Readonly<{
  message(raw: unknown, sender: Sender): Promise<unknown>;
  connect(port: DeskPort): void;
  installed(reason: string): void;
  /** An item of a menu was chosen. `info` and `tab`: the browser's own objects. */
  menuChosen(info: unknown, tab: unknown): void;
  /** A shortcut of the browser. `tab`: as above. */
  commanded(name: string, tab: unknown): void;
  updateAvailable(): void;
  alarm(name: string): void;
  /** Once per start of the worker. */
  start(): void;
}>;

export type BackgroundDeps = Readonly<{
  store: CaptureStore;
  journal: Journal;
  continuing: Continuing;
  lately: Lately;
  session: SessionValues;
  camera: Camera;
  settings: SettingsService;
  eyes: Eyes;
  shrink: (picture: ReadyPicture) => Promise<ReadyPicture | null>;
  badge: Badge;
  owed: OwedBadge;
  digests: DigestCache;
  pages: OwnPages;
  menu: PageMenu;
  /** null once the tab is closed. */
  tabById: (tabId: number) => Promise<TabFacts | null>;
  commands: () => Promise<readonly Readonly<{ name?: string; shortcut?: string }>[]>;
  alarms: Pick<BrowserApi['alarms'], 'create' | 'clear' | 'get'>;
  scrubber: () => Promise<Scrubber>;
  machine: () => Promise<Machine>;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  newIssueId: () => IssueId;
  newCaptureId: () => CaptureId;
  reload: () => void;
  /** Where bugs go: `what` completes "Casebook could not …". */
  report: (what: string, error: unknown) => void;
  own: Readonly<{ id: string; origin: string }>;
}>;

const DAILY = 'daily';
const RECOVER = 'recover';
/** After a stop half way the popup's message comes again at once: give it precedence over recovery. */
const GRACE_MS = 1500;

export function createBackground(deps: BackgroundDeps): Background {
  const { store, journal, continuing, badge, now } = deps;
  const inTurn = createTurns();
  const drafts = createDrafts({ store, journal, scrubber: deps.scrubber, now, inTurn });
  const { session, scrubber, digests } = deps;
  const systems = createSystemDesk({ store, digests, session, scrubber, now });
  const views = createCaptureViews({ store, journal, systems });
  // Read once, then kept up to date: a capture must not wait for it.
  let format: Promise<Settings['pictureFormat']> | null = null;
  function pictureFormat(): Promise<Settings['pictureFormat']> {
    if (!format) {
      format = deps.settings.get().then((s) => s.pictureFormat);
      deps.settings.subscribe((s) => {
        format = Promise.resolve(s.pictureFormat);
      });
    }
    return format;
  }
  const captures = createCaptureService({
    store,
    eyes: deps.eyes,
    write: createCaptureWriter({ store, journal, shrink: deps.shrink, now }),
    // A popup that is opened while a picture is being taken belongs to that picture's issue.
    continuing: { ...continuing, find: async (tabId, url) => more.of(tabId) ?? continuing.find(tabId, url) },
    scrubber: deps.scrubber,
    pictureFormat,
    now,
    newIssueId: deps.newIssueId,
    report: deps.report,
    onFacts(id, facts) {
      const { page } = facts;
      desk.sighted(id, facts);
      ports.push(id, { state: 'recording', host: page.host, title: page.title });
      // Should the worker be stopped half way, this wakes another one to finish.
      void deps.alarms.create(RECOVER, { delayInMinutes: 0.5 });
    },
    onOutcome: (id, outcome) => void recorded(id, outcome),
  });
  const desk = createPopupDesk({ captures, views, drafts, continuing, journal, store, sleep: deps.sleep });
  const ports = createPopupPorts(
    () => desk,
    deps.own,
    () => gate.recheck(),
  );
  const countdown = createCountdown({
    badge,
    inFront: deps.eyes.activeTab,
    byId: deps.tabById,
    sleep: deps.sleep,
  });
  const ways = createWays({
    captures,
    countdown,
    lately: deps.lately,
    systems,
    newCaptureId: deps.newCaptureId,
    openElse: () => deps.pages.openLog('/else'),
    commands: deps.commands,
  });
  const more = createMorePictures(
    {
      camera: deps.camera,
      add: createPictureAdder({
        store,
        scrubber: deps.scrubber,
        shrink: deps.shrink,
        now,
        newId: deps.newCaptureId,
      }),
      countdown,
      badge,
      lately: deps.lately,
      session: deps.session,
      activeTab: deps.eyes.activeTab,
      tabById: deps.tabById,
      pictureFormat,
      language: async () => (await deps.settings.get()).language,
      newToken: deps.newCaptureId,
      now,
      push: (id, news) => ports.push(id, news),
      async goOnWith(id, tab) {
        await continuing.remember(id, tab.tabId, scrubPage(tab, await deps.scrubber()).page.url);
      },
      report: deps.report,
    },
    deps.own.id,
  );
  const gate = createUpdateGate({
    busy: async () => captures.busy() || more.busy() || desk.popupsOpen() || (await deps.pages.anyOpen()),
    reload: deps.reload,
  });

  async function recorded(id: CaptureId, outcome: CaptureOutcome): Promise<void> {
    // The answer to the popup leaves first: all of this takes the browser's time.
    await deps.sleep(0);
    if (outcome.state === 'journalled' || outcome.state === 'failed') badge.warn();
    if (outcome.state !== 'recorded') return;
    badge.tick();
    await ways.recorded(outcome);
    if (!captures.busy()) void deps.alarms.clear(RECOVER);
    // The acknowledgement went out without the small picture; it follows here.
    if (outcome.record.body.picture.state === 'present') ports.push(id, await views.stored(id));
  }

  async function tidy(): Promise<void> {
    const done = await inTurn('recover', () =>
      recover({
        store,
        journal,
        drafts,
        machine: deps.machine,
        now,
        newIssueId: deps.newIssueId,
        inUse: desk.inUse,
      }),
    );
    if (done.waiting > 0) badge.warn();
  }

  async function remind(): Promise<void> {
    if (backupDue(await store.counts(), await deps.settings.get(), now())) badge.remind();
  }

  /** For work nobody waits for: what fails now is tried again at the next start. */
  function inBackground(what: string, work: () => Promise<void>): void {
    void work().catch((error: unknown) => deps.report(what, error));
  }

  return {
    message: (raw, sender) =>
      answer(raw, sender, {
        // Opening the popup while the seconds are counted is the second click that stops them.
        desk: {
          ...desk,
          async opened(id, at) {
            countdown.cancel();
            const view = await desk.opened(id, at);
            more.tell(desk.shows(id));
            return view;
          },
        },
        tell: ways.tell,
        more,
        systems,
        owed: deps.owed.show,
        changes: createIssueChanges(store, now),
        openLog: (id) => deps.pages.openLog(id === null ? '/log' : `/log/${id}`),
        async wake() {
          badge.seen();
          await tidy();
        },
        report: deps.report,
        own: deps.own,
      }),
    connect: ports.connect,
    installed(reason) {
      inBackground('offer its menu', () => deps.menu.offer());
      if (reason === 'install') inBackground('open its welcome page', () => deps.pages.openLog('/welcome'));
    },
    menuChosen: (info, tab) => inBackground('record from the menu', () => ways.menuChosen(info, tab)),
    commanded: (name, tab) => inBackground('record by a shortcut', () => ways.commanded(name, tab)),
    updateAvailable: gate.available,
    alarm(name) {
      if (name === RECOVER || name === DAILY) inBackground('finish what was interrupted', tidy);
      if (name === OWED_ALARM) inBackground('show what is owed', deps.owed.show);
      if (name === DAILY) inBackground('look at the age of the backup', remind);
      gate.recheck();
    },
    start() {
      systems.warm();
      inBackground('show what is owed', async () => {
        await badge.resume();
        await deps.owed.show();
      });
      inBackground('set its daily alarm', async () => {
        if (!(await deps.alarms.get(DAILY)))
          await deps.alarms.create(DAILY, { periodInMinutes: 24 * 60, delayInMinutes: 10 });
      });
      inBackground('finish what was interrupted', async () => {
        await more.tidy();
        await deps.sleep(GRACE_MS);
        await tidy();
      });
    },
  };
}
