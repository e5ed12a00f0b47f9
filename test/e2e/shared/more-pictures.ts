import { describe, expect, it } from 'vitest';
import type { Tab } from '../../support/browser/driver.ts';
import { PNG } from 'pngjs';
import type { Bench } from './bench.ts';
import { hardPages } from './pictures.ts';
import {
  addedTo,
  against,
  bytesOf,
  choosePng,
  fullPage,
  nextAdded,
  stateOf,
  takePicture,
} from './picture-steps.ts';
import { captureOf, pixelOf, sameColour } from './records.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Is our overlay on the page? Nothing of it can be looked into. */
const marking = (tab: Tab) => tab.evaluate(() => document.querySelector('casebook-region') !== null);

async function badgeOf({ driver }: Bench): Promise<string> {
  return driver.inBackground(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return String(await api.action.getBadgeText({}));
  });
}

const TICK_MS = 250;
/** A page under load may paint a moment late what it has already been told to show. */
const LAG_MS = 1500;

/** From now on the block of the page shows, by its colour, how long ago that was. */
const tellTheTime = (tab: Tab) =>
  tab.evaluate(() => {
    const began = Date.now();
    document.documentElement.dataset['began'] = String(began);
    setInterval(() => {
      const ticks = Math.floor((Date.now() - began) / 250);
      const colour = `rgb(${(ticks % 32) * 8} ${Math.floor(ticks / 32) * 8} 128)`;
      document.querySelector('div')?.style.setProperty('background', colour);
    }, 50);
  });
const firstTick = async (tab: Tab) =>
  Number(await tab.evaluate(() => document.documentElement.dataset['began']));
function timeTold([red = 0, green = 0]: readonly number[], began: number): number {
  return began + (Math.round(red / 8) + Math.round(green / 8) * 32) * TICK_MS;
}

/** What the badge says from now on, looked at as often as the machine allows. */
function watchBadge(bench: Bench): Readonly<{ end(): Promise<readonly string[]> }> {
  const seen: string[] = [];
  let watching = true;
  const watch = (async () => {
    while (watching) {
      seen.push(await badgeOf(bench).catch(() => ''));
      await pause(100);
    }
  })();
  return {
    async end() {
      watching = false;
      await watch;
      return seen;
    },
  };
}

