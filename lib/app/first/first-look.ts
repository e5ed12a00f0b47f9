import type { BrowserApi } from '../../capture/browser.ts';
import { askFront, askGlance } from '../../capture/glance.ts';
import type { PictureFormat } from '../../capture/glance.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import type { LocalValues } from '../install-secret.ts';
import { SETTINGS_KEY } from '../storage-keys.ts';
import type { Begun } from './contract.ts';

/** Storage that takes longer than this must not hold up the picture. */
const SETTINGS_LIMIT_MS = 100;

/** Asks for tab and picture in one moment, before anybody is there who understands them; done when both are asked for. */
export type FirstLook = () => Promise<Begun>;

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

  return async () => {
    const glance = askGlance(tabs, await format);
    const front = askFront(tabs);
    // Whoever takes it hears of a failure; until then nobody does.
    front.catch(() => undefined);
    return { at: monotonic(), front, glance };
  };
}

/** As the settings mean it: whatever is not understood is the default. */
function formatIn(settings: unknown): PictureFormat {
  const png = typeof settings === 'object' && settings !== null && 'pictureFormat' in settings;
  return png && settings.pictureFormat === 'png' ? 'png' : 'jpeg';
}
