import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { Store } from '../../storage/types/store.ts';
import type { CaptureView, Done, DoneWithView } from '../client/protocol.ts';
import type { CaptureOutcome, CaptureService } from './capture-service.ts';
import { journalledView } from './capture-views.ts';
import type { CaptureViews } from './capture-views.ts';
import type { Continuing } from './continuing.ts';
import type { DraftOwner, Drafts } from './drafts.ts';
import type { Journal } from './journal.ts';
import type { PendingFacts } from './page-facts.ts';

/** Everything a popup asks for, in order, whether or not the popup is still there to hear the answer. */
export type PopupDesk = Readonly<{
  opened(id: CaptureId, clickedAt?: number): Promise<CaptureView>;
  anew(id: CaptureId): Promise<CaptureView>;
  view(id: CaptureId): Promise<CaptureView>;
  saveDraft(id: CaptureId, text: string): Promise<Done>;
  done(id: CaptureId, text: string): Promise<DoneWithView>;
  /** After any other change: `ok` with the state that follows from it. */
  after(id: CaptureId, work: () => Promise<Done>): Promise<DoneWithView>;
  /** Where a capture comes from, as soon as that is known. */
  sighted(id: CaptureId, facts: PendingFacts): void;
  connected(id: CaptureId): void;
  /** The popup is gone. What it typed becomes the description. */
  closed(id: CaptureId): Promise<void>;
  inUse(id: CaptureId): boolean;
  /** The capture that the popup of this id shows. */
  shows(id: CaptureId): CaptureId;
  popupsOpen(): boolean;
}>;

export type PopupDeskDeps = Readonly<{
  captures: CaptureService;
  views: CaptureViews;
  drafts: Drafts;
  continuing: Continuing;
  journal: Journal;
  store: Pick<Store, 'issueOfCapture' | 'issue' | 'drafts'>;
  sleep: (ms: number) => Promise<void>;
}>;

/** A text that arrives from a popup that is already gone is finished after this. */
const STRAY_MS = 1000;
const MAX_OWNERS = 50;

export function createPopupDesk(deps: PopupDeskDeps): PopupDesk {
  const { captures, views, drafts, continuing, journal, store } = deps;
  /** Popup id → how many ports: a reconnect may overlap with the end of the old one. */
  const ports = new Map<CaptureId, number>();
  /** Popup id → the capture it shows, where that is another one. */
  const shown = new Map<CaptureId, CaptureId>();
  const finished = new Set<CaptureId>();
  /** Where captures of this run came from, for drafts that arrive before the record is on disk. */
  const owners = new Map<CaptureId, DraftOwner & { url: string | null }>();

  const target = (id: CaptureId): CaptureId => shown.get(id) ?? id;
  const popupsOf = (id: CaptureId): boolean => Array.from(ports.keys()).some((p) => target(p) === target(id));

  async function viewOf(id: CaptureId, outcome: CaptureOutcome): Promise<CaptureView> {
    switch (outcome.state) {
      case 'recorded':
        return outcome.duplicate ? views.stored(id) : views.fresh(outcome.record, outcome.key);
      case 'journalled':
        return journalledView(outcome.record, '', outcome.code);
      case 'known': {
        if (outcome.continued) shown.set(id, outcome.captureId);
        return views.stored(outcome.captureId, outcome.continued);
      }
      case 'refused':
        return { state: 'refused', reason: outcome.reason };
      case 'failed':
        return { state: 'failed', code: outcome.code };
      case 'cancelled':
        return { state: 'failed', code: 'unknown-capture' };
    }
  }

  async function settled(id: CaptureId): Promise<CaptureOutcome | null> {
    const running = captures.running(id);
    return running ? running.outcome.catch(() => null) : null;
  }

  async function ownerOf(id: CaptureId): Promise<(DraftOwner & { url: string | null }) | null> {
    const known = owners.get(id);
    if (known) return known;
    const issueId = await store.issueOfCapture(id).catch(() => null);
    if (issueId) {
      const [draft, issue] = await Promise.all([
        store.drafts.get(id).catch(() => null),
        store.issue(issueId).catch(() => null),
      ]);
      const capture = issue?.occurrences.find(({ body }) => body.captureId === id);
      return { issueId, tabId: draft?.tabId ?? null, url: capture?.body.page.url ?? null };
    }
    const line = await journal.get(id);
    return line ? { issueId: line.issueId, tabId: null, url: line.capture?.body.page.url ?? null } : null;
  }

  async function start(id: CaptureId, anew: boolean, clickedAt?: number): Promise<CaptureView> {
    shown.delete(id);
    const outcome = await captures.start({ captureId: id, via: 'popup', anew, clickedAt });
    return viewOf(id, outcome);
  }

  async function saveDraft(id: CaptureId, text: string): Promise<Done> {
    const capture = target(id);
    let owner = await ownerOf(capture);
    if (!owner) {
      // The very first instant of a capture: its tab is not known yet.
      await settled(capture);
      owner = await ownerOf(capture);
    }
    if (!owner) return { ok: false, code: 'unknown-capture' };
    const saved = await drafts.save(capture, { issueId: owner.issueId, tabId: owner.tabId }, text);
    finished.delete(capture);
    if (!popupsOf(capture)) {
      void deps.sleep(STRAY_MS).then(async () => {
        if (!popupsOf(capture)) await close(capture);
      });
    }
    return saved;
  }

  async function close(capture: CaptureId): Promise<void> {
    await settled(capture);
    const owner = await ownerOf(capture);
    const result = await drafts.finish(capture);
    if (!result.ok || finished.has(capture)) return;
    if (result.text === '' || owner === null || owner.tabId === null) return;
    await continuing.remember(capture, owner.tabId, owner.url);
  }

  return {
    opened: (id, clickedAt) => start(id, false, clickedAt),
    async anew(id) {
      const left = shown.get(id);
      if (left) {
        await drafts.finish(left);
        await continuing.forget(left);
      }
      return start(id, true);
    },
    async view(id) {
      const capture = target(id);
      const running = captures.running(capture);
      if (!running) return views.stored(capture);
      if (!running.facts) return { state: 'recording', host: null, title: '' };
      return { state: 'recording', host: running.facts.page.host, title: running.facts.page.title };
    },
    saveDraft,
    async done(id, text) {
      const capture = target(id);
      await settled(capture);
      const saved = await saveDraft(id, text);
      if (!saved.ok) return saved;
      const result = await drafts.finish(capture);
      finished.add(capture);
      await continuing.forget(capture);
      if (!result.ok && !(await journal.get(capture))) return result;
      return { ok: true, view: await views.stored(capture) };
    },
    async after(id, work) {
      const capture = target(id);
      await settled(capture);
      const result = await work();
      return result.ok ? { ok: true, view: await views.stored(capture) } : result;
    },
    sighted(id, { issueId, tabId, page }) {
      const oldest = owners.keys().next().value;
      if (owners.size >= MAX_OWNERS && oldest) owners.delete(oldest);
      owners.set(id, { issueId, tabId, url: page.url });
    },
    connected: (id) => void ports.set(id, (ports.get(id) ?? 0) + 1),
    async closed(id) {
      const left = (ports.get(id) ?? 1) - 1;
      if (left > 0) {
        ports.set(id, left);
        return;
      }
      // The capture may still be deciding whether it continues another one.
      await settled(id);
      ports.delete(id);
      const capture = target(id);
      if (!popupsOf(capture)) await close(capture);
      shown.delete(id);
    },
    inUse: (id) => captures.running(id) !== null || popupsOf(id),
    shows: target,
    popupsOpen: () => ports.size > 0,
  };
}
