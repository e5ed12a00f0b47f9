import { z } from '../../domain/z.ts';
import { captureId, count, instant, issueId, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { captureRecord } from './capture-entry.ts';

/** One line of the emergency journal: a capture the database refused, or text for one it already holds. */
const line = z.strictObject({
  captureId,
  issueId,
  savedAt: instant,
  capture: z.nullable(captureRecord),
  text: z.nullable(z.strictObject({ text: text(LIMITS.note), masked: count })),
});
export type JournalLine = z.infer<typeof line>;

export const MAX_LINES = 200;
const PREFIX = 'journal:';

/** `storage.local`, which lives in another database than the log and survives when that one does not. */
export type JournalArea = Readonly<{
  read(key: string): Promise<unknown>;
  all(): Promise<Readonly<Record<string, unknown>>>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}>;

export type Journal = Readonly<{
  /** False when it could not be written either, or the journal is full: nothing older is ever dropped for it. */
  put(entry: JournalLine): Promise<boolean>;
  get(id: CaptureId): Promise<JournalLine | null>;
  /** Oldest first. Lines that do not parse are left where they are and skipped. */
  list(): Promise<readonly JournalLine[]>;
  remove(id: CaptureId): Promise<void>;
}>;

export function createJournal(area: JournalArea): Journal {
  async function list(): Promise<readonly JournalLine[]> {
    const all = await area.all();
    return Object.entries(all)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([, value]) => line.safeParse(value))
      .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
      .toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
  }
  return {
    async put(entry) {
      try {
        const lines = await list();
        if (lines.length >= MAX_LINES && !lines.some((l) => l.captureId === entry.captureId)) return false;
        await area.write(PREFIX + entry.captureId, entry);
        return true;
      } catch {
        return false;
      }
    },
    async get(id) {
      try {
        const parsed = line.safeParse(await area.read(PREFIX + id));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    list,
    remove: (id) => area.remove(PREFIX + id),
  };
}
