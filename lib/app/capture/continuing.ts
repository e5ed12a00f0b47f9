import { z } from '../../domain/z.ts';
import { captureId, int, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';

/** A popup that was closed in the middle of typing is continued when it is reopened on the same page this soon. */
export const CONTINUE_MS = 10 * 60_000;
const MAX_KEPT = 20;
const KEY = 'typedLately';

const typed = z.strictObject({ captureId, tabId: int, url: z.nullable(text(LIMITS.url)), closedAt: int });
type Typed = z.infer<typeof typed>;

/** `storage.session`: memory that outlives the worker and ends with the browser, as tab numbers do. */
export type SessionValues = Readonly<{
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}>;

export type Continuing = Readonly<{
  /** Text was typed, then the popup closed without Done. `url`: scrubbed. */
  remember(id: CaptureId, tabId: number, url: string | null): Promise<void>;
  forget(id: CaptureId): Promise<void>;
  /** The capture to continue for this tab, if any. */
  find(tabId: number, url: string | null): Promise<CaptureId | null>;
}>;

export function createContinuing(session: SessionValues, now: () => Date): Continuing {
  async function list(): Promise<readonly Typed[]> {
    const parsed = z.array(typed).safeParse(await session.read(KEY).catch(() => undefined));
    const fresh = now().getTime() - CONTINUE_MS;
    return parsed.success ? parsed.data.filter((t) => t.closedAt > fresh) : [];
  }
  async function write(all: readonly Typed[]): Promise<void> {
    // Without this memory the next click records anew, which loses nothing.
    await session.write(KEY, all.slice(-MAX_KEPT)).catch(() => undefined);
  }
  return {
    async remember(id, tabId, url) {
      const others = (await list()).filter((t) => t.captureId !== id && t.tabId !== tabId);
      await write([...others, { captureId: id, tabId, url, closedAt: now().getTime() }]);
    },
    async forget(id) {
      const all = await list();
      if (all.some((t) => t.captureId === id)) await write(all.filter((t) => t.captureId !== id));
    },
    async find(tabId, url) {
      return (await list()).find((t) => t.tabId === tabId && t.url === url)?.captureId ?? null;
    },
  };
}
