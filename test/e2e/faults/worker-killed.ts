import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../../support/browser/find.ts';
import { wakeBackground } from '../../support/lab/captures.ts';
import { audit } from '../../support/lab/audit.ts';
import { readRawLog } from '../../support/lab/raw-log.ts';
import { pause, until, withBrowser } from './one-browser.ts';

const POINTS = 21;
const LAST_MS = 400;

/** The browser stops the background in the middle of a capture: faults F4 and F5 of the fault list. */
export function workerKilled(name: BrowserName): void {
  describe('when the background is stopped in the middle of a capture', { retry: 0 }, () => {
    it(
      `never leaves half a record at ${POINTS} points from 0 to ${LAST_MS} ms after the click`,
      { timeout: 240_000 },
      async () => {
        await withBrowser(name, async ({ driver, portal }) => {
          const reader = await driver.openExtensionPage('options.html#/welcome');
          const tab = await driver.openPage(`${portal.origin}/killed/start`);
          const addresses: string[] = [];
          for (let point = 0; point < POINTS; point += 1) {
            const address = `${portal.origin}/killed/${point}`;
            await tab.goto(address);
            await driver.clickToolbarOnly(tab);
            await pause((point * LAST_MS) / (POINTS - 1));
            // Where it just ended by itself there is nothing left to stop.
            await driver.killBackground().catch(() => undefined);
            addresses.push(address);
            // The popup asks again when its answer does not come, and that starts the background anew.
            await pause(1200);
            await driver.dismissPopup();
            await pause(200);
          }
          await until('every interrupted capture being finished', async () => {
            await wakeBackground(reader.evaluate);
            return (await readRawLog(reader.evaluate)).pending.length === 0;
          });
          const log = await readRawLog(reader.evaluate);
          expect(audit(log, [])).toMatchObject({ half: [], twice: [], broken: [] });
          const recorded = log.entries
            .filter(({ kind }) => kind === 'occurrence.captured')
            .map(({ json }) => String(JSON.parse(json ?? '{}').body.page.url));
          expect(recorded.toSorted()).toEqual(addresses.toSorted());
        });
      },
    );
  });
}
