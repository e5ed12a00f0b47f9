import { z } from '../../domain/z.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import type { BrowserApi } from '../browser.ts';
import type { FullPage } from '../page/full-page.ts';
import { reasonOfScriptError } from '../reason-of-error.ts';
import type { TabFacts } from '../tab-facts.ts';
import { withTimeLimit } from '../time-limit.ts';

const length = z.number();
const extent = z.object({ x: length, y: length });

const stopped = z.object({ state: z.literal('stopped') });
const measured = z.object({
  state: z.literal('ready'),
  innerWidth: length.check(z.positive()),
  innerHeight: length.check(z.positive()),
  dpr: length,
  enlarged: z.boolean(),
  box: z.object({ left: length, top: length, width: length, height: length }),
  root: z.boolean(),
  max: extent,
});
const arrived = z.object({
  state: z.literal('arrived'),
  x: length,
  y: length,
  max: extent,
  last: z.boolean(),
  bottomFrom: z.nullable(length),
});
const replies = {
  measure: z.union([measured, stopped]),
  warm: z.union([measured, stopped]),
  go: z.union([arrived, stopped]),
  at: z.union([arrived, stopped]),
  end: z.unknown(),
} as const;
export type Measured = z.infer<typeof measured>;
export type Arrived = z.infer<typeof arrived>;

type Verb = keyof typeof replies;
type ReplyOf<V extends Verb> = z.infer<(typeof replies)[V]>;
export type Called<T> = Readonly<{ ok: true; reply: T }> | Readonly<{ ok: false; reason: ReasonCode }>;

/** A page that answers one call later than this hangs. */
const LIMITS_MS: Record<Verb, number> = { measure: 3000, warm: 8000, go: 5000, at: 2000, end: 1500 };

const injected = z.array(z.object({ result: z.optional(z.unknown()), error: z.optional(z.unknown()) }));

type Scripting = Pick<BrowserApi['scripting'], 'executeScript'>;

export type PageCalls = Readonly<{
  begin(): Promise<Called<null>>;
  call<V extends Verb>(verb: V, ...args: Parameters<FullPage[V]>): Promise<Called<ReplyOf<V>>>;
}>;

/** The page's side of a picture of all of it, as the background reaches it. Every call ends, whatever the page does. */
export function createPageCalls(scripting: Scripting, tab: TabFacts): PageCalls {
  const target = { tabId: tab.tabId };

  async function run(limitMs: number, work: () => Promise<unknown>): Promise<Called<unknown>> {
    const got = await withTimeLimit(work, limitMs);
    if (!got.ok)
      return { ok: false, reason: got.timedOut ? 'hung' : reasonOfScriptError(got.error, tab.url) };
    const first = injected.safeParse(got.value);
    const { result, error } = (first.success ? first.data[0] : undefined) ?? {};
    if (error != null) return { ok: false, reason: reasonOfScriptError(error, tab.url) };
    return { ok: true, reply: result };
  }

  return {
    async begin() {
      const done = await run(LIMITS_MS.measure, () =>
        scripting.executeScript({ target, files: ['/page-full.js'], injectImmediately: true }),
      );
      return done.ok ? { ok: true, reply: null } : done;
    },
    async call(verb, ...args) {
      const got = await run(LIMITS_MS[verb], () =>
        scripting.executeScript({ target, func: inPage, args: [verb, args], injectImmediately: true }),
      );
      if (!got.ok) return got;
      const parsed = replies[verb].safeParse(got.reply);
      if (!parsed.success) return { ok: false, reason: 'failed' };
      return { ok: true, reply: parsed.data as ReplyOf<typeof verb> }; // as: parsed by the schema of this verb
    },
  };
}

/** Runs in the page: sent as text, so it uses nothing from outside itself. */
function inPage(verb: string, args: readonly unknown[]): unknown {
  type Page = Record<string, (...given: readonly unknown[]) => unknown>;
  const page = (globalThis as { casebookFullPage?: Page }).casebookFullPage; // as: put there by page-full.js
  return page?.[verb]?.(...args) ?? { state: 'stopped' };
}
