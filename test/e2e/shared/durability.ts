import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../../support/browser/find.ts';
import { launch } from '../../support/browser/launch.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { bodyOf, capturesOf, entriesOf, pendingOf } from './records.ts';
import { startPortal } from '../../../scripts/portal/server.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const POINTS = 12;

/** The popup stays open while the background is stopped under it: it must still end at "Recorded", and once only. */
export function stoppedUnderThePopup(bench: () => Bench): void {
  describe('a background that is stopped while the popup waits', { retry: 0 }, () => {
    it(`still records, and once, at ${POINTS} points`, { timeout: 240_000 }, async () => {
      const { driver, portal, reader } = bench();
      const before = (await capturesOf(reader)).length;
      const tab = await driver.openPage(`${portal.origin}/kill/start`);
      const addresses: string[] = [];
      for (let point = 0; point < POINTS; point += 1) {
        const address = `${portal.origin}/kill/${point}`;
        await tab.goto(address);
        const popup = await driver.clickToolbar(tab);
        await pause(point * 30);
        await driver.killBackground();
        await popup.waitForText(/Recorded \d/, 20_000);
        await driver.dismissPopup();
        addresses.push(address);
      }
      const captures = (await capturesOf(reader)).slice(before);
      const urls = captures.map(({ page }) => page.url);
      const twice = captures.filter(({ page }) => urls.indexOf(page.url) !== urls.lastIndexOf(page.url));
      expect(twice.map(({ page, via, captureId }) => `${page.url} ${via} ${captureId}`)).toEqual([]);
      expect(urls.toSorted()).toEqual(addresses.toSorted());
      await expect.poll(() => pendingOf(reader), { timeout: 60_000, interval: 500 }).toBe(0);
      await expectWholeLog(reader);
    });
  });
}

/** With text typed just before; `test/e2e/faults/short-soak.ts` counts many more kills. */
export function kill9(name: BrowserName, rounds: number, clicks: number): void {
  describe('a browser that is killed', { retry: 0 }, () => {
    it(
      `keeps every record that was shown as recorded, in ${rounds} kills`,
      { timeout: 240_000 },
      async () => {
        const portal = await startPortal();
        const driver = await launch(name);
        const shown: string[] = [];
        try {
          for (let round = 0; round < rounds; round += 1) {
            const tab = await driver.openPage(`${portal.origin}/start`);
            for (let click = 0; click < clicks; click += 1) {
              const address = `${portal.origin}/power/${round}/${click}`;
              await tab.goto(address);
              const popup = await driver.clickToolbar(tab);
              await popup.waitForText(/Recorded \d/);
              shown.push(address);
              if (click === clicks - 1) {
                await popup.type(`Typed before kill ${round}`);
                // The promise: at most the last 300 ms of keys.
                await pause(500);
              } else {
                await driver.dismissPopup();
              }
            }
            await driver.kill9();
          }
          const reader = await driver.openExtensionPage('options.html#/log');
          const stored = (await capturesOf(reader)).map(({ page }) => page.url);
          expect(stored.toSorted()).toEqual(shown.toSorted());
          const described = async () =>
            (await entriesOf(reader))
              .filter(({ kind }) => kind === 'issue.described')
              .map((entry) => bodyOf(entry)['text']);
          const typed = Array.from({ length: rounds }, (_, round) => `Typed before kill ${round}`);
          await expect
            .poll(described, { timeout: 45_000, interval: 500 })
            .toEqual(expect.arrayContaining(typed));
          await expectWholeLog(reader);
        } finally {
          await driver.close();
          await portal.close();
        }
      },
    );
  });
}

const noteText = () => {
  const note = document.querySelector('textarea');
  return note === null ? '' : note.value;
};

export function drafts(bench: () => Bench): void {
  describe('typed text', { retry: 0 }, () => {
    it('is there again when the popup was closed in the middle of a word', async () => {
      const { driver, portal } = bench();
      const tab = await driver.openPage(`${portal.origin}/draft/one`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.type('The list stays emp');
      await pause(400);
      await driver.dismissPopup();
      // Nobody clicks again faster.
      await pause(600);
      const again = await driver.clickToolbar(tab);
      await again.waitForText(/Continuing/);
      expect(await again.evaluate(noteText)).toBe('The list stays emp');
      await driver.dismissPopup();
    });

    it('survives the background being stopped while somebody types', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/draft/two`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.type('before the stop, ');
      await pause(400);
      await driver.killBackground();
      await popup.type('after the stop');
      await popup.press('Enter');
      await expect
        .poll(async () => (await entriesOf(reader)).map((entry) => bodyOf(entry)['text']), {
          timeout: 15_000,
        })
        .toContain('before the stop, after the stop');
    });
  });
}
