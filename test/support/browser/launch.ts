import { builtFolder } from '../../../scripts/lib/build.ts';
import { launchChromium } from './chromium.ts';
import type { Driver, DriverOptions } from './driver.ts';
import type { BrowserName } from './find.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a real browser with the built extension in a profile of its own. */
export function launch(name: BrowserName, options: Partial<DriverOptions> = {}): Promise<Driver> {
  return name === 'chromium'
    ? launchChromium({ extension: builtFolder('chrome'), ...options })
    : launchFirefox({ extension: builtFolder('firefox'), ...options });
}
