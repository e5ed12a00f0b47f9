import type { KeyInput, Page } from 'puppeteer-core';
import type { Tab } from './driver.ts';
import { evaluator } from './evaluate.ts';
import { createScreen, type Screen } from './screen.ts';

/** Key names like `Shift+Enter` for puppeteer's keyboard. */
async function press(page: Page, combination: string): Promise<void> {
  const names = combination.split('+') as KeyInput[]; // as: tests write key names of puppeteer's own list
  const last = names.at(-1);
  if (last === undefined) return;
  const held = names.slice(0, -1);
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(last);
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
    close: () => page.close(),
  };
}

/** Gives a file to the page's only file field. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  const input = await field?.toElement('input');
  if (!input) throw new Error('The page has no file field.');
  await input.uploadFile(path);
}
