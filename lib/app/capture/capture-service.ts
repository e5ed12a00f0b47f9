import type { captureVia } from '../../domain/issue/bodies.ts';
import type { z } from '../../domain/z.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import type { Store } from '../../storage/store-types.ts';
import { momentOf } from '../moment.ts';
import { recordOf } from './capture-entry.ts';
import type { Continuing } from './continuing.ts';
import type { ProbeOutcome } from '../../capture/page-evidence.ts';
import { environmentOf, findingsOf } from './evidence-of.ts';
import type { Findings } from './evidence-of.ts';
import { scrubPage } from './page-facts.ts';
import type { PendingFacts } from './page-facts.ts';
import { lookAt } from './sightings.ts';
import type { Eyes } from './sightings.ts';
import type { CaptureWriter, Written } from './write-capture.ts';

export type CaptureRequest = Readonly<{
  captureId: CaptureId;
  via: z.infer<typeof captureVia>;
  /** Epoch ms of the click, if the caller knows it. */
  clickedAt?: number | undefined;
  /** Default: the tab the user looks at. */
  tab?: TabFacts;
  /** Record even where a half-typed issue could be continued. */
  anew?: boolean;
}>;

export type CaptureOutcome =
  | Written
  | Readonly<{ state: 'refused'; reason: 'private-window' }>
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
  store: Pick<Store, 'issue' | 'issueOfCapture' | 'pending'>;
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

  /** Reads the page's answer as soon as it is there, while the browser is still drawing the picture. */
  function reader(url: string | null, scrubber: Scrubber) {
    let early: Readonly<{ outcome: ProbeOutcome; findings: Findings }> | null = null;
    const read = (outcome: ProbeOutcome): Findings =>
      guarded('read the page', () => findingsOf(url, outcome, scrubber), NO_FINDINGS);
    const evidence: Eyes['evidence'] = async (tab) => {
      const outcome = await deps.eyes.evidence(tab);
      early = { outcome, findings: read(outcome) };
      return outcome;
    };
    /** What was seen may have become another outcome once the picture was known. */
    const findings = (outcome: ProbeOutcome): Findings =>
      early?.outcome === outcome ? early.findings : read(outcome);
    return { eyes: { ...deps.eyes, evidence }, findings };
  }

  async function run(request: CaptureRequest): Promise<CaptureOutcome> {
    const { captureId, via } = request;
    const clicked = clickTime(request.clickedAt);
    // All started at once; none of them may hold up the picture.
    const scrubbing = deps.scrubber();
    const format = deps.pictureFormat();
    const known = deps.store.issueOfCapture(captureId).catch(() => null);
    const tab = request.tab ?? (await deps.eyes.activeTab().catch(() => null));
    if (tab?.incognito) return { state: 'refused', reason: 'private-window' };

    const [scrubber, pictureFormat] = await Promise.all([scrubbing, format]);
    const { page, masked } = guarded('read the address and title', () => scrubPage(tab, scrubber), NO_PAGE);
    if (tab && !request.anew) {
      const continued = await deps.continuing.find(tab.tabId, page.url);
      if (continued && (await stillThere(continued)))
        return { state: 'known', captureId: continued, continued: true };
    }
    const facts: PendingFacts = {
      issueId: deps.newIssueId(),
      via,
      tabId: tab?.tabId ?? null,
      ...momentOf(clicked),
      page,
      masked,
    };
    // The browser is asked for the picture, and while it draws, what is known goes to disk. If even that is refused, the
    // writer below finds another place.
    const reading = reader(tab?.url ?? null, scrubber);
    const looking = lookAt(tab, pictureFormat, reading.eyes);
    const pending = deps.store.pending.put({ captureId, startedAt: facts.at, data: facts }).catch(() => null);
    const mine = running.get(captureId);
    if (mine) mine.facts = facts;
    deps.onFacts?.(captureId, facts);

    const seen = await looking;
    await withTimeLimit(() => pending, DATABASE_LIMIT_MS);
    const before = await withTimeLimit(() => known, DATABASE_LIMIT_MS);
    if (before.ok && before.value) {
      await deps.store.pending.remove(captureId).catch(() => undefined);
      return { state: 'known', captureId, continued: false };
    }
    const record = recordOf({
      captureId,
      facts,
      picture: seen.picture,
      findings: reading.findings(seen.outcome),
      environment: environmentOf(seen.machine, seen.zoomPercent, seen.outcome),
      changedDuringCapture: seen.changedDuringCapture,
      tookMs: Math.max(0, deps.now().getTime() - clicked.getTime()),
    });
    return deps.write(record, seen.ready);
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
