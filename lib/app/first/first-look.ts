import type { BrowserApi } from '../../capture/browser.ts';
import { askFront, askGlance } from '../../capture/glance.ts';
import type { PictureFormat } from '../../capture/glance.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import type { LocalValues } from '../install-secret.ts';
import { SETTINGS_KEY } from '../storage-keys.ts';
import type { Begun } from './contract.ts';

/** Storage that takes longer than this must not hold up the picture. */
const SETTINGS_LIMIT_MS = 100;

/** What is looked at before anybody is there who understands it. */
export type FirstLook = Readonly<{
  /** Asks for tab and picture in one moment, once per start; done when both are asked for. */
  ask(): Promise<void>;
  /** null where nothing was asked. */
  begun(): Begun | null;
}>;

type Deps = Readonly<{
  tabs: Pick<BrowserApi['tabs'], 'query' | 'captureVisibleTab'>;
  local: Pick<LocalValues, 'read'>;
  /** Milliseconds of a clock that never goes back. */
  monotonic: () => number;
}>;

/** The format of pictures is asked for at once, so that it is there when the first message is. */
export function createFirstLook({ tabs, local, monotonic }: Deps): FirstLook {
  const format = withTimeLimit(() => local.read(SETTINGS_KEY), SETTINGS_LIMIT_MS).then((got) =>
    formatIn(got.ok ? got.value : null),
  );
  let asked: Promise<void> | null = null;
  let begun: Begun | null = null;

  async function look(): Promise<void> {
    const glance = askGlance(tabs, await format);
    const front = askFront(tabs);
    // Whoever takes it hears of a failure; until then nobody does.
    front.catch(() => undefined);
    begun = { at: monotonic(), front, glance };
  }
  return {
    ask: () => (asked ??= look()),
    begun: () => begun,
  };
}

/** As the settings mean it: whatever is not understood is the default. */
function formatIn(settings: unknown): PictureFormat {
  const png = typeof settings === 'object' && settings !== null && 'pictureFormat' in settings;
  return png && settings.pictureFormat === 'png' ? 'png' : 'jpeg';
}
