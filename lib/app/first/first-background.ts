import { isOurPage } from './contract.ts';
import type { Background, FirstPart, MakeBackground, Own } from './contract.ts';
import type { FirstLook } from './first-look.ts';
import { holdPort } from './hold-port.ts';
import type { Lost } from './when-lost.ts';

type Deps = Readonly<{
  look: FirstLook;
  load: () => Promise<MakeBackground>;
  /** What the rest is made with, but for what was begun. */
  parts: Omit<FirstPart, 'begun'>;
  lost: Lost;
  own: Own;
  sleep: (ms: number) => Promise<void>;
  report: (what: string, error: unknown) => void;
}>;

/** An event that started the background comes within this; what is done at every start waits for it. */
const IDLE_MS = 250;

/** What happens with an event once the rest is there, or if it cannot be had. */
type Waiting = Readonly<{ go: (rest: Background) => void; lost: () => void }>;

/**
 * The first part of the background: hears every event at once, asks for the picture if it is to be one, then loads the rest
 * and hands it everything in the order in which it came. From then on it only passes on.
 */
export function createFirstBackground(deps: Deps): Background {
  const { look, lost, report } = deps;
  let rest: Background | null = null;
  let coming: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let waiting: readonly Waiting[] = [];

  function each(work: (event: Waiting) => void): void {
    const all = waiting;
    waiting = [];
    for (const event of all) {
      try {
        work(event);
      } catch (error) {
        report('pass on an event', error);
      }
    }
  }
  async function bring(): Promise<void> {
    try {
      // Loading takes the processor for itself: the browser is asked before.
      await looking;
      const make = await deps.load();
      const made = make({ ...deps.parts, begun: look.begun() });
      made.start();
      rest = made;
      each(({ go }) => go(made));
    } catch (error) {
      // The next event tries again.
      coming = null;
      report('load the rest of itself', error);
      deps.parts.badge.warn();
      each((event) => event.lost());
    }
  }
  function fetchRest(): void {
    // What comes in the same turn is heard first.
    coming ??= (looking ?? deps.sleep(0)).then(bring);
  }
  function on(go: Waiting['go'], otherwise: Waiting['lost'] = () => undefined): void {
    if (rest) go(rest);
    else {
      waiting = [...waiting, { go, lost: otherwise }];
      fetchRest();
    }
  }

  return {
    message(raw, sender) {
      if (rest) return rest.message(raw, sender);
      const ours = isOurPage(sender, deps.own);
      if (ours && verbOf(raw) === 'popup.opened') looking ??= look.ask().catch(() => undefined);
      return new Promise((resolve) => {
        on(
          (made) => resolve(made.message(raw, sender)),
          () => resolve(ours ? lost.message(raw, look.begun()) : { ok: false, code: 'refused' }),
        );
      });
    },
    connect(port) {
      const held = rest ? port : holdPort(port);
      on((made) => made.connect(held));
    },
    installed: (reason) => on((made) => made.installed(reason)),
    menuChosen: (info, tab) =>
      on(
        (made) => made.menuChosen(info, tab),
        () => lost.menuChosen(info, tab),
      ),
    commanded: (name, tab) =>
      on(
        (made) => made.commanded(name, tab),
        () => lost.commanded(name, tab),
      ),
    updateAvailable: () =>
      on(
        (made) => made.updateAvailable(),
        () => lost.update(),
      ),
    alarm: (name) => on((made) => made.alarm(name)),
    start() {
      void deps.sleep(IDLE_MS).then(() => fetchRest());
    },
  };
}

function verbOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'verb' in raw ? raw.verb : null;
}
