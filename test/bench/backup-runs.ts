import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { en } from '../../lib/i18n/data/en.ts';
import { pageScreen } from '../support/browser/page-screen.ts';
import type { BenchSession } from './bench.ts';
import { wallClock } from './bench-browser.ts';
import { BIG_LOG } from './big-log.ts';
import { folderOf, type Copy } from './copies.ts';
import { settleDisk } from './export-runs.ts';
import { watchHeap } from './watch-heap.ts';
import { watchProcesses } from './watch-processes.ts';

export const LIMIT_MS = 600_000;
/** `restoreConfirm`, whatever the number. */
export const CONFIRM = /^Restore [\d,]+ entries$/;
/** `restoreDone`, whatever the number. */
export const DONE = /entries were restored/;

/** `heapMb`: JavaScript heap of the page; `processMb`: the most that one process of the browser held besides its start. */
export type Run = Readonly<{ ms: number; heapMb: number; processMb: number }>;
export type Saved = Run & Readonly<{ files: readonly string[]; bytes: number }>;

export async function watched<T>(
  { browser }: BenchSession,
  page: Page,
  task: () => Promise<T>,
): Promise<Readonly<{ run: Run; result: T }>> {
  const heap = await watchHeap(page);
  const processes = await watchProcesses(browser.browser.process()?.pid ?? 0);
  const started = wallClock();
  const result = await task();
  const ms = wallClock() - started;
  return { run: { ms, heapMb: await heap(), processMb: await processes() }, result };
}

/** The file that is finished: its name no longer says that it is being written, and it has stopped growing. */
async function nextFile(folder: string, known: ReadonlySet<string>): Promise<string> {
  for (let before = -1; ; await pause(20)) {
    const name = (await readdir(folder)).find((one) => one.endsWith('.zip') && !known.has(one));
    if (name === undefined) continue;
    const { size } = await stat(join(folder, name));
    const busy = (await readdir(folder)).some((one) => one.endsWith('.crdownload'));
    if (size > 0 && size === before && !busy) return name;
    before = size;
  }
}

/** Every part of what is being saved, moved to `into`; further ones are asked for by their button. */
async function allParts(
  { browser }: BenchSession,
  page: Page,
  into: string,
): Promise<Readonly<{ files: string[]; bytes: number }>> {
  const known = new Set<string>();
  const screen = pageScreen(page);
  let of = 1;
  do {
    const name = await nextFile(browser.downloads, known);
    known.add(name);
    of = Number(/\.part\d+of(\d+)\.zip$/.exec(name)?.[1] ?? 1);
    if (known.size < of) await screen.click('button', en.partNext(known.size + 1, of));
  } while (known.size < of);
  await mkdir(into, { recursive: true });
  const files: string[] = [];
  let bytes = 0;
  for (const name of known) {
    const file = join(into, name);
    await rename(join(browser.downloads, name), file);
    files.push(file);
    bytes += (await stat(file)).size;
  }
  return { files, bytes };
}

async function emptyDownloads({ browser }: BenchSession): Promise<void> {
  for (const name of await readdir(browser.downloads)) await rm(join(browser.downloads, name));
}

export async function dataScreen({ browser }: BenchSession, copy: Copy): Promise<Page> {
  const page = await browser.extensionPage(folderOf(copy), 'options.html#/data');
  await pageScreen(page).waitForElement('button', en.exportAll);
  return page;
}

/**
 * Through the screen: from the press of the button to the last file in the download folder.
 * @param lookMs how long the screen was open before the press
 */
export async function backUp(session: BenchSession, into: string, lookMs: number): Promise<Saved> {
  await emptyDownloads(session);
  const page = await dataScreen(session, BIG_LOG.copy);
  settleDisk();
  await pause(lookMs);
  const { run, result } = await watched(session, page, async () => {
    await pageScreen(page).click('button', en.backupMake);
    return allParts(session, page, into);
  });
  await page.close();
  return { ...run, ...result };
}

