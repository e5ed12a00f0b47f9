import { mergeMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import type { Store } from '../../storage/types/store.ts';
import { momentOf } from '../moment.ts';
import { recordOf } from './capture-entry.ts';
import type { CaptureRecord } from './capture-entry.ts';
import type { CaptureRequest } from './capture-request.ts';
import type { Continuing } from './continuing.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import { earlyReader } from './early-reader.ts';
import { environmentOf, findingsOf } from './evidence-of.ts';
import type { Findings } from './evidence-of.ts';
import { scrubPage, scrubPointed } from './page-facts.ts';
import type { PendingFacts } from './page-facts.ts';
import { lookAt, seenTwice } from './sightings.ts';
import type { Eyes, Sighting } from './sightings.ts';
import type { CaptureWriter, Written } from './write-capture.ts';

export type CaptureOutcome =
  | Written
  | Readonly<{ state: 'refused'; reason: 'private-window' }>
  /** While waiting for the picture. */
  | Readonly<{ state: 'cancelled' }>
  /** Recorded before: by an earlier message with this id, or as the issue that is being continued. */
  | Readonly<{ state: 'known'; captureId: CaptureId; continued: boolean }>;

/** What is known of a capture that is under way. */
export type Running = Readonly<{ facts: PendingFacts | null; outcome: Promise<CaptureOutcome> }>;

export type CaptureService = Readonly<{
  /** Always answers, and records once however often it is called with the same id. */
  start(request: CaptureRequest): Promise<CaptureOutcome>;
  running(id: CaptureId): Running | null;
  busy(): boolean;
}>;

export type CaptureDeps = Readonly<{
  store: Pick<Store, 'issue' | 'issueOfCapture' | 'pending' | 'foresee'>;
  eyes: Eyes;
  write: CaptureWriter;
  continuing: Continuing;
  scrubber: () => Promise<Scrubber>;
  pictureFormat: () => Promise<'jpeg' | 'png'>;
  now: () => Date;
  newIssueId: () => IssueId;
  /** As soon as the tab is known, before anything is on disk. */
  onFacts?: (id: CaptureId, facts: PendingFacts) => void;
  /** A bug of ours while reading a page: the record is made all the same, without what could not be read. */
  report: (what: string, error: unknown) => void;
  onOutcome?: (id: CaptureId, outcome: CaptureOutcome) => void;
}>;

/** A click older than this is a mistaken clock, not a slow popup. */
const OLDEST_CLICK_MS = 10_000;
/** A database that is blocked must not keep the record from reaching the journal. */
const DATABASE_LIMIT_MS = 2000;

const NO_PAGE: ReturnType<typeof scrubPage> = {
  page: { url: null, host: null, title: '', truncated: true },
  masked: {},
};
const NO_FINDINGS: Findings = {
  state: 'unknown',
  httpStatus: null,
  evidence: { state: 'missing', reason: 'failed', chips: [] },
  masked: {},
};

export function createCaptureService(deps: CaptureDeps): CaptureService {
  const running = new Map<CaptureId, { facts: PendingFacts | null; outcome: Promise<CaptureOutcome> }>();

  function clickTime(clickedAt: number | undefined): Date {
    const now = deps.now();
    const age = clickedAt === undefined ? -1 : now.getTime() - clickedAt;
    return clickedAt !== undefined && age >= 0 && age <= OLDEST_CLICK_MS ? new Date(clickedAt) : now;
  }

  /** Neither purged nor in the trash. */
  async function stillThere(id: CaptureId): Promise<boolean> {
    try {
      const issueId = await deps.store.issueOfCapture(id);
      const issue = issueId && (await deps.store.issue(issueId));
      return issue ? !issue.trashed : false;
    } catch {
      return false;
    }
  }

  function guarded<T>(what: string, work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      deps.report(what, error);
      return otherwise;
    }
  }

  async function run(request: CaptureRequest): Promise<CaptureOutcome> {
    const { captureId, via } = request;
    const clicked = clickTime(request.clickedAt);
    // All started at once; none of them may hold up the picture.
    const scrubbing = deps.scrubber();
    const format = deps.pictureFormat();
    // What is in front is in the picture soonest when nothing is looked up before.
    const glancing =
      request.tab || request.hold ? null : format.then((wanted) => deps.eyes.screenshooter.glance(wanted));
    let tab = request.tab ?? (await deps.eyes.activeTab().catch(() => null));
    if (tab?.incognito) return { state: 'refused', reason: 'private-window' };

    const [scrubber, pictureFormat] = await Promise.all([scrubbing, format]);
    const pointed = guarded(
      'read what was pointed at',
      () => (request.pointedAt ? scrubPointed(request.pointedAt, scrubber) : null),
      null,
    );
    const issueId = deps.newIssueId();
    const factsOf = (seen: TabFacts | null, at: Date): PendingFacts => {
      const { page, masked } = guarded(
        'read the address and title',
        () => scrubPage(seen, scrubber),
        NO_PAGE,
      );
      const where = { issueId, via, tabId: seen?.tabId ?? null, ...momentOf(at), page };
      return pointed
        ? { ...where, masked: mergeMasked(masked, pointed.masked), pointedAt: pointed.pointedAt }
        : { ...where, masked };
    };
    let started = clicked;
    let facts = factsOf(tab, started);
    if (tab && !request.anew) {
      const continued = await deps.continuing.find(tab.tabId, facts.page.url);
      if (continued && (await stillThere(continued)))
        return { state: 'known', captureId: continued, continued: true };
    }
    const toDisk = (): Promise<unknown> =>
      deps.store.pending.put({ captureId, startedAt: facts.at, data: facts }).catch(() => null);
    const announce = (): void => {
      const mine = running.get(captureId);
      if (mine) mine.facts = facts;
      deps.onFacts?.(captureId, facts);
    };
    let absent: ReasonCode | undefined;
    if (tab && request.hold) {
      announce();
      await withTimeLimit(toDisk, DATABASE_LIMIT_MS);
      const held = await request.hold(tab);
      const reason = held.ok ? undefined : held.reason;
      if (reason === 'cancelled') {
        await deps.store.pending.remove(captureId).catch(() => undefined);
        return { state: 'cancelled' };
      }
      started = deps.now();
      facts = held.ok ? factsOf(held.tab, started) : { ...facts, ...momentOf(started) };
      tab = held.ok ? held.tab : null;
      absent = reason;
    }
    // The browser is asked for the picture, and while it draws, what is known goes to disk. If even that is refused, the
    // writer below finds another place.
    const { url } = tab ?? { url: null };
    const reading = earlyReader(deps.eyes, (outcome) =>
      guarded('read the page', () => findingsOf(url, outcome, scrubber), NO_FINDINGS),
    );
    const glance = await glancing;
    const { first, last, sure } = seenTwice((early) =>
      lookAt(tab, pictureFormat, reading.eyes, absent, glance, early),
    );
    const pending = toDisk();
    const { at, offsetMin } = facts;
    const known = deps.store.foresee({ issueId, captureId, host: facts.page.host, at, offsetMin });
    announce();

    const seen = await first;
    await withTimeLimit(() => pending, DATABASE_LIMIT_MS);
    const before = await withTimeLimit(() => known, DATABASE_LIMIT_MS);
    if (before.ok && before.value) {
      await deps.store.pending.remove(captureId).catch(() => undefined);
      return { state: 'known', captureId, continued: false };
    }
    const recordFrom = (sighting: Sighting): CaptureRecord =>
      recordOf({
        captureId,
        facts,
        picture: sighting.picture,
        findings: reading.findings(sighting.outcome),
        environment: environmentOf(sighting.machine, sighting.zoomPercent, sighting.outcome),
        changedDuringCapture: sighting.changedDuringCapture,
        tookMs: Math.max(0, deps.now().getTime() - started.getTime()),
      });
    const written = await deps.write(recordFrom(seen), seen.ready, sure);
    if (written.state !== 'withdrawn') return written;
    const better = await last;
    const again = await deps.write(recordFrom(better), better.ready);
    return again.state === 'withdrawn' ? { state: 'failed', code: 'aborted' } : again;
  }

  return {
    start(request) {
      const { captureId } = request;
      const already = running.get(captureId);
      if (already) return already.outcome;
      const outcome = run(request).finally(() => running.delete(captureId));
      running.set(captureId, { facts: null, outcome });
      void outcome.then((o) => deps.onOutcome?.(captureId, o)).catch(() => undefined);
      return outcome;
    },
    running: (id) => running.get(id) ?? null,
    busy: () => running.size > 0,
  };
}
