import { browser } from '../capture/browser.ts';
import { createScrubber } from '../domain/privacy/scrubber.ts';
import { totalMasked } from '../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubbed } from '../domain/privacy/scrubber/scrubbed.ts';
import { defaultChoices } from '../export/model/choices.ts';
import { download } from '../export/sinks/download.ts';
import { createStore } from '../storage/store.ts';
import { createAttachmentService } from './attachments/attachment-service.ts';
import type { AttachmentService } from './attachments/attachment-service.ts';
import { createBackupService } from './backup/backup-service.ts';
import type { BackupService } from './backup/backup-service.ts';
import { besideTheLog } from './beside-the-log.ts';
import type { Request } from './client/protocol.ts';
import type { Wiped } from './rescue/delete-everything.ts';
import type { RetentionService } from './retention/retention-service.ts';
import type { RescueService } from './rescue/rescue-service.ts';
import type { ConversationService } from './conversations/conversation-service.ts';
import { composeElse } from './else/compose-else.ts';
import type { ElseService } from './else/else-service.ts';
import { createJournal } from './capture/journal.ts';
import { createCalendarFileService } from './calendar-file/calendar-file-service.ts';
import type { CalendarFileService } from './calendar-file/calendar-file-service.ts';
import { reportSource } from './export/report-source.ts';
import { createExportService } from './export/export-service.ts';
import type { ExportService } from './export/export-service.ts';
import { createHealthService } from './health/health-service.ts';
import type { HealthService } from './health/health-service.ts';
import { tidyLater } from './health/tidy.ts';
import { installSecret } from './install-secret.ts';
import { createLogService } from './log/log-service.ts';
import type { LogService } from './log/log-service.ts';
import { createDirectoryReader } from './directory/directory-reader.ts';
import { createDirectoryService } from './directory/create-directory-service.ts';
import { createDirectoryFileService } from './directory/directory-file-service.ts';
import type { DirectoryFileService } from './directory/directory-file-service.ts';
import type { DirectoryService } from './directory/directory-service.ts';
import { createManaged } from './directory/managed.ts';
import type { AccountsService } from './accounts/account-service.ts';
import { createAccountsService } from './accounts/create-accounts-service.ts';
import { createFollower } from './accounts/follower.ts';
import { informBackground } from './owed/inform-background.ts';
import { providerOf } from './accounts/provider-of.ts';
import type { PackService } from './packs/pack-service.ts';
import type { ReconcileService } from './reconcile/reconcile-service.ts';
import { createPromiseService } from './promises/create-promise-service.ts';
import type { PromiseService } from './promises/promise-service.ts';
import { createReplyService } from './replies/create-reply-service.ts';
import type { ReplyService } from './replies/reply-service.ts';
import { ownReporter } from './reporter.ts';
import { createTimelineService } from './timeline/create-timeline-service.ts';
import type { TimelineService } from './timeline/timeline-service.ts';
import { localArea } from './local-area.ts';
import { flattenedSource } from './pictures/flat-source.ts';
import { createPictureService } from './pictures/picture-service.ts';
import type { PictureService } from './pictures/picture-service.ts';
import { settingsBrowser } from './settings/settings-browser.ts';
import { createSettingsService } from './settings/settings-service.ts';
import type { SettingsService } from './settings/settings-service.ts';
import { createSystem } from './system.ts';
import type { System } from './system.ts';

export type AppServices = Readonly<{
  log: LogService;
  attachments: AttachmentService;
  pictures: PictureService;
  exports: ExportService;
  calendarFile: CalendarFileService;
  backup: BackupService;
  /** Loaded a minute after the page, and by who sets the rule. */
  retention: () => Promise<RetentionService>;
  /** Loaded when somebody needs it. */
  rescue: () => Promise<RescueService>;
  /** The log and all that is kept beside it; the extension then starts anew, and this page is closed with it. */
  deleteEverything: () => Promise<Wiped>;
  settings: SettingsService;
  health: HealthService;
  elsewhere: ElseService;
  directory: DirectoryService;
  directoryFile: DirectoryFileService;
  accounts: AccountsService;
  timeline: TimelineService;
  promises: PromiseService;
  replies: ReplyService;
  /** Loaded when somebody prepares a conversation. */
  packs: () => Promise<PackService>;
  /** Loaded when somebody compares the provider's tickets. */
  reconcile: () => Promise<ReconcileService>;
  /** Loaded when somebody holds one, or looks at one. */
  conversations: () => Promise<ConversationService>;
  system: System;
}>;