export function regions(bench: () => Bench): void {
  describe('a part of the page', () => {
    const pages = hardPages(bench);

    it('is taken where the mouse was drawn, goes to the issue of the capture, and leaves nothing behind', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/colour?c=2a7f3b`);
      const before = await stateOf(tab);
      const popup = await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => popup.isOpen(), { timeout: 5000 }).toBe(false);
      await expect.poll(() => marking(tab)).toBe(true);
      // The block lies at (50, 100) and is 400 × 300 large.
      const count = (await addedTo(reader)).length;
      await tab.drag({ x: 60, y: 110 }, { x: 260, y: 230 });
      const added = await nextAdded(reader, count);
      expect(added.via).toBe('region');
      const captured = await captureOf(reader, ({ captureId }) => captureId === added.captureId);
      expect(captured.page.url).toContain('/colour');
      const { picture } = added.item;
      const scale = (picture.scalePercent ?? 100) / 100;
      expect([picture.width, picture.height]).toEqual([200 * scale, 120 * scale]);
      for (const [x, y] of [
        [0, 0],
        [picture.width - 1, picture.height - 1],
      ] as const) {
        const { colour } = await pixelOf(reader, picture.sha256, x, y);
        expect(sameColour(colour, [0x2a, 0x7f, 0x3b], 2), colour.join()).toBe(true);
      }
      expect(await stateOf(tab)).toBe(before);
      // The next click on this page goes on with the same issue.
      const again = await driver.clickToolbar(tab);
      await again.waitForText(/Continuing/);
      await driver.dismissPopup();
      await tab.close();
    });

    it('is marked by keyboard alone, also over a dialog and where styles are forbidden', async () => {
      const { driver, reader } = bench();
      const tab = await driver.openPage(`${pages().origin}/strict`);
      await tab.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.append('A dialog of the page');
        document.body.append(dialog);
        dialog.showModal();
      });
      const size = await tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const typed = await tab.evaluate(() => {
        addEventListener('keydown', () => (document.title += '!'), true);
        return document.title;
      });
      const count = (await addedTo(reader)).length;
      await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => marking(tab)).toBe(true);
      await pause(300);
      for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown'])
        await tab.press(key);
      await tab.press('Enter');
      const { picture } = (await nextAdded(reader, count)).item;
      expect([picture.width, picture.height]).toEqual([
        Math.round(size.width / 2) + 16,
        Math.round(size.height / 2) + 32,
      ]);
      expect(await tab.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
      expect((await tab.evaluate(() => document.title)).replaceAll('!', '')).toBe(typed);
      await tab.close();
    });

    it('is given up with Escape, and with Cancel in the popup', async () => {
      const { driver, reader } = bench();
      const tab = await driver.openPage(`${pages().origin}/inside`);
      const before = await stateOf(tab);
      const count = (await addedTo(reader)).length;
      await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => marking(tab)).toBe(true);
      await pause(300);
      await tab.press('Escape');
      await expect.poll(() => marking(tab)).toBe(false);
      await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => marking(tab)).toBe(true);
      const popup = await driver.clickToolbar(tab);
      await popup.click('button', /^Cancel$/);
      await popup.waitForText('No picture was added');
      await expect.poll(() => marking(tab)).toBe(false);
      expect(await stateOf(tab)).toBe(before);
      expect((await addedTo(reader)).length).toBe(count);
      await driver.dismissPopup();
      await tab.close();
    });

    it('is a JPEG where no other format was chosen', async () => {
      const { driver, reader } = bench();
      await choosePng(bench(), 'jpeg');
      const tab = await driver.openPage(`${pages().origin}/inside`);
      const count = (await addedTo(reader)).length;
      await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => marking(tab)).toBe(true);
      await tab.drag({ x: 20, y: 20 }, { x: 300, y: 200 });
      const { picture } = (await nextAdded(reader, count)).item;
      expect(picture.mime).toBe('image/jpeg');
      const bytes = await bytesOf(reader, picture.sha256);
      expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
      await choosePng(bench());
      await tab.close();
    });

    it('or what opens within three seconds: the popup goes away, and the picture shows what is there then', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/colour?c=2a7f3b`);
      await tellTheTime(tab);
      const count = (await addedTo(reader)).length;
      const badges = watchBadge(bench());
      const before = Date.now();
      const popup = await takePicture(bench(), tab, /^In 3 s$/);
      await expect.poll(() => popup.isOpen(), { timeout: 5000 }).toBe(false);
      const added = await nextAdded(reader, count);
      expect(added.via).toBe('delayed');
      expect((await badges.end()).some((text) => /^[123]$/.test(text))).toBe(true);
      const scale = (added.item.picture.width ?? 0) / (await tab.evaluate(() => innerWidth));
      const { colour } = await pixelOf(reader, added.item.picture.sha256, 250 * scale, 250 * scale);
      // However slow everything is, the picture is no older than the press and its three seconds.
      expect(timeTold(colour, await firstTick(tab)) - before).toBeGreaterThan(3000 - LAG_MS);
      await tab.close();
    });

    it('is taken although the background was stopped while somebody was marking it', async () => {
      const { driver, reader } = bench();
      const tab = await driver.openPage(`${pages().origin}/inside`);
      const count = (await addedTo(reader)).length;
      await takePicture(bench(), tab, /^Region$/);
      await expect.poll(() => marking(tab)).toBe(true);
      await driver.killBackground();
      await tab.drag({ x: 20, y: 20 }, { x: 300, y: 200 });
      expect((await nextAdded(reader, count)).via).toBe('region');
      await tab.close();
    });
  });
}

