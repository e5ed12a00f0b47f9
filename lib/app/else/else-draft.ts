import { z } from '../../domain/z.ts';
import { level } from '../../domain/issue/bodies.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { captureId, count, text } from '../../domain/ledger/primitives.ts';

/** How far off a remembered time may be, in minutes. */
export const PLUS_MINUS = [5, 15, 30, 60, 240] as const;

/** What the form holds besides pictures and files. `minute`: as `datetime-local` fields write it. */
const elseDraft = z.strictObject({
  /** The record it becomes: a draft that was saved twice is recorded once. */
  captureId,
  systemName: text(LIMITS.systemName),
  text: text(LIMITS.note),
  when: z.enum(['now', 'earlier']),
  minute: text(40),
  plusMinusMin: z.literal(PLUS_MINUS),
  impact: z.nullable(level),
  urgency: z.nullable(level),
  /** Pictures and files that were in the form; they are not kept with the draft. */
  attached: count,
});
type Parsed = z.infer<typeof elseDraft>;
export type ElseDraft = Readonly<
  Omit<Parsed, 'impact' | 'urgency'> & { impact: 1 | 2 | 3 | null; urgency: 1 | 2 | 3 | null }
>;

const KEY = 'elseDraft';

type Area = Readonly<{
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}>;

/** The half-filled form, in `storage.local`: it outlives a reload and the browser. Secrets are masked before. */
export type ElseDrafts = Readonly<{
  read(): Promise<ElseDraft | null>;
  /** Rejects where the browser does not keep it. */
  save(draft: ElseDraft): Promise<void>;
  clear(): Promise<void>;
}>;

const isLevel = (value: number | null): value is 1 | 2 | 3 | null =>
  value === null || value === 1 || value === 2 || value === 3;

export function createElseDrafts(
  area: Area,
  scrub: (text: string) => Promise<Readonly<{ value: string }>>,
): ElseDrafts {
  // One after another: what is cleared must not come back with a late write.
  let before: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  }
  async function write(draft: ElseDraft): Promise<void> {
    const [system, note] = await Promise.all([scrub(draft.systemName), scrub(draft.text)]);
    const systemName = cutAt(system.value, LIMITS.systemName);
    await area.write(KEY, { ...draft, systemName, text: note.value });
  }
  return {
    async read() {
      const parsed = elseDraft.safeParse(await area.read(KEY).catch(() => undefined));
      if (!parsed.success) return null;
      const { impact, urgency, ...rest } = parsed.data;
      return isLevel(impact) && isLevel(urgency) ? { ...rest, impact, urgency } : null;
    },
    save: (draft) => inTurn(() => write(draft)),
    clear: () => inTurn(() => area.remove(KEY)),
  };
}
