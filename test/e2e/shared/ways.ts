import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { bodyOf, captureOf, capturesOf, entriesOf, pendingOf, pixelOf, sameColour } from './records.ts';
import type { Captured } from './records.ts';
import { openLog } from './steps.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const SECRET = 'Zq8tRw3yUp6mNb1cVd5f';

type Via = 'shortcut' | 'menu' | 'delayed';

/** The capture that comes next in that way: without a display, a click on the button has to give the permission first. */
async function next({ reader }: Bench, via: Via, work: () => Promise<unknown>): Promise<Captured> {
  const before = new Set((await capturesOf(reader)).map(({ captureId }) => captureId));
  await work();
  return captureOf(reader, (captured) => captured.via === via && !before.has(captured.captureId), 15_000);
}

/** Runs in the page. */
function putThings(secret: string): void {
  document.body.insertAdjacentHTML(
    'afterbegin',
    `<p><a id="link" href="/download?token=${secret}">A link to a file</a></p>
     <p id="words">The total is wrong since Monday</p>
     <p><img id="picture" alt="A chart" width="90" height="60" src="/favicon.ico?sig=${secret}"></p>`,
  );
}

/** Ways to record without the popup, by real keys and menus. */
export function waysIn(bench: () => Bench): void {
  describe('the shortcut without a popup', () => {
    it('is bound to the key that the browser tells, and the settings show it', async () => {
      const { driver } = bench();
      const settings = await openLog(driver, '/settings');
      await settings.waitForText('Record a problem without opening a window');
      await settings.waitForText('Alt+Shift+L');
      await settings.waitForText('Alt+Shift+I');
      await settings.close();
    });

    it('records with a picture, ticks, and the next popup offers to take it back', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/error-id`);
      const captured = await next(bench(), 'shortcut', () =>
        driver.pressShortcut(tab, 'alt+shift+l', 'record-silently'),
      );
      expect(captured).toMatchObject({
        via: 'shortcut',
        page: { url: `${portal.origin}/error-id` },
        picture: { state: 'present' },
        evidence: { state: 'present' },
      });
      await expect.poll(() => driver.inBackground(badgeText), { timeout: 2500, interval: 50 }).toBe('✓');

      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded silently at \d/);
      await popup.click('button', /^Undo: Recorded silently/);
      await popup.waitForText(/Taken back: recorded silently/);
      const trashed = (await entriesOf(reader)).findLast(({ kind }) => kind === 'issue.trashed');
      const own = (await entriesOf(reader)).find(
        (entry) => entry.json !== null && bodyOf(entry)['captureId'] === captured.captureId,
      );
      expect(trashed?.issueId).toBe(own?.issueId);
      await driver.dismissPopup();

      const another = await driver.clickToolbar(tab);
      await another.waitForText(/Recorded \d/);
      await another.waitForText('Alt+Shift+L records without this window');
      expect(await another.text()).not.toContain('silently');
      await driver.dismissPopup();
      await tab.close();
    });
  });

  describe('the menu of a page', () => {
    it('records the page, a link, a picture, and selected words as the description', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/german`);
      await tab.evaluate(putThings, SECRET);
      const choose = (selector: string) =>
        next(bench(), 'menu', () => driver.chooseFromMenu(tab, selector, 'record'));

      const page = await choose('h1');
      expect(page).toMatchObject({ via: 'menu', picture: { state: 'present' } });
      expect(page.pointedAt).toBeUndefined();
      expect((await choose('#link')).pointedAt).toMatchObject({
        kind: 'link',
        url: expect.stringContaining(`${portal.origin}/download?token=`),
      });
      expect((await choose('#picture')).pointedAt).toMatchObject({ kind: 'image' });

      await tab.evaluate(() => {
        const words = document.querySelector('#words');
        if (words) getSelection()?.selectAllChildren(words);
      });
      const selected = await choose('#words');
      const words = 'The total is wrong since Monday';
      expect(selected.pointedAt).toEqual({ kind: 'selection', text: words });
      expect(JSON.stringify(await entriesOf(reader))).not.toContain(SECRET);

      const log = await openLog(driver);
      await log.click('link', words);
      await log.waitForText('Selected text');
      await expect.poll(() => log.evaluate(() => document.querySelector('textarea')?.value)).toBe(words);
      await log.close();
      await tab.close();
    });

    it('of the toolbar button opens the form for what is not in the browser', async () => {
      const { driver, portal, reader } = bench();
      // The form takes the tab of the log that is open: so it is this one that shows it.
      const tab = await driver.openPage(`${portal.origin}/button/menu`);
      await driver.chooseElseOnButton();
      await reader.waitForText('Record something else');
      await tab.close();
    });
  });

  describe('in three seconds', () => {
    it('takes the picture of what is there by then', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/colour?c=d13f8a`);
      const captured = await next(bench(), 'delayed', async () => {
        await driver.chooseFromMenu(tab, 'body', 'delayed');
        await expect.poll(() => driver.inBackground(badgeText), { interval: 20 }).toMatch(/^[321]$/);
        await tab.evaluate(() => {
          document.documentElement.style.background = '#118833';
          document.body.style.visibility = 'hidden';
        });
      });
      expect(captured).toMatchObject({ via: 'delayed', picture: { state: 'present' } });
      const { colour } = await pixelOf(reader, captured.picture.sha256 ?? '', 250, 250);
      expect(sameColour(colour, [0x11, 0x88, 0x33]), colour.join()).toBe(true);
      await tab.close();
    });

    it('is stopped by the second click, and then nothing is left', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/second/click`);
      const delayed = async () => (await capturesOf(reader)).filter(({ via }) => via === 'delayed').length;
      const before = await delayed();
      await driver.chooseFromMenu(tab, 'h1, body', 'delayed');
      await expect.poll(() => pendingOf(reader), { timeout: 3000, interval: 30 }).toBe(1);
      await driver.chooseFromMenu(tab, 'h1, body', 'delayed');
      await pause(3500);
      expect(await pendingOf(reader)).toBe(0);
      expect(await delayed()).toBe(before);
      expect(await driver.inBackground(badgeText)).toBe('');
      await tab.close();
    });

    it('takes no picture of another tab, and says so', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/left/behind`);
      const captured = await next(bench(), 'delayed', async () => {
        await driver.chooseFromMenu(tab, 'h1, body', 'delayed');
        const other = await driver.openPage(`${portal.origin}/other/tab`);
        await pause(3500);
        await other.close();
      });
      expect(captured.page.url).toBe(`${portal.origin}/left/behind`);
      expect(captured.picture).toEqual({ state: 'missing', reason: 'other-tab' });
      expect(JSON.stringify(await entriesOf(reader))).not.toContain('/other/tab');
      await tab.close();
    });

    it('adds a picture from the popup to the problem just recorded', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/menu/that/closes`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      const captured = await captureOf(
        reader,
        ({ page }) => page.url?.endsWith('/menu/that/closes') ?? false,
      );
      await popup.click('button', /^In 3 s$/);
      await driver.dismissPopup();
      const added = async () =>
        (await entriesOf(reader)).filter(
          (entry) => entry.kind === 'evidence.added' && bodyOf(entry)['captureId'] === captured.captureId,
        );
      await expect.poll(async () => (await added()).length, { timeout: 10_000 }).toBe(1);
      const [entry] = await added();
      expect(entry && bodyOf(entry)).toMatchObject({ via: 'delayed', item: { type: 'picture' } });
      await tab.close();
    });
  });
}

/** Runs in the background. */
async function badgeText(): Promise<string> {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', { action: Action } | undefined>; // as: one of them is there
  return (scope.browser ?? scope.chrome)?.action.getBadgeText({}) ?? '';
}
interface Action {
  getBadgeText(of: object): Promise<string>;
}