/**
 * The evidence pack of everything, from the press of the last button; `previewMs`: until all that goes out is shown.
 * @param lookMs how long the preview is looked at between the choice of the format and the last button
 */
export async function packUp(
  session: BenchSession,
  into: string,
  lookMs: number,
): Promise<Saved & Readonly<{ previewMs: number }>> {
  await emptyDownloads(session);
  const page = await dataScreen(session, BIG_LOG.copy);
  const screen = pageScreen(page);
  const last = en.dialog.runCount(BIG_LOG.issues);
  const opened = wallClock();
  await screen.click('button', en.exportAll);
  await screen.waitForElement('button', last, LIMIT_MS);
  const previewMs = wallClock() - opened;
  await screen.click('radio', en.dialog.formats.evidence.name);
  settleDisk();
  await pause(lookMs);
  const { run, result } = await watched(session, page, async () => {
    await screen.click('button', last);
    return allParts(session, page, into);
  });
  await page.close();
  return { ...run, ...result, previewMs };
}

/** Runs in a page of the extension: so many stored pictures as one Blob by reference, ready to be saved. */
async function composeBare(from: number, count: number): Promise<void> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
  const db = await answer(indexedDB.open('casebook'));
  const keys = await answer(db.transaction('blobs').objectStore('blobs').getAllKeys());
  const blobs: Blob[] = [];
  for (let at = from; at < from + count; at += 100) {
    const range = IDBKeyRange.bound(keys[at], keys[Math.min(at + 100, from + count) - 1]);
    const some = await answer<{ blob: Blob }[]>(db.transaction('blobs').objectStore('blobs').getAll(range));
    blobs.push(new Blob(some.map(({ blob }) => blob)));
  }
  db.close();
  const all = new Blob(blobs);
  // The browser has put it together once its end can be read.
  await all.slice(-1).arrayBuffer();
  const link = document.createElement('a');
  link.id = 'bare';
  link.href = URL.createObjectURL(all);
  link.download = 'bare.zip';
  document.body.append(link);
}

/** How many pictures are in each of these zips. */
export function picturesIn(files: readonly string[]): number[] {
  return files.map((file) => {
    const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8', maxBuffer: 64 << 20 });
    return names.split('\n').filter((name) => /\.(?:jpg|png|webp)$/.test(name)).length;
  });
}

/**
 * The least that saving can take: what the browser needs for ready Blobs of the pictures.
 * @param pictures how many are in each of the files
 */
export async function floorOf(session: BenchSession, pictures: readonly number[]): Promise<number> {
  let ms = 0;
  let from = 0;
  for (const count of pictures) {
    await emptyDownloads(session);
    const page = await dataScreen(session, BIG_LOG.copy);
    await page.evaluate(composeBare, from, count);
    from += count;
    settleDisk();
    const started = wallClock();
    await page.evaluate(() => document.querySelector<HTMLElement>('#bare')?.click());
    await nextFile(session.browser.downloads, new Set());
    ms += wallClock() - started;
    await page.close();
  }
  await emptyDownloads(session);
  return ms;
}

/** Brings these files into an empty log: looked at first, as everybody has to, then taken in. */
export async function bringIn(
  session: BenchSession,
  files: readonly string[],
): Promise<Run & Readonly<{ lookMs: number }>> {
  const page = await dataScreen(session, 'restore');
  const screen = pageScreen(page);
  let lookMs = 0;
  const { run } = await watched(session, page, async () => {
    const started = wallClock();
    const input = await (await page.$('input[type=file]'))?.toElement('input');
    if (!input) throw new Error('The page has no file field.');
    await input.uploadFile(...files);
    await screen.waitForElement('button', CONFIRM, LIMIT_MS);
    lookMs = wallClock() - started;
    console.log(`  looked at in ${lookMs.toFixed(0)} ms`);
    await screen.click('button', CONFIRM);
    await screen.waitForText(DONE, LIMIT_MS);
  });
  await page.close();
  return { ...run, ms: run.ms - lookMs, lookMs };
}
