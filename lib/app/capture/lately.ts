import { z } from '../../domain/z.ts';
import { captureId } from '../../domain/ledger/primitives.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { news } from '../client/protocol.ts';
import type { News } from '../client/protocol.ts';
import type { SessionValues } from './continuing.ts';

/** What happened without a popup is told by the next one, if it opens this soon. */
export const LATELY_MS = 5 * 60_000;
const KEY = 'lately';

const kept = z.strictObject({ news, happenedAt: z.int(), toldTo: z.nullable(captureId) });

/** The newest thing that nobody saw a popup for. */
export type Lately = Readonly<{
  remember(news: News): Promise<void>;
  /** For the first popup that asks, however often it does; null for the others. */
  tell(popup: CaptureId): Promise<News | null>;
}>;

export function createLately(session: SessionValues, now: () => Date): Lately {
  return {
    async remember(what) {
      // Without this memory nothing is offered; the record itself is in the log.
      await session
        .write(KEY, { news: what, happenedAt: now().getTime(), toldTo: null })
        .catch(() => undefined);
    },
    async tell(popup) {
      const parsed = kept.safeParse(await session.read(KEY).catch(() => undefined));
      if (!parsed.success || now().getTime() - parsed.data.happenedAt > LATELY_MS) return null;
      const { toldTo } = parsed.data;
      if (toldTo === null) await session.write(KEY, { ...parsed.data, toldTo: popup }).catch(() => undefined);
      return toldTo === null || toldTo === popup ? parsed.data.news : null;
    },
  };
}
