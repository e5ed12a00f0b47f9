import { z } from '../../domain/z.ts';
import { directoryId } from '../../domain/directory/parts.ts';
import { system } from '../../domain/directory/system.ts';
import { captureId, count } from '../../domain/ledger/primitives.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { SessionValues } from '../capture/continuing.ts';

const kept = z.strictObject({
  captureId,
  /** What had been said about the system before. */
  assigned: z.nullable(directoryId),
  /** Systems as they were. */
  before: z.array(system),
  made: z.strictObject({ system: z.optional(directoryId), provider: z.optional(directoryId) }),
  /** By id: the number of the entry that the change left behind. Whoever edited it later is not undone. */
  heads: z.record(directoryId, count),
});
export type SystemChange = Readonly<z.infer<typeof kept>>;

const KEY = 'system.change';

/** The last change of a system by a popup, so that it can be taken back until the browser is closed. */
export type SystemUndo = Readonly<{
  remember(change: SystemChange): Promise<void>;
  recall(capture: CaptureId): Promise<SystemChange | null>;
  forget(): Promise<void>;
}>;

export function createSystemUndo(session: SessionValues): SystemUndo {
  return {
    // Without this memory only the button for it does nothing; the log has both versions.
    remember: (change) => session.write(KEY, change).catch(() => undefined),
    async recall(capture) {
      const parsed = kept.safeParse(await session.read(KEY).catch(() => undefined));
      return parsed.success && parsed.data.captureId === capture ? parsed.data : null;
    },
    forget: () => session.write(KEY, null).catch(() => undefined),
  };
}
