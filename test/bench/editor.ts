import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { en } from '../../lib/i18n/editor/en.ts';
import { bundle } from '../support/bundle.ts';
import { pageScreen } from '../support/browser/page-screen.ts';
import type { Bench } from './bench.ts';
import { folderOf } from './copies.ts';
import type { ExportTimes } from './editor-page.ts';
import { compare, quantile, type SectionResult } from './figures.ts';

const ROUNDS = 5;
const MOVES = 90;

/** Begins to note, in the page, how long each frame takes. */
const WATCH = `
  globalThis.frames_ = []; globalThis.watching_ = true;
  (() => { let last = performance.now();
    const tick = (now) => { globalThis.frames_.push(now - last); last = now; if (globalThis.watching_) requestAnimationFrame(tick); };
    requestAnimationFrame(tick); })(); true`;
const UNWATCH = 'globalThis.watching_ = false; globalThis.frames_.slice(2)';

async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(WATCH);
  await work();
  return (await page.evaluate(UNWATCH)) as number[]; // as: what the expression above returns
}

/** From the press of the button to the first frame with the picture in it. */
async function openEditor(page: Page): Promise<number> {
  await page.evaluate(`
    globalThis.opened_ = new Promise((done) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(en.open)});
      const started = performance.now();
      const look = () => document.querySelector('.editor-stage canvas') === null
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)));
      button.click(); look();
    }); true`);
  return (await page.evaluate('globalThis.opened_')) as number; // as: what the promise above is settled with
}

async function closeEditor(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForFunction('document.querySelector("dialog.editor") === null');
}

/** A redaction drawn across the picture with the mouse, then taken back. */
async function drawOnce(page: Page): Promise<number[]> {
  const stage = await page.$('.editor-stage');
  const box = await stage?.boundingBox();
  if (!box) throw new Error('The editor shows no picture.');
  await page.focus('.editor-window');
  await page.keyboard.press('r');
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height * 0.4];
  await page.mouse.move(x, y);
  const frames = await framesOf(page, async () => {
    await page.mouse.down();
    await page.mouse.move(x + box.width * 0.6, y + box.height * 0.2, { steps: MOVES });
    await page.mouse.up();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  return frames;
}

export async function editorSection(bench: Bench): Promise<SectionResult> {
  const { browser } = await bench.openEmpty(['editor']);
  const page = await browser.extensionPage(folderOf('editor'), 'options.html#/log');
  await page.evaluate(await bundle(join(ROOT, 'test/bench/editor-page.ts'), 'casebookEditor'));
  const issue = String(await page.evaluate('casebookEditor.plant()'));
  await page.evaluate(`location.hash = '#/log/${issue}'`);
  await pageScreen(page).waitForElement('button', en.open);

  const [opens, shown, drawn, idle, exports, raw]: number[][] = [[], [], [], [], [], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const shownMs = Number(await page.evaluate('casebookEditor.shown()'));
    const openMs = await openEditor(page);
    const still = await framesOf(page, () => bench.rest(600).then(() => undefined));
    const frames = await drawOnce(page);
    await closeEditor(page);
    const times = (await page.evaluate(`casebookEditor.exported(${round % 2 === 0})`)) as ExportTimes; // as: what it returns
    if (round < 0) continue;
    shown?.push(shownMs);
    opens?.push(openMs);
    idle?.push(...still);
    drawn?.push(quantile(frames, 0.95));
    exports?.push(times.ours);
    raw?.push(times.raw);
  }
  return {
    figures: [
      compare({
        what: 'Opening a picture of 3840 × 2160, press to first frame',
        ours: opens ?? [],
        against: shown ?? [],
        named: 'decode and draw',
        atMost: 4,
      }),
      compare({
        what: 'Drawing a redaction across it, 95 of 100 frames',
        ours: drawn ?? [],
        against: idle ?? [],
        named: 'frames of the idle window',
        atMost: 3,
      }),
      compare({
        what: 'Burning 20 marks into it, to a finished file',
        ours: exports ?? [],
        against: raw ?? [],
        named: 'decode and encode',
        atMost: 1.25,
      }),
    ],
    notes: [
      `${ROUNDS} rounds after one that is not counted (it also loads the editor’s code); what is compared runs in the same page, in alternating order.`,
      'Burning marks in is decoding and encoding, and besides: twenty marks painted, and the whole file followed to its end so that nothing but the picture is in it.',
      `Drawing: ${MOVES} real mouse moves from the left to the right of the picture, fitted to the window.`,
    ],
  };
}
