import { expect, vi } from 'vitest';
import { testProfile } from '../../support/storage.ts';
import type { TestProfile } from '../../support/storage.ts';
import { createBackground } from '../../../lib/app/background.ts';
import type { Background } from '../../../lib/app/background.ts';
import type { Badge } from '../../../lib/app/capture/badge.ts';
import { createContinuing } from '../../../lib/app/capture/continuing.ts';
import type { SessionValues } from '../../../lib/app/capture/continuing.ts';
import { createJournal } from '../../../lib/app/capture/journal.ts';
import type { Journal } from '../../../lib/app/capture/journal.ts';
import { createLately } from '../../../lib/app/capture/lately.ts';
import type { Camera } from '../../../lib/app/capture/more-pictures.ts';
import type { DeskPort } from '../../../lib/app/capture/popup-ports.ts';
import type { Eyes } from '../../../lib/app/capture/sightings.ts';
import { createDigestCache } from '../../../lib/app/directory/digest-cache.ts';
import { createOwedBadge } from '../../../lib/app/owed/owed-badge.ts';
import { createSettingsService } from '../../../lib/app/settings/settings-service.ts';
import { captureView, doneWithView } from '../../../lib/app/client/protocol.ts';
import type { CaptureView, DoneWithView, RecordedView } from '../../../lib/app/client/protocol.ts';
import type { TabFacts } from '../../../lib/capture/tab-facts.ts';
import { captureId, issueId } from '../../../lib/domain/ledger/primitives.ts';
import type { CaptureId } from '../../../lib/domain/ledger/primitives.ts';
import { createScrubber } from '../../../lib/domain/privacy/scrubber.ts';
import type { Entry } from '../../../lib/domain/ledger/entry.ts';
import { parseEntryText } from '../../../lib/domain/ledger/complete-entry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';

export const OWN = { id: 'casebook', origin: 'chrome-extension://casebook/' };
export const POPUP = { id: OWN.id, url: `${OWN.origin}popup.html` };

/** The smallest header that says "JPEG, 8 × 4". */
export const JPEG = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 4, 0, 8, 1, 1, 0x11, 0, 0xff, 0xd9,
]);

export const TAB: TabFacts = {
  tabId: 7,
  windowId: 1,
  url: 'https://portal.acme.example/invoices?token=abcdefghijklmnop',
  title: 'Invoices',
  incognito: false,
  active: true,
  loading: false,
  awaited: false,
  shows: null,
  crashed: false,
};

export function newId(): CaptureId {
  return captureId.parse(crypto.randomUUID());
}

export type Lab = Readonly<{
  profile: TestProfile;
  store: Store;
  background: Background;
  journal: Journal;
  local: Map<string, unknown>;
  session: Map<string, unknown>;
  badge: string[];
  reports: string[];
  clock: { ms: number };
  world: {
    tab: TabFacts | null;
    shots: number;
    picture: boolean;
    /** What a second look at the tab tells once the picture is there; it may take its time. */
    after: () => Promise<'same' | 'moved' | 'elsewhere'>;
    evidence: 'hung' | 'not-allowed';
    reloads: number;
    logs: string[];
    menus: number;
    /** Tabs that are not in front. */
    others: Map<number, TabFacts>;
    /** What the badge's seconds wait for. */
    second: () => Promise<void>;
    /** Name → moment, in ms. */
    alarms: Map<string, number>;
  };
  opened(id: CaptureId): Promise<CaptureView>;
  recorded(id: CaptureId): Promise<RecordedView>;
  ask(message: object): Promise<unknown>;
  change(message: object): Promise<DoneWithView>;
  /** A popup's port; calling the result closes the popup. */
  popup(id: CaptureId): () => Promise<void>;
  entries(): Promise<readonly Entry[]>;
}>;

/** Takes no picture. */
const darkCamera: Camera = {
  offerRegion: async () => ({ ok: false, reason: 'not-allowed' }),
  endRegion: async () => undefined,
  region: async () => ({ ok: false, reason: 'failed' }),
  fullPage: async () => ({ ok: false, reason: 'failed' }),
  visible: async () => ({ ok: false, reason: 'failed' }),
};

