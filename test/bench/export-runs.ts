import { execFileSync } from 'node:child_process';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { en } from '../../lib/i18n/data/en.ts';
import { pageScreen } from '../support/browser/page-screen.ts';
import type { BenchSession } from './bench.ts';
import { wallClock } from './bench-browser.ts';
import { folderOf } from './copies.ts';
import { watchHeap } from './watch-heap.ts';

export const ISSUES = 1000;
export const PICTURE_BYTES = 500_000;

export type Exported = Readonly<{ ms: number; previewMs: number; heapMb: number; file: string }>;

const pause = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms));

/** Nobody pays for what the one before left to be written to the disk. */
export const settleDisk = (): void => void execFileSync('sync');

/** The browser reserves the name with an empty file before the finished one takes it. */
async function finishedFile(folder: string): Promise<string> {
  for (;;) {
    for (const name of await readdir(folder)) {
      const file = join(folder, name);
      if (name.endsWith('.zip') && (await stat(file)).size >= ISSUES * PICTURE_BYTES) return file;
    }
    await pause(5);
  }
}

async function emptyDownloads({ browser }: BenchSession): Promise<void> {
  for (const name of await readdir(browser.downloads)) await rm(join(browser.downloads, name));
}

/** Begins to note, in the page, when a button is pressed: finding the button is no part of what a person waits for. */
function notePresses(): void {
  const note = ({ timeStamp }: Event) =>
    Reflect.set(globalThis, 'benchPressed', performance.timeOrigin + timeStamp);
  document.addEventListener('click', note, { capture: true, once: true });
}
const pressedAt = async (page: Page): Promise<number> =>
  Number(await page.evaluate(() => Reflect.get(globalThis, 'benchPressed')));

/**
 * Through the screen, as a person exports: everything, zipped, to the download folder.
 * @param lookMs how long the preview is looked at between the choice of the format and the last button
 * @param heap also watch the heap, from before the dialog is opened: the watching costs time
 */
export async function exportOnce(
  session: BenchSession,
  lookMs: number,
  heap: 'heap' | 'time',
): Promise<Exported> {
  const { browser } = session;
  await emptyDownloads(session);
  const page = await browser.extensionPage(folderOf('export'), 'options.html#/data');
  const screen = pageScreen(page);
  await screen.waitForElement('button', en.exportAll);
  const heapUntilNow = heap === 'heap' ? await watchHeap(page) : async () => Number.NaN;
  const opened = wallClock();
  await screen.click('button', en.exportAll);
  await screen.waitForElement('button', en.dialog.runCount(ISSUES), 60_000);
  const previewMs = wallClock() - opened;
  settleDisk();
  await screen.click('radio', en.dialog.formats.zip.name);
  if (lookMs > 0) await pause(lookMs);
  await page.evaluate(notePresses);
  await screen.click('button', en.dialog.runCount(ISSUES));
  const file = await finishedFile(browser.downloads);
  const ms = wallClock() - (await pressedAt(page));
  const heapMb = await heapUntilNow();
  await page.close();
  return { ms, previewMs, heapMb, file };
}

/** Runs in a page of the extension: all pictures as one zip-like Blob by reference, ready to be saved. */
async function composeBare(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('casebook');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error));
  });
  const stored = await new Promise<{ blob: Blob }[]>((done, fail) => {
    const request = db.transaction('blobs').objectStore('blobs').getAll();
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error));
  });
  db.close();
  const header = new Uint8Array(60);
  const all = new Blob(stored.flatMap(({ blob }) => [header, blob]));
  // The browser has put it together once its end can be read.
  await all.slice(-1).arrayBuffer();
  const link = document.createElement('a');
  link.id = 'bare';
  link.href = URL.createObjectURL(all);
  link.download = 'bare.zip';
  document.body.append(link);
}

/** The least a download of these pictures can take: what the browser needs for a Blob of them that is ready. */
export async function floorOnce(session: BenchSession): Promise<number> {
  await emptyDownloads(session);
  const page = await session.browser.extensionPage(folderOf('export'), 'options.html#/data');
  await page.evaluate(composeBare);
  settleDisk();
  await page.evaluate(notePresses);
  await page.evaluate(() => document.querySelector<HTMLElement>('#bare')?.click());
  await finishedFile(session.browser.downloads);
  const ms = wallClock() - (await pressedAt(page));
  await page.close();
  return ms;
}

/** `zip -0` of the very files that were exported; `toDisk`: until its file is on the disk, as a download is. */
export async function zipOnce(folder: string, target: string, toDisk: boolean): Promise<number> {
  await rm(target, { force: true });
  settleDisk();
  const started = performance.now();
  execFileSync('zip', ['-0', '-q', '-r', target, '.'], { cwd: folder });
  if (toDisk) {
    const file = await open(target, 'r+');
    await file.datasync();
    await file.close();
  }
  return performance.now() - started;
}