const now = (): Date => new Date();
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const later = (task: () => void, ms: number): (() => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

const FOLLOW_AFTER_MS = 500;

/** One window of all that are open; where it closes, the next one goes on. */
const alone = (task: () => Promise<void>): Promise<void> =>
  navigator.locks.request('casebook-accounts', task);

/** The full page's services, put together: the only place where storage, capture and export meet for it. */
export function createAppServices(): AppServices {
  // Whoever opens the log wants to see what an interrupted background has not finished yet.
  const wake = { verb: 'background.wake' } satisfies Request;
  void browser.runtime.sendMessage(wake).catch(() => undefined);
  const local = localArea(browser);
  const reporter = ownReporter(local);
  const store = createStore({
    now,
    random,
    zone,
    reporter: reporter.id,
    ...besideTheLog(browser, local),
  });
  const journal = createJournal(local);
  const system = createSystem(browser);
  const { version } = system;
  const settings = createSettingsService(settingsBrowser(browser, local));
  const scrubber = installSecret(local, random).then((secret) => createScrubber({ secret }));
  const scrub = async (text: string) => {
    const { value, masked } = (await scrubber).note(text);
    return { value, masked: totalMasked(masked) };
  };
  const maskPersonal = async () => {
    const { text } = await scrubber;
    return (value: string) => text(value, { personal: true }).value;
  };
  const reader = createDirectoryReader(store, createManaged(browser.storage.managed).read);
  const newId = store.newId;
  const edits = { store, now, zone, scrub };
  const directory = createDirectoryService({ ...edits, reader, reporter, newId });
  const following = { store, reader, now, zone, later, alone };
  const follower = createFollower(following);
  const accounts = createAccountsService({ ...following, follower });
  // The log itself comes first.
  later(() => {
    void follower.start();
    informBackground({ directory, accounts, settings, browser, local, now });
  }, FOLLOW_AFTER_MS);
  tidyLater(store, later);
  const masks = async () => {
    const { text, url } = await scrubber;
    const counted = ({ value, masked }: Scrubbed) => ({ value, masked: totalMasked(masked) });
    return {
      text: (value: string) => counted(text(value)),
      url: (value: string) => counted(url(value)),
    };
  };
  const attachments = createAttachmentService({
    store,
    now,
    zone,
    newId: () => crypto.randomUUID(),
    masks,
    looking: () => import('./attachments/look.ts'),
    previewing: () => import('./attachments/file-preview.ts'),
    download,
  });
  const log = createLogService({ store, now, zone, scrub });
  return {
    directory,
    directoryFile: createDirectoryFileService({ directory, now, version, download }),
    accounts,
    timeline: createTimelineService(edits),
    promises: createPromiseService({ ...edits, later, newId, providerOf: providerOf({ store, reader }) }),
    log,
    pictures: createPictureService({ store, now, zone, scrub }),
    attachments,
    replies: createReplyService({
      store,
      attachments,
      masks,
      now,
      zone,
      newId: () => crypto.randomUUID(),
      async directory() {
        await reader.ready();
        return (await reader.read()).directory;
      },
    }),
    async packs() {
      const { createPackService } = await import('./packs/pack-service.ts');
      const sharing = async () => {
        const mask = (await settings.get()).maskPersonal ? await maskPersonal() : null;
        return { choices: defaultChoices(), mask };
      };
      const source = flattenedSource(reportSource(store), { strip: false, pictures: true });
      return createPackService({ store, reader, now, zone, version, sharing, source, download });
    },
    async reconcile() {
      const { createReconcileService } = await import('./reconcile/reconcile-service.ts');
      const mask = async () => ((await settings.get()).maskPersonal ? await maskPersonal() : null);
      return createReconcileService({ store, reader, now, zone, mask, local, download });
    },
    async conversations() {
      const [{ createConversationService }, { createConversationDrafts }] = await Promise.all([
        import('./conversations/create-conversation-service.ts'),
        import('./conversations/drafts.ts'),
      ]);
      const mask = async () =>
        (await settings.get()).maskPersonal ? maskPersonal() : (text: string) => text;
      const drafts = createConversationDrafts(local, scrub);
      return createConversationService({ ...edits, reader, drafts, version, mask, download });
    },
    exports: createExportService({
      store,
      now,
      zone,
      version,
      maskPersonal,
      download,
    }),
    calendarFile: createCalendarFileService({ store, now, version, download }),
    backup: createBackupService({
      store,
      settings,
      now,
      zone,
      version,
      download,
      noticesChanges: !system.isFirefox,
    }),
    async retention() {
      const { createRetentionService } = await import('./retention/retention-service.ts');
      return createRetentionService({
        store,
        bulk: log.bulk,
        async directory() {
          await reader.ready();
          return (await reader.read()).directory;
        },
        now,
        zone,
        local,
        alone: (task) => navigator.locks.request('casebook-retention', task),
      });
    },
    async rescue() {
      const { createRescueService } = await import('./rescue/rescue-service.ts');
      return createRescueService({
        settings: () => settings.get(),
        journal: async () =>
          Object.entries(await local.all()).flatMap(([key, value]) =>
            key.startsWith('journal:') ? [value] : [],
          ),
        now,
        version,
        download,
      });
    },
    async deleteEverything() {
      const [{ deleteEverything }, { wipeBrowser }] = await Promise.all([
        import('./rescue/delete-everything.ts'),
        import('./rescue/wipe-browser.ts'),
      ]);
      return deleteEverything(wipeBrowser(browser));
    },
    settings,
    health: createHealthService({
      store,
      journal: {
        count: async () => (await journal.list()).length,
        onChange: (listener) =>
          local.onChange((keys) => keys.some((key) => key.startsWith('journal:')) && listener()),
      },
      persisted: () => storageFact((manager) => manager.persisted()),
      usedBytes: () => storageFact(async (manager) => (await manager.estimate()).usage ?? null),
    }),
    elsewhere: composeElse({ store, browser, local, settings, scrubber, now, zone }),
    system,
  };
}

/** null where the browser does not tell. */
async function storageFact<T>(ask: (manager: StorageManager) => Promise<T>): Promise<T | null> {
  try {
    return await ask(navigator.storage);
  } catch {
    return null;
  }
}
