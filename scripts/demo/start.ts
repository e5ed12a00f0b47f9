import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Driver } from '../../test/support/browser/driver.ts';
import type { BrowserName } from '../../test/support/browser/find.ts';
import { ensureBrowser } from '../../test/support/browser/install.ts';
import { launch } from '../../test/support/browser/launch.ts';
import { ensureBuilt } from '../lib/build.ts';
import { ROOT } from '../lib/setup.mjs';
import { startPortal, type Portal } from '../portal/server.ts';
import { doMainJob } from './main-job.ts';

const PORT = 8465;

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** The sample portal on its usual port, or on any free one when something else has it. */
const portalAnywhere = () => startPortal(PORT).catch(() => startPortal());

async function show(driver: Driver, portal: Portal): Promise<void> {
  await driver.openPage(`${portal.origin}/`);
  console.log(`
Casebook is installed in a fresh browser profile, and the sample portal is open: ${portal.origin}/
Pick something that breaks, then click the Casebook button in the toolbar (or press Alt+Shift+I).
Close the browser or press Ctrl+C to end.`);
  const end = async () => {
    await driver.close();
    await portal.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
  await driver.closed();
  await portal.close();
}

async function demonstrate(driver: Driver, portal: Portal): Promise<void> {
  console.log('There is no display, so the main job is done here, in a browser without a window.');
  const report = await doMainJob(driver, portal, (line) => console.log(`  ${line}`));
  const folder = join(ROOT, '.output', 'demo');
  await mkdir(folder, { recursive: true });
  const kept = join(folder, basename(report));
  await copyFile(report, kept);
  await driver.close();
  await portal.close();
  console.log(`Done. The exported report lies in ${kept}; any browser opens it.`);
}

/** npm start [chromium|firefox]: builds, serves the sample portal, and shows the extension on it. */
export async function main([wish]: readonly string[]): Promise<number> {
  const order: readonly BrowserName[] =
    wish === 'firefox' ? ['firefox'] : wish ? ['chromium'] : ['chromium', 'firefox'];
  let name: BrowserName | undefined;
  for (const candidate of order) {
    const found = await ensureBrowser(candidate);
    if (found.ok) {
      name = candidate;
      break;
    }
    console.log(found.sentence);
  }
  if (name === undefined) return 1;

  console.log('Building the extension…');
  await ensureBuilt(name === 'firefox' ? 'firefox' : 'chrome');
  const portal = await portalAnywhere();
  const visible = hasDisplay();
  const driver = await launch(name, { headless: !visible });
  await (visible ? show(driver, portal) : demonstrate(driver, portal));
  return 0;
}