export function notTaken(bench: () => Bench): void {
  describe('a picture of the whole page', () => {
    const pages = hardPages(bench);
    async function begun(path: string, ready: () => Promise<void> = async () => undefined) {
      const { driver } = bench();
      const tab = await driver.openPage(pages().origin + path);
      await tab.evaluate(() => scrollTo(0, 333));
      const before = await stateOf(tab);
      await ready();
      const popup = await takePicture(bench(), tab, /^Full page$/);
      return { tab, before, popup };
    }
    /** The page moves: pictures are being taken. */
    const underWay = () => expect.poll(() => badgeOf(bench()), { timeout: 10_000 }).toMatch(/[1-9]\d?%/);

    it('stops when Cancel is pressed, and the page is as before', async () => {
      const count = (await addedTo(bench().reader)).length;
      const { tab, before, popup } = await begun('/long');
      await underWay();
      await popup.click('button', /^Cancel$/);
      await popup.waitForText('No picture was added');
      await expect.poll(() => stateOf(tab), { timeout: 5000 }).toBe(before);
      await expect.poll(() => badgeOf(bench())).toBe('');
      expect((await addedTo(bench().reader)).length).toBe(count);
      await bench().driver.dismissPopup();
      await tab.close();
    });

    it('stops when Escape is pressed in the page', async () => {
      const count = (await addedTo(bench().reader)).length;
      const { tab, before } = await begun('/long');
      await underWay();
      await bench().driver.dismissPopup();
      await tab.press('Escape');
      await expect.poll(() => stateOf(tab), { timeout: 5000 }).toBe(before);
      await expect.poll(() => badgeOf(bench()), { timeout: 5000 }).toBe('');
      expect((await addedTo(bench().reader)).length).toBe(count);
      await tab.close();
    });

    it('goes on in the popup that is opened meanwhile, and stops with a sentence when another tab comes to the front', async () => {
      const { driver, reader } = bench();
      const count = (await addedTo(reader)).length;
      const other = await driver.openPage(`${pages().origin}/inside`);
      const { tab, before } = await begun('/long');
      await underWay();
      await driver.dismissPopup();
      const again = await driver.clickToolbar(tab);
      await again.waitForText(/Continuing/);
      await again.waitForText(/\d+ %/);
      await driver.dismissPopup();
      await other.bringToFront();
      await expect.poll(() => badgeOf(bench()), { timeout: 10_000 }).toBe('!');
      await tab.bringToFront();
      await expect.poll(() => stateOf(tab), { timeout: 5000 }).toBe(before);
      expect((await addedTo(reader)).length).toBe(count);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText('Another tab or window was in front');
      await driver.dismissPopup();
      await tab.close();
      await other.close();
    });

    it('puts the page back in order by itself when the background is gone', async () => {
      const { tab, before } = await begun('/long');
      await underWay();
      await bench().driver.killBackground();
      await expect.poll(() => stateOf(tab), { timeout: 15_000, interval: 500 }).toBe(before);
      await tab.close();
    });

    it('is refused calmly by a page that hangs', async () => {
      const { driver, reader } = bench();
      const count = (await addedTo(reader)).length;
      const tab = await driver.openPage(`${pages().origin}/hang`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await tab.evaluate(() => Reflect.get(window, 'freeze')());
      await pause(200);
      await popup.click('button', /^Full page$/);
      await popup.waitForText('did not react in time', 10_000);
      expect((await addedTo(reader)).length).toBe(count);
      await driver.dismissPopup();
      await pause(6000);
      await tab.close();
    });

    it('says why a page lets no picture of all of it be taken', async () => {
      const { driver, gone } = bench();
      const tab = await driver.openPage(`${gone}/refused`, { wait: true });
      for (const button of [/^Full page$/, /^Region$/]) {
        const popup = await takePicture(bench(), tab, button);
        await popup.waitForText(/No picture was added\. .*(error page|could not be reached)/);
        await driver.dismissPopup();
      }
      await tab.close();
    });
  });
}

export function longPages(bench: () => Bench): void {
  describe('a long page', () => {
    const pages = hardPages(bench);

    it('of 30,000 pixels is taken to its end', async () => {
      const { driver, reader } = bench();
      const tab = await driver.openPage(`${pages().origin}/long`);
      const before = await stateOf(tab);
      const added = await fullPage(bench(), tab, 90_000);
      expect(await stateOf(tab)).toBe(before);
      expect(added.wholePage).toBeUndefined();
      expect(added.item.picture.height).toBe(937 * 32);
      const last = PNG.sync.read(Buffer.from(await bytesOf(reader, added.item.picture.sha256)));
      expect(last.height).toBe(937 * 32);
      const theirs = await tab.wholePicture();
      const difference = await against(reader, added, theirs, `${driver.name} 30000`);
      expect(difference.percent).toBeLessThanOrEqual(0.5);
      await tab.close();
    }, 180_000);
  });
}