/** The whole background over a fake browser and a real store in a fake IndexedDB. */
export function lab(
  options: Readonly<{
    profile?: TestProfile;
    session?: Map<string, unknown>;
    local?: Map<string, unknown>;
    change?: (store: Store) => Store;
    camera?: Camera;
  }> = {},
): Lab {
  const profile = options.profile ?? testProfile();
  const store = (options.change ?? ((s) => s))(profile.store());
  const local = options.local ?? new Map<string, unknown>();
  const session = options.session ?? new Map<string, unknown>();
  const badge: string[] = [];
  const reports: string[] = [];
  const clock = { ms: Date.UTC(2026, 10, 23, 14, 2) };
  const world: Lab['world'] = {
    tab: TAB,
    shots: 0,
    picture: true,
    after: () => Promise.resolve('same'),
    evidence: 'hung',
    reloads: 0,
    logs: [],
    menus: 0,
    others: new Map(),
    second: () => Promise.resolve(),
    alarms: new Map(),
  };
  const now = () => new Date((clock.ms += 1));
  const area = {
    read: (key: string) => Promise.resolve(local.get(key)),
    write: (key: string, value: unknown) => Promise.resolve(void local.set(key, structuredClone(value))),
    remove: (key: string) => Promise.resolve(void local.delete(key)),
    all: () => Promise.resolve(Object.fromEntries(local)),
  };
  const eyes: Eyes = {
    activeTab: () => Promise.resolve(world.tab),
    screenshooter: {
      glance: () => null,
      async shoot(_tab, _format, onPicture) {
        world.shots += 1;
        if (!world.picture) return { ok: false, reason: 'hung', changedDuringCapture: false };
        const picture = { bytes: JPEG, mime: 'image/jpeg' } as const; // as: keeps the literal
        onPicture?.(picture);
        const after = await world.after();
        if (after === 'elsewhere') return { ok: false, reason: 'navigated', changedDuringCapture: true };
        return { ok: true, picture, changedDuringCapture: after === 'moved' };
      },
    },
    evidence: () => Promise.resolve({ ok: false, reason: world.evidence }),
    shownAtLast: () => Promise.resolve(null),
    machine: () =>
      Promise.resolve({
        browser: 'Test',
        browserVersion: '1',
        os: 'Linux',
        extensionVersion: '0.1.0',
        uiLanguage: 'en',
        languages: ['en'],
      }),
    zoom: () => Promise.resolve(100),
  };
  const journal = createJournal(area);
  const memory: SessionValues = {
    read: async (key) => session.get(key),
    write: async (key, value) => void session.set(key, value),
  };
  const shown: Badge = {
    tick: () => void badge.push('tick'),
    warn: () => void badge.push('warn'),
    remind: () => void badge.push('remind'),
    count: (seconds) => void badge.push(String(seconds)),
    percent: (done) => void badge.push(`${done}%`),
    owe: (n, title) => void (n > 0 && badge.push(`owe ${n}: ${title}`)),
    clear: () => void badge.push('clear'),
    seen: () => void badge.push('seen'),
    resume: () => Promise.resolve(),
  };
  const alarms = {
    create: async (name: string, { when }: { when: number }) => void world.alarms.set(name, when),
    clear: async (name: string) => world.alarms.delete(name),
  };
  const background = createBackground({
    store,
    journal,
    continuing: createContinuing(memory, now),
    lately: createLately(memory, now),
    session: memory,
    camera: options.camera ?? darkCamera,
    settings: createSettingsService({ ...area, onChange: () => () => undefined, commands: async () => [] }),
    eyes,
    shrink: () => Promise.resolve(null),
    badge: shown,
    menu: { offer: () => Promise.resolve(void world.menus++) },
    newCaptureId: newId,
    tabById: async (id) => (world.tab?.tabId === id ? world.tab : (world.others.get(id) ?? null)),
    commands: async () => [{ name: 'record-silently', shortcut: 'Alt+Shift+L' }],
    pages: {
      openLog: (path) => Promise.resolve(void world.logs.push(path)),
      anyOpen: () => Promise.resolve(false),
    },
    alarms: {
      create: () => Promise.resolve(),
      clear: () => Promise.resolve(true),
      get: () => Promise.resolve(undefined),
    },
    owed: createOwedBadge({ local: area, badge: shown, alarms, now }),
    digests: createDigestCache({ ...area, onChange: () => () => undefined }, (work) => work()),
    scrubber: () => Promise.resolve(createScrubber({ secret: new Uint8Array(32) })),
    machine: eyes.machine,
    now,
    sleep: (ms) => (ms === 1000 ? world.second() : Promise.resolve()),
    newIssueId: () => issueId.parse(crypto.randomUUID()),
    reload: () => void (world.reloads += 1),
    report: (what) => void reports.push(what),
    own: OWN,
  });
  const ask = (message: object) => background.message(message, POPUP);

  return {
    profile,
    store,
    background,
    journal,
    local,
    session,
    badge,
    reports,
    clock,
    world,
    ask,
    opened: async (id) => captureView.parse(await ask({ verb: 'popup.opened', captureId: id })),
    async recorded(id) {
      const view = captureView.parse(await ask({ verb: 'popup.opened', captureId: id }));
      if (view.state !== 'recorded') throw new Error(`Expected a record, got ${view.state}.`);
      return view;
    },
    change: async (message) => doneWithView.parse(await ask(message)),
    popup(id) {
      const enders: (() => void)[] = [];
      const port: DeskPort = {
        name: `popup:${id}`,
        sender: POPUP,
        postMessage: () => undefined,
        disconnect: () => undefined,
        onDisconnect: { addListener: (end) => void enders.push(end) },
      };
      background.connect(port);
      return async () => {
        // An update waits until the popup's end has been dealt with: it tells when that is.
        const before = world.reloads;
        background.updateAvailable();
        for (const end of enders) end();
        await vi.waitFor(() => expect(world.reloads).toBe(before + 1), 5000);
      };
    },
    async entries() {
      const { ledger, n } = await store.own();
      const lines = await store.entries(ledger, 1, n);
      return lines.flatMap((line) => {
        const parsed = line.json === null ? null : parseEntryText(line.json);
        return parsed?.ok ? [parsed.entry] : [];
      });
    },
  };
}
