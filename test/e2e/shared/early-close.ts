import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { capturesOf, pendingOf } from './records.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Closes the popup 0–500 ms after the click, again and again: the record must not depend on the popup. */
export function earlyClose(bench: () => Bench, times: number): void {
  describe('a popup that is closed at once', { retry: 0 }, () => {
    it(`loses nothing and doubles nothing in ${times} tries`, { timeout: times * 4000 }, async () => {
      const { driver, portal, reader } = bench();
      const before = (await capturesOf(reader)).length;
      const tab = await driver.openPage(`${portal.origin}/early/start`);
      const addresses: string[] = [];
      for (let n = 0; n < times; n += 1) {
        const address = `${portal.origin}/early/${n}`;
        await tab.goto(address);
        await driver.clickToolbarOnly(tab);
        await pause((n * 500) / Math.max(1, times - 1));
        // Right after the click the popup may not exist yet: then it is closed the moment it does.
        await expect.poll(() => driver.dismissPopup(), { interval: 5, timeout: 3000 }).toBe(true);
        addresses.push(address);
        // Pictures are limited to two a second by the browser; a person does not click faster either.
        await pause(120);
      }
      const missing = async () => {
        const stored = new Set((await capturesOf(reader)).map(({ page }) => page.url));
        return addresses.filter((address) => !stored.has(address));
      };
      await expect.poll(missing, { timeout: 20_000, interval: 500 }).toEqual([]);
      await pause(1000);
      const urls = (await capturesOf(reader)).slice(before).map(({ page }) => page.url);
      expect(urls.toSorted()).toEqual(addresses.toSorted());
      expect(await pendingOf(reader)).toBe(0);
    });
  });
}
