import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from '../test/support/browser/install.ts';
import { ensureTools } from '../test/support/stock-tools.ts';
import { conclude, runSteps } from './check.ts';
import { GATE, tests } from './gate/steps.ts';
import { ROOT } from './lib/setup.mjs';

const E2E = ['--config', 'vitest.e2e.config.ts'];

/** npm test: browsers and the tools that check our packs found or installed, the gate, then the same promises in both real browsers. */
export async function main(): Promise<number> {
  await rm(join(ROOT, 'test-results'), { recursive: true, force: true });
  for (const browser of ['chromium', 'firefox'] as const) {
    const found = await ensureBrowser(browser);
    console.log(found.ok ? `  ${browser}: ${found.path}` : `  ${found.sentence}`);
  }
  console.log(`  ${ensureTools()}`);
  return conclude(
    await runSteps([
      ...GATE,
      tests('e2e-chromium', 'in a real Chromium', [...E2E, 'test/e2e/chromium']),
      tests('e2e-firefox', 'in a real Firefox', [...E2E, 'test/e2e/firefox']),
    ]),
  );
}
