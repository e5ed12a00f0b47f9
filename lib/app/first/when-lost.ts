import type { Begun } from './contract.ts';
import type { Aside } from './keep-aside.ts';

/** What is done with an event when the rest of the background cannot be loaded. */
export type Lost = Readonly<{
  /** Always answers. What would have been recorded or written down is kept aside; the rest gets a code of a failure. */
  message(raw: unknown, begun: Begun | null): Promise<unknown>;
  commanded(name: string, tab: unknown): void;
  menuChosen(info: unknown, tab: unknown): void;
  /** A newer version may be whole again: nothing is waited for. */
  update(): void;
}>;

type Deps = Readonly<{ aside: Aside; newId: () => string; reload: () => void }>;

const SILENTLY = 'record-silently';
const RECORDING: readonly unknown[] = ['record', 'delayed'];
const refused = { ok: false, code: 'unavailable' } as const;

export function whenLost({ aside, newId, reload }: Deps): Lost {
  return {
    async message(raw, begun) {
      const { verb, captureId, text }: { verb?: unknown; captureId?: unknown; text?: unknown } =
        typeof raw === 'object' && raw !== null ? raw : {};
      if (!isId(captureId)) return refused;
      if (verb === 'popup.opened') {
        const [tab] = (await begun?.front.catch(() => [])) ?? [];
        return aside.capture(captureId, 'popup', tab);
      }
      if ((verb !== 'draft.save' && verb !== 'draft.done') || typeof text !== 'string') return refused;
      const view = await aside.text(captureId, text);
      if (view === null) return refused;
      return verb === 'draft.save' ? { ok: true } : { ok: true, view };
    },
    commanded(name, tab) {
      if (name === SILENTLY) void aside.capture(newId(), 'shortcut', tab);
    },
    menuChosen(info, tab) {
      const item = typeof info === 'object' && info !== null && 'menuItemId' in info ? info.menuItemId : null;
      if (RECORDING.includes(item)) void aside.capture(newId(), 'menu', tab);
    },
    update: reload,
  };
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
