import { mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ExtensionPage, Popup, Tab } from '../../support/browser/driver.ts';
import { compare } from '../../support/lab/compare-pictures.ts';
import type { Difference, Mask } from '../../support/lab/compare-pictures.ts';
import type { Bench } from './bench.ts';
import { bodyOf, entriesOf } from './records.ts';

export interface Added {
  readonly evidenceId: string;
  readonly captureId: string;
  readonly via: string;
  readonly issueId: string;
  readonly wholePage?: { readonly width: number; readonly height: number };
  readonly item: {
    readonly type: string;
    readonly picture: {
      readonly sha256: string;
      readonly width: number;
      readonly height: number;
      readonly mime: string;
      readonly scalePercent?: number;
    };
  };
}

export async function addedTo(reader: ExtensionPage): Promise<readonly Added[]> {
  const entries = await entriesOf(reader);
  return entries
    .filter(({ kind }) => kind === 'evidence.added')
    .map((entry) => ({ ...(bodyOf(entry) as unknown as Added), issueId: entry.issueId ?? '' })); // as: the body of that kind
}

/** Waits for one more picture than before. */
export async function nextAdded(reader: ExtensionPage, before: number, timeoutMs = 30_000): Promise<Added> {
  await expect
    .poll(async () => (await addedTo(reader)).length, { timeout: timeoutMs, interval: 100 })
    .toBe(before + 1);
  const added = (await addedTo(reader)).at(-1);
  if (!added) throw new Error('No picture was added.');
  return added;
}

/** The stored bytes. */
export async function bytesOf(reader: ExtensionPage, sha256: string): Promise<Uint8Array> {
  const url = await reader.evaluate(
    (wanted: string) =>
      new Promise<string>((done, fail) => {
        const request = indexedDB.open('casebook');
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const get = database.transaction('blobs').objectStore('blobs').get(wanted);
          get.onerror = () => fail(get.error);
          get.onsuccess = () => {
            database.close();
            const file = new FileReader();
            file.onload = () => done(typeof file.result === 'string' ? file.result : '');
            file.onerror = () => fail(file.error);
            file.readAsDataURL(get.result.blob);
          };
        };
      }),
    sha256,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** Lossless pictures, so that every pixel counts. */
export async function choosePng({ reader }: Bench, pictureFormat = 'png'): Promise<void> {
  await reader.evaluate(async (format: string) => {
    const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    await api.storage.local.set({ settings: { pictureFormat: format } });
  }, pictureFormat);
}

/** Everything of a page that a person could notice had been changed. */
export function stateOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const scrolls = [...document.querySelectorAll('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
      .map(({ localName, scrollTop, scrollLeft }) => `${localName} ${scrollLeft} ${scrollTop}`);
    const inner = [...document.querySelectorAll('iframe')].map(
      ({ contentDocument }) => contentDocument?.documentElement.outerHTML ?? '',
    );
    return [document.documentElement.outerHTML, ...inner, ...scrolls, `${scrollX} ${scrollY}`].join('\n');
  });
}

/** Opens the popup on this page and presses one of the buttons for another picture. */
export async function takePicture(bench: Bench, tab: Tab, button: RegExp): Promise<Popup> {
  const popup = await bench.driver.clickToolbar(tab);
  await popup.waitForText(/Recorded \d|Continuing/);
  await popup.click('button', button);
  return popup;
}

/** The picture of the whole page by a real click, and the page's state before it. */
export async function fullPage(bench: Bench, tab: Tab, timeoutMs = 30_000): Promise<Added> {
  const before = (await addedTo(bench.reader)).length;
  await takePicture(bench, tab, /^Full page$/);
  const added = await nextAdded(bench.reader, before, timeoutMs);
  await bench.driver.dismissPopup();
  return added;
}

const KEEP = process.env['CASEBOOK_PICTURES'];

/** Compares a stored picture with the browser's own; CASEBOOK_PICTURES=folder keeps both and what differs. */
export async function against(
  reader: ExtensionPage,
  added: Added,
  theirs: Uint8Array,
  name: string,
  masks: readonly Mask[] = [],
): Promise<Difference> {
  const ours = await bytesOf(reader, added.item.picture.sha256);
  const difference = compare(ours, theirs, masks);
  if (KEEP) {
    mkdirSync(KEEP, { recursive: true });
    const file = `${KEEP}/${name.replaceAll(/[^a-z0-9]+/gi, '-')}`;
    writeFileSync(`${file}-ours.png`, ours);
    writeFileSync(`${file}-theirs.png`, theirs);
    writeFileSync(`${file}-diff.png`, difference.picture);
    console.log(`${name}: ${difference.percent.toFixed(3)} %, ${difference.sizes}`);
  }
  return difference;
}
