import { parseArgs } from 'node:util';
import { startPortal } from '../../scripts/portal/server.ts';
import { launch } from '../support/browser/launch.ts';
import { soak, type SoakPath } from './soak.ts';
import type { BrowserName } from '../support/browser/find.ts';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const PATHS: readonly SoakPath[] = ['page', 'popup'];

/** npm run soak -- [--kills 20] [--captures 105] [--browser firefox] [--path popup] */
export async function runSoak(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '20' },
      captures: { type: 'string', default: '105' },
      browser: { type: 'string' },
      path: { type: 'string' },
    },
  });
  const browsers = BROWSERS.filter((name) => values.browser === undefined || values.browser === name);
  const paths = PATHS.filter((name) => values.path === undefined || values.path === name);
  const kills = Number(values.kills);
  const captures = Number(values.captures);
  if (browsers.length === 0 || paths.length === 0 || !(kills > 0) || !(captures > 0)) {
    console.error(
      'Use: npm run soak -- --kills 20 --captures 105 --browser chromium|firefox --path page|popup',
    );
    return 1;
  }
  let bad = 0;
  const portal = await startPortal();
  for (const name of browsers) {
    for (const path of paths) {
      const driver = await launch(name);
      try {
        const result = await soak(driver, {
          path,
          kills,
          captures,
          web: `${portal.origin}/error-id`,
          say: (line) => console.log(line),
        });
        const problems = [...result.lost, ...result.half, ...result.twice, ...result.broken];
        bad += problems.length;
        for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
        console.log(
          `${name} ${path}: ${result.kills} kills, ${result.acknowledged} acknowledged, ${result.unanswered} unanswered at a kill, ${result.pictures} pictures, ${result.lost.length} lost, ${result.half.length} half, ${result.twice.length} twice, chain ${result.broken.length === 0 ? 'whole' : 'BROKEN'}`,
        );
      } finally {
        await driver.close();
      }
    }
  }
  await portal.close();
  return bad === 0 ? 0 : 1;
}
