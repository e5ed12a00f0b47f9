import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { addProvider } from './provider-steps.ts';
import { openLog, recordProblem } from './steps.ts';

/** The popup where there is more than it has room for. */
export function crowdedPopup(bench: () => Bench): void {
  describe('the popup with earlier issues and many findings', () => {
    it('stays within its window, and what takes the record back stays in sight', async () => {
      const { driver, portal } = bench();
      for (const note of ['Saving fails', 'Again not saved', 'Not saved, a credit note this time'])
        await recordProblem(bench(), '/findings', note);
      const tab = await driver.openPage(`${portal.origin}/findings`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForElement('button', /^Again.*Alt\+3|^Again.*⌥3/);
      await popup.waitForText('Found on the page');
      const box = await popup.evaluate(() => {
        const page = document.documentElement;
        page.scrollTo(0, page.scrollHeight);
        return { height: innerHeight, tooWide: page.scrollWidth - page.clientWidth, end: page.scrollTop };
      });
      expect(box.height).toBeLessThanOrEqual(600);
      expect(box.tooWide).toBe(0);
      // Otherwise there was nothing to scroll, and nothing shown.
      expect(box.end).toBeGreaterThan(0);
      const hit = await popup.evaluate(() =>
        [...document.querySelectorAll('header button')].map((button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        }),
      );
      expect(hit).toEqual([true, true]);
      await driver.dismissPopup();
      await tab.close();
    });

    it('closes with Escape only what lies on top of it', async () => {
      const { driver, portal } = bench();
      const tab = await driver.openPage(`${portal.origin}/start`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.type('Half a sen');
      await popup.click('button', /^Whose system is this\?$/);
      await popup.waitFor(() => document.activeElement?.closest('dialog') != null);
      await popup.press('Escape');
      await popup.waitFor(() => document.querySelector('dialog[open]') === null);
      expect(await popup.isOpen()).toBe(true);
      await popup.waitFor(() => document.activeElement?.getAttribute('aria-haspopup') === 'dialog');
      expect(await popup.evaluate(() => document.querySelector('textarea')?.value)).toBe('Half a sen');
      await driver.dismissPopup();
      await tab.close();
    });
  });
}

/** Runs in the page: from now on every place at which something of the log's tools was drawn. */
function watchPlaces(): void {
  const places: Record<string, string[]> = {};
  Reflect.set(globalThis, 'placesSeen', places);
  const look = (): void => {
    for (const tool of document.querySelectorAll(
      'section[aria-label=Log] :is(select, input[type=search], button)',
    )) {
      if (!tool.checkVisibility({ visibilityProperty: true })) continue;
      const labels = 'labels' in tool && tool.labels instanceof NodeList ? [...tool.labels] : [];
      const name =
        tool.getAttribute('aria-label') ?? labels[0]?.textContent ?? tool.firstChild?.textContent ?? '';
      const { x, y } = tool.getBoundingClientRect();
      const place = `${Math.round(x)}, ${Math.round(y)}`;
      places[name] ??= [];
      if (!places[name].includes(place)) places[name].push(place);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Nothing moves under a mouse that is about to click. */
export function steadyLog(bench: () => Bench): void {
  describe('the log', () => {
    it('has its tools in their places from the first frame, whatever is still being read', async () => {
      const { driver } = bench();
      await (await addProvider(bench(), { name: 'Acme', address: 'erp.acme.example' })).close();
      const page = await openLog(driver, '/settings');
      await page.waitForText('What is masked');
      await page.evaluate(watchPlaces);
      await page.evaluate(() => void (location.hash = '#/log'));
      await page.waitForElement('combobox', 'Provider or system');
      await page.waitForText('Again not saved');
      await new Promise((done) => setTimeout(done, 1500));
      const seen = await page.evaluate(
        () => Reflect.get(globalThis, 'placesSeen') as Record<string, string[]>, // as: see watchPlaces
      );
      expect(Object.keys(seen)).toContain('Provider or system');
      const moved = Object.entries(seen).filter(([, places]) => places.length > 1);
      expect(moved).toEqual([]);
      await page.close();
    });
  });
}
