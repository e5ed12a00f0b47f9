import { tabFactsOf } from '../../capture/tab-facts.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import type { PointedAt } from '../../domain/issue/bodies.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { Told } from '../client/protocol.ts';
import type { SystemDesk } from '../directory/system-desk.ts';
import type { CaptureOutcome, CaptureService } from './capture-service.ts';
import type { Countdown } from './delayed.ts';
import type { Lately } from './lately.ts';
import { chosenOf } from './page-menu.ts';

/** Name of the command in the manifest. */
const SILENTLY = 'record-silently';

type Deps = Readonly<{
  captures: CaptureService;
  countdown: Countdown;
  lately: Lately;
  systems: Pick<SystemDesk, 'view'>;
  newCaptureId: () => CaptureId;
  /** Opens the page for what did not happen in the browser. */
  openElse: () => Promise<void>;
  commands: () => Promise<readonly Readonly<{ name?: string; shortcut?: string }>[]>;
}>;

/** The ways to record that open no popup: a shortcut and the menus. Tabs and menu clicks are the browser's own objects. */
export type Ways = Readonly<{
  commanded(name: string, tab: unknown): Promise<void>;
  menuChosen(info: unknown, tab: unknown): Promise<void>;
  /** Something was recorded, in whatever way. */
  recorded(outcome: CaptureOutcome): Promise<void>;
  tell(popup: CaptureId): Promise<Told>;
}>;

export function createWays(deps: Deps): Ways {
  const { captures, countdown, lately } = deps;

  async function record(via: 'shortcut' | 'menu', raw: unknown, pointedAt: PointedAt | null): Promise<void> {
    await captures.start({ captureId: deps.newCaptureId(), via, anew: true, pointedAt, ...tabIn(raw) });
  }

  return {
    async commanded(name, tab) {
      if (name === SILENTLY) await record('shortcut', tab, null);
    },
    async menuChosen(info, raw) {
      const chosen = chosenOf(info);
      if (chosen === null) return;
      if (chosen.item === 'else') await deps.openElse();
      else if (chosen.item === 'record') await record('menu', raw, chosen.pointedAt);
      else if (!countdown.cancel()) {
        const { pointedAt } = chosen;
        const hold = countdown.run;
        const captureId = deps.newCaptureId();
        await captures.start({ captureId, via: 'delayed', anew: true, pointedAt, hold, ...tabIn(raw) });
      }
    },
    async recorded(outcome) {
      if (outcome.state !== 'recorded' || outcome.record.body.via === 'popup') return;
      const { at, zone, body } = outcome.record;
      const { url, host } = body.page;
      const system = await deps.systems.view({ assigned: null, url, host, occurrences: [] }, at, false);
      const tell = system.state === 'one' ? system.tell : undefined;
      await lately.remember({
        what: 'recorded',
        captureId: body.captureId,
        at,
        zone,
        ...(tell === undefined ? {} : { tell }),
      });
    },
    async tell(popup) {
      const [news, commands] = await Promise.all([lately.tell(popup), deps.commands().catch(() => [])]);
      const own = commands.find(({ name }) => name === SILENTLY);
      return { ok: true, news, shortcut: own?.shortcut ?? '' };
    },
  };
}

function tabIn(raw: unknown): Readonly<{ tab?: TabFacts }> {
  const tab = tabFactsOf(raw);
  return tab === null ? {} : { tab };
}
