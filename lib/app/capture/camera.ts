import type { BrowserApi } from '../../capture/browser.ts';
import { shootFullPage } from '../../capture/full-page/shoot-full-page.ts';
import { preparePicture } from '../../capture/picture.ts';
import { endRegion, offerRegion, shootRegion } from '../../capture/region.ts';
import type { Screenshooter } from '../../capture/screenshot.ts';
import type { Camera } from './more-pictures.ts';

/** The pictures that a real browser can take of a tab that was granted to us. */
export function createCamera(
  { scripting }: Pick<BrowserApi, 'scripting'>,
  screenshooter: Screenshooter,
): Camera {
  const monotonic = (): number => performance.now();
  return {
    offerRegion: (tab, order) => offerRegion(scripting, tab, order),
    endRegion: (tab) => endRegion(scripting, tab),
    region: (tab, answer, format) => shootRegion(screenshooter, tab, answer, format),
    fullPage: (request) => shootFullPage({ scripting, screenshooter, monotonic }, request),
    async visible(tab, format) {
      const shot = await screenshooter.shoot(tab, format);
      if (!shot.ok) return { ok: false, reason: shot.reason };
      const ready = await preparePicture(shot.picture);
      return ready ? { ok: true, ready, wholePage: null } : { ok: false, reason: 'too-large' };
    },
  };
}
