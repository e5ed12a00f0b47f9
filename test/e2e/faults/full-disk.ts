import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Tab } from '../../support/browser/driver.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { captureOnce } from '../../support/lab/captures.ts';
import {
  auditNow,
  drainJournal,
  pause,
  rawLog,
  restart,
  withBrowser,
  type FaultBench,
} from './one-browser.ts';
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const MEGABYTES = 400;
/** Enough for a record of some kilobytes, not for a picture of noise. */
const ROOM_FOR_TEXT = 250_000;
/** So little that some records without pictures fill it. */
const TORN_WITHIN = 20_000;
const TOLD = /Recorded \d|Kept for later|Not recorded/;

/** Runs in the page: noise, which no JPEG makes small. */
function makeNoise(): void {
  const canvas = document.createElement('canvas');
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  canvas.style.cssText = 'position: fixed; inset: 0';
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < image.data.length; i += 1) image.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
  context.putImageData(image, 0, 0);
  document.body.append(canvas);
}

/** What the popup said; '' where the browser itself took it away for want of space. */
async function clickAndRead(
  { driver, portal }: FaultBench,
  path: string,
  prepare?: (tab: Tab) => Promise<void>,
) {
  const tab = await driver.openPage(portal.origin + path);
  await prepare?.(tab);
  let said = '';
  try {
    const popup = await driver.clickToolbar(tab);
    await popup.waitForText(TOLD, 20_000);
    said = TOLD.exec(await popup.text())?.[0] ?? '';
  } catch {
    // Not told, so not promised.
  }
  await driver.dismissPopup().catch(() => undefined);
  await pause(500);
  await tab.close().catch(() => undefined);
  return { path, kept: said.startsWith('Recorded') || said.startsWith('Kept') };
}

/** Records without pictures until one is not taken into the log; the ids of those that were, or that were kept aside. */
async function recordUntilRefused(driver: Driver): Promise<readonly string[]> {
  const page = await driver.openExtensionPage('options.html#/welcome');
  const acknowledged: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const id = crypto.randomUUID();
    const view = await captureOnce(page.evaluate, id).catch(() => null);
    const state = typeof view === 'object' && view !== null && 'state' in view ? view.state : '';
    if (state === 'recorded' || state === 'journalled') acknowledged.push(id);
    if (state !== 'recorded') break;
  }
  await page.close();
  return acknowledged;
}

/** The disk fills up while Casebook records: faults F8 and F9 of the fault list. */
export function fullDisk(name: BrowserName): void {
  describe('when the disk is full', () => {
    if (!canMount()) {
      it('not run here: needs root to mount a tmpfs', (context) => context.skip());
      return;
    }
    let disk: SmallDisk;
    beforeAll(() => {
      disk = mountSmallDisk(MEGABYTES);
    });
    afterAll(() => disk.unmount());

    it(
      'keeps the text when the picture does not fit, keeps what it told, and goes on when there is room',
      { timeout: 240_000 },
      async () => {
        await withBrowser(
          name,
          async (bench) => {
            const { driver } = bench;
            const told = [await clickAndRead(bench, '/orders/roomy')];
            expect(told[0]?.kept).toBe(true);
            const before = await rawLog(driver);

            disk.fillUpTo(ROOM_FOR_TEXT);
            told.push(await clickAndRead(bench, '/orders/tight', (tab) => tab.evaluate(makeNoise)));
            // Chromium: the write that no longer fits leaves a torn line at the end of its own log. What is appended
            // behind it, once there is room, makes the next start throw the whole database away.
            disk.fillUpTo(TORN_WITHIN);
            const acknowledged = await recordUntilRefused(driver);
            disk.fillUpTo(0);
            told.push(await clickAndRead(bench, '/orders/full'));
            disk.empty();
            await pause(500);
            const later = await clickAndRead(bench, '/orders/later');
            expect(later.kept).toBe(true);
            told.push(later);
            await drainJournal(driver);
            await restart(driver);

            const log = await rawLog(driver);
            // What was there before is there after, byte for byte.
            const hashes = new Map(log.entries.map(({ id, sha256 }) => [id, sha256]));
            for (const { id, sha256 } of before.entries) expect(hashes.get(id)).toBe(sha256);
            const captures = log.entries
              .filter(({ kind }) => kind === 'occurrence.captured')
              .map(({ json }) => JSON.parse(json ?? '{}').body);
            const ids = new Set(captures.map(({ captureId }) => captureId));
            expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
            const of = (path: string) => captures.filter(({ page }) => String(page.url).endsWith(path));
            for (const { path, kept } of told) {
              if (kept) expect({ path, found: of(path).length }).toEqual({ path, found: 1 });
              else expect(of(path).length).toBeLessThanOrEqual(1);
            }
            for (const { picture } of of('/orders/tight')) {
              // A smaller picture, or none and the reason.
              if (picture.state === 'missing')
                expect(['disk-full', 'interrupted', 'failed']).toContain(picture.reason);
            }
            expect(await auditNow(driver)).toMatchObject({ half: [], twice: [], broken: [] });
          },
          { disk: disk.folder },
        );
      },
    );
  });
}
