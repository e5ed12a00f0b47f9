import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { elementCentre } from './dom.ts';
import type { OtherWindow, Tab } from './driver.ts';
import { evaluator } from './evaluate.ts';
import { createScreen, type Screen } from './screen.ts';

/** Key names like `Shift+Enter` for puppeteer's keyboard. */
async function press(page: Page, combination: string): Promise<void> {
  const names = combination.split('+') as KeyInput[]; // as: tests write key names of puppeteer's own list
  const last = names.at(-1);
  if (last === undefined) return;
  const held = names.slice(0, -1);
  for (const key of held) await page.keyboard.down(key);
  try {
    await page.keyboard.press(last);
  } catch (error) {
    // Going down, the key may already have closed what it was pressed in, such as a popup that is done.
    if (!/Target closed|Session closed/i.test(String(error))) throw error;
  }
  for (const key of held.toReversed()) await page.keyboard.up(key);
}

/** A page that puppeteer drives, as a Screen. */
export function pageScreen(page: Page): Screen {
  return createScreen({
    evaluate: evaluator((expression) => page.evaluate(expression)),
    run: (expression) => page.evaluate(expression),
    mouseClick: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => press(page, key),
  });
}

/** A web page that puppeteer drives. */
export function pageTab(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    bringToFront: () => page.bringToFront(),
    evaluate: evaluator((expression) => page.evaluate(expression)),
    press: (key) => press(page, key),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await page.mouse.move(to.x, to.y);
      await page.mouse.up();
    },
    wholePicture: (window = {}) => wholePicture(page, window),
    printed: (format) => page.pdf({ format, preferCSSPageSize: false }),
    close: () => page.close(),
  };
}

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));

async function wholePicture(page: Page, { width, height, scale }: OtherWindow): Promise<Uint8Array> {
  if (width === undefined && height === undefined && scale === undefined)
    return page.screenshot({ fullPage: true });
  const now = await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio] as const);
  await page.setViewport({
    width: width ?? now[0],
    height: height ?? now[1],
    deviceScaleFactor: scale ?? now[2],
  });
  try {
    // In a window just as large as the page, two bars could each be the reason for the other.
    if (height !== undefined)
      await page.evaluate(() => document.documentElement.style.setProperty('scrollbar-width', 'none'));
    await pause(300);
    if (height !== undefined) await page.evaluate(() => scrollTo(0, 0));
    return await page.screenshot({
      fullPage: height === undefined,
      captureBeyondViewport: height === undefined,
    });
  } finally {
    // Firefox 153 never answers where the window was made wider than it is.
    await Promise.race([page.setViewport(null).catch(() => undefined), pause(1000)]);
  }
}

/** Gives a file to the page's only file field. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  const input = await field?.toElement('input');
  if (!input) throw new Error('The page has no file field.');
  await input.uploadFile(path);
}

/**
 * A drop by script, for a browser whose driver cannot drag a file in from outside (Firefox): the events a page sees are
 * the same but for `isTrusted`.
 */
export async function dropScripted(
  page: Page,
  path: string,
  role: string,
  name: string | RegExp,
): Promise<void> {
  const pattern = name instanceof RegExp ? name.source : name;
  const place = await page.evaluate(elementCentre, { role, pattern, flags: 'i' });
  if (place === null) throw new Error(`There is no ${role} “${String(name)}” to drop on.`);
  const dropped = { name: basename(path), base64: readFileSync(path).toString('base64') };
  await page.evaluate(dropHere, place, dropped);
}

/** Runs in the page. */
function dropHere(place: { x: number; y: number }, file: { name: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], file.name));
  const target = document.elementFromPoint(place.x, place.y) ?? document.body;
  for (const type of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** Runs in the page: a place in the element near its beginning, in CSS pixels of the window. */
export function placeIn(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector} on the page.`);
  const box = element.getBoundingClientRect();
  return { x: Math.min(box.x + box.width / 2, box.x + 40), y: Math.min(box.y + box.height / 2, 400) };
}
