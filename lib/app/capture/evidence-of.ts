import { chipsOf } from '../../domain/evidence/chips.ts';
import { stacksIn } from '../../domain/evidence/stacks.ts';
import { classifyAddress, pageStateOf } from '../../domain/evidence/classify.ts';
import type { PageState } from '../../domain/evidence/classify.ts';
import type { Environment, Evidence, FailedRequest } from '../../domain/evidence/page-evidence.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { mergeMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Masked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { Machine } from '../../capture/environment.ts';
import type { PageProbe, ProbeOutcome } from '../../capture/page-evidence.ts';

export type Findings = Readonly<{
  state: PageState;
  httpStatus: number | null;
  evidence: Evidence;
  masked: Masked;
}>;

/** Reasons that say what kind of page it is where the browser hides its address. */
const GUARDED: readonly ReasonCode[] = [
  'browser-page',
  'blank-page',
  'data-page',
  'view-source',
  'not-allowed',
];

/** What the page said, scrubbed, or why it said nothing. `url`: raw address of the tab. */
export function findingsOf(url: string | null, outcome: ProbeOutcome, scrubber: Scrubber): Findings {
  const { kind } = classifyAddress(url);
  if (!outcome.ok) {
    const errorPage = outcome.reason === 'error-page';
    const guarded = kind === 'unknown' && GUARDED.includes(outcome.reason);
    const never = kind === 'blank-page' && outcome.reason === 'hung';
    const state = never
      ? 'unknown'
      : guarded
        ? 'restricted'
        : pageStateOf({ kind, errorPage, reached: false });
    const { chips, masked } = chipsOf({ pageTextLines: [], requests: [], pageState: state }, scrubber);
    return { state, httpStatus: null, evidence: { state: 'missing', reason: outcome.reason, chips }, masked };
  }
  const { probe } = outcome;
  const status = probe.navigation.status > 0 ? probe.navigation.status : null;
  const state = pageStateOf({ kind, reached: true, ...(status === null ? {} : { status }) });
  const masked: Masked[] = [];
  const requests = probe.requests.map((r): FailedRequest => {
    const address = scrubber.url(r.url.toWellFormed());
    masked.push(address.masked);
    const serverTiming = r.serverTiming.map((line) => line200(line, scrubber, masked));
    const { initiator, startMs, durationMs, problem } = r;
    return {
      url: address.value.slice(0, LIMITS.url),
      status: r.status,
      initiator: initiator.toWellFormed(),
      startMs,
      durationMs,
      problem,
      ...(serverTiming.length > 0 ? { serverTiming } : {}),
    };
  });
  const navigation = navigationOf(probe, scrubber, masked);
  const found = chipsOf(
    {
      pageTextLines: probe.lines.map((line) => line.toWellFormed()),
      requests,
      requestListFull: probe.requestListFull,
      navigation,
      pageState: state,
    },
    scrubber,
  );
  const { stacks, masked: maskedInStacks } = stacksIn(probe.traces, scrubber);
  const evidence: Evidence = {
    state: 'present',
    navigation,
    requests,
    requestsSeen: probe.requestsSeen,
    requestListFull: probe.requestListFull,
    chips: found.chips,
    pageAgeMs: probe.pageAgeMs,
    ...(probe.frames > 0 ? { frames: probe.frames } : {}),
    ...(probe.sensitive.length > 0 ? { sensitive: probe.sensitive } : {}),
    ...(stacks.length > 0 ? { stacks } : {}),
  };
  return {
    state,
    httpStatus: status,
    evidence,
    masked: mergeMasked(...masked, ...maskedInStacks, found.masked),
  };
}

function line200(line: string, scrubber: Scrubber, masked: Masked[]): string {
  const scrubbed = scrubber.text(line.toWellFormed(), { limit: 200, singleLine: true });
  masked.push(scrubbed.masked);
  return scrubbed.value;
}

/** Only what was really measured: a 0 means that the browser did not say, or that it has not happened yet. */
function navigationOf(probe: PageProbe, scrubber: Scrubber, masked: Masked[]) {
  const { navigation: n } = probe;
  const serverTiming = n.serverTiming.map((line) => line200(line, scrubber, masked));
  return {
    ...(n.status > 0 ? { status: n.status } : {}),
    ...(n.type === '' ? {} : { type: n.type.toWellFormed() }),
    ...(n.ttfbMs > 0 ? { ttfbMs: n.ttfbMs } : {}),
    ...(n.domContentLoadedMs > 0 ? { domContentLoadedMs: n.domContentLoadedMs } : {}),
    ...(n.loadMs > 0 ? { loadMs: n.loadMs } : {}),
    ...(n.lcpMs > 0 ? { lcpMs: n.lcpMs } : {}),
    ...(n.longTasks > 0 ? { longTasks: n.longTasks, longestTaskMs: n.longestTaskMs } : {}),
    ...(serverTiming.length > 0 ? { serverTiming } : {}),
    ...(n.protocol === '' ? {} : { protocol: n.protocol.toWellFormed() }),
  };
}

/** Machine and failing page together. Unknown values are absent, never guessed. */
export function environmentOf(
  machine: Machine,
  zoomPercent: number | null,
  outcome: ProbeOutcome,
): Environment {
  const page = outcome.ok ? outcome.probe.environment : null;
  return {
    ...machine,
    languages: [...machine.languages],
    ...(zoomPercent === null ? {} : { zoomPercent }),
    ...(page === null
      ? {}
      : {
          dprPercent: page.dpr,
          viewport: page.viewport,
          screen: page.screen,
          scroll: { x: page.scroll.x || 0, y: page.scroll.y || 0 },
          online: page.online,
          ...(page.connection === '' ? {} : { connection: page.connection.toWellFormed() }),
          ...(page.rttMs < 0 ? {} : { rttMs: page.rttMs }),
          colourScheme: page.dark ? 'dark' : 'light',
          userAgent: page.userAgent.toWellFormed(),
          cookiesEnabled: page.cookiesEnabled,
          ...(page.pageLanguage === '' ? {} : { pageLanguage: page.pageLanguage.toWellFormed() }),
        }),
  };
}
