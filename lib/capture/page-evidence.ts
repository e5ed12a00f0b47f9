import { z } from '../domain/z.ts';
import { count, int } from '../domain/ledger/primitives.ts';
import { sensitiveField } from '../domain/evidence/page-evidence.ts';
import type { ReasonCode } from '../domain/evidence/reason.ts';
import type { BrowserApi } from './browser.ts';
import { probePage } from './page-probe.ts';
import { reasonOfScriptError } from './reason-of-error.ts';
import type { TabFacts } from './tab-facts.ts';
import { withTimeLimit } from './time-limit.ts';

/** `executeScript` may never settle on a page that hangs (measured: more than 120 s). */
export const EVIDENCE_LIMIT_MS = 800;

const short = (max: number) => z.string().check(z.maxLength(max));
const size = z.object({ width: count, height: count });

/** What a page may tell us. The text of it is the page's own: raw until scrubbed. */
export const pageProbe = z.object({
  navigation: z.object({
    status: count,
    type: short(40),
    ttfbMs: count,
    domContentLoadedMs: count,
    loadMs: count,
    lcpMs: count,
    longTasks: count,
    longestTaskMs: count,
    serverTiming: z.array(short(200)).check(z.maxLength(10)),
    protocol: short(20),
  }),
  requests: z
    .array(
      z.object({
        url: short(16_384),
        status: count,
        initiator: short(40),
        startMs: count,
        durationMs: count,
        problem: z.enum(['failed', 'slow', 'unknown']),
        serverTiming: z.array(short(200)).check(z.maxLength(5)),
      }),
    )
    .check(z.maxLength(50)),
  requestsSeen: count,
  requestListFull: z.boolean(),
  lines: z.array(short(500)).check(z.maxLength(80)),
  traces: z.array(short(6000)).check(z.maxLength(3)),
  sensitive: z.array(sensitiveField).check(z.maxLength(20)),
  pageAgeMs: count,
  frames: count,
  contentType: short(100),
  environment: z.object({
    dpr: count,
    viewport: size,
    screen: size,
    scroll: z.object({ x: int, y: int }),
    online: z.boolean(),
    connection: short(20),
    /** −1 where the browser does not tell. */
    rttMs: int,
    dark: z.boolean(),
    userAgent: short(400),
    cookiesEnabled: z.boolean(),
    pageLanguage: short(40),
  }),
});
export type PageProbe = z.infer<typeof pageProbe>;

/** One element per frame; Firefox puts errors of the page here, Chromium rejects. */
const injected = z.array(z.object({ result: z.optional(z.unknown()), error: z.optional(z.unknown()) }));

export type ProbeOutcome =
  Readonly<{ ok: true; probe: PageProbe }> | Readonly<{ ok: false; reason: ReasonCode }>;

/** Asks the page, in the isolated world of the top frame, which reads frames of its own origin itself. */
export async function readPageEvidence(
  scripting: Pick<BrowserApi['scripting'], 'executeScript'>,
  tab: TabFacts,
): Promise<ProbeOutcome> {
  const got = await withTimeLimit(
    () =>
      scripting.executeScript({
        target: { tabId: tab.tabId },
        func: probePage,
        // A page that is still loading would otherwise make us wait for it.
        injectImmediately: true,
      }),
    EVIDENCE_LIMIT_MS,
  );
  if (!got.ok) return { ok: false, reason: got.timedOut ? 'hung' : reasonOfScriptError(got.error, tab.url) };
  const first = injected.safeParse(got.value);
  const { result, error } = (first.success ? first.data[0] : undefined) ?? {};
  const parsed = pageProbe.safeParse(result);
  if (!parsed.success)
    return { ok: false, reason: error == null ? 'failed' : reasonOfScriptError(error, tab.url) };
  return { ok: true, probe: parsed.data };
}
