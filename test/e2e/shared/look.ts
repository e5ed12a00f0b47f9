import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
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

/** The keyboard is somewhere: on nothing, the next Tab would begin at the top of the page. */
const focused = (page: ExtensionPage) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here === null || here === document.body
      ? null
      : (here.getAttribute('aria-label') ?? here.textContent);
  });

/** Nobody is sent back to the top of the page by what a dialog did. */
export function keptFocus(bench: () => Bench): void {
  describe('after a dialog of the promises', () => {
    it('the keyboard is where it was, or where the line was that has left the view', async () => {
      const page = await openLog(bench().driver, '/promises');
      await page.focus('button', /^Note a promise$/);
      await page.press('Enter');
      await page.waitForElement('textbox', 'What will be delivered');
      await page.click('button', /^Cancel$/);
      await page.waitFor(() => document.querySelector('dialog[open]') === null);
      expect(await focused(page)).toBe('Note a promise');
      await page.press('Enter');
      await page.focus('textbox', 'What will be delivered');
      await page.type('A new cable');
      await page.click('button', /^Note promise$/);
      await page.waitForText('A new cable');
      expect(await focused(page)).toBe('Note a promise');
      await page.focus('button', /^Actions for “A new cable”/);
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.getAttribute('role') === 'menuitem');
      await page.press('Escape');
      await page.waitFor(() => document.activeElement?.getAttribute('aria-haspopup') === 'menu');
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.getAttribute('role') === 'menuitem');
      await page.press('Enter');
      await page.waitForElement('textbox', /^When was it delivered/);
      await page.focus('textbox', /^When was it delivered/);
      await page.press('Enter');
      await page.waitForText('No promise fits this view.');
      expect(await focused(page)).toBe('No promise fits this view.');
      await page.close();
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

const titles = (page: ExtensionPage) =>
  page.evaluate(() => [...document.querySelectorAll('[role=row] a')].map((link) => link.textContent ?? ''));

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

/** The press is a scripted one, in a window behind: only where the change of windows does not end it. */
export function heldLine(bench: () => Bench): void {
  describe('the log under the mouse', () => {
    it('makes no line another one between the press of the mouse and its end', async () => {
      const { driver, portal } = bench();
      const log = await openLog(driver);
      await log.waitForText('Again not saved');
      const before = await titles(log);
      const tab = await driver.openPage(`${portal.origin}/500`);
      // In the window behind, whose press would end with the change of windows.
      await log.evaluate(() => {
        const line = document.querySelector('[role=row] a');
        line?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      });
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await log.waitForText(new RegExp(`All\\s+${before.length + 1}\\b`));
      await new Promise((done) => setTimeout(done, 1000));
      expect(await titles(log)).toEqual(before);
      await log.evaluate(() => void window.dispatchEvent(new PointerEvent('pointerup')));
      await log.waitForText('500 – Acme ERP');
      expect(await titles(log)).toHaveLength(before.length + 1);
      await driver.dismissPopup();
      await tab.close();
      await log.close();
    });
  });
}
