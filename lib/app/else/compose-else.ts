import type { BrowserApi } from '../../capture/browser.ts';
import { readMachine } from '../../capture/environment.ts';
import type { UserAgentData } from '../../capture/environment.ts';
import { canPickScreen, oneFrame } from '../../capture/screen-frame.ts';
import { captureId, issueId } from '../../domain/ledger/primitives.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { LocalArea } from '../local-area.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createElseDrafts } from './else-draft.ts';
import { createElseService } from './else-service.ts';
import type { ElseDeps, ElseService } from './else-service.ts';

type Parts = Pick<ElseDeps, 'store' | 'now' | 'zone'> &
  Readonly<{
    browser: BrowserApi;
    local: LocalArea;
    settings: SettingsService;
    scrubber: Promise<Scrubber>;
  }>;

/** Recording by hand, in a real browser. */
export function composeElse({ store, browser, local, settings, scrubber, now, zone }: Parts): ElseService {
  const scrub = async (text: string) => (await scrubber).note(text.toWellFormed());
  // Undefined where a page may not see devices at all, whatever the type says.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  const newId = () => crypto.randomUUID();
  return createElseService({
    store,
    scrub,
    drafts: createElseDrafts(local, scrub),
    machine() {
      const own = navigator as Navigator & { userAgentData?: UserAgentData }; // as: Chromium only
      return readMachine({ runtime: browser.runtime, i18n: browser.i18n, navigator: own });
    },
    now,
    zone,
    newId,
    newCaptureId: () => captureId.parse(newId()),
    newIssueId: () => issueId.parse(newId()),
    canPickScreen: canPickScreen(devices),
    pickScreen: () =>
      oneFrame(devices, async () =>
        (await settings.get()).pictureFormat === 'png' ? 'image/png' : 'image/jpeg',
      ),
  });
}
