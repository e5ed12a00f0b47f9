import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { bodyOf, capturesOf, entriesOf } from './records.ts';
import type { StoredEntry } from './records.ts';
import { openLog } from './steps.ts';

const SECRET = 'Hs4kLp9xWm2nQv7bTr6z';
const PIXELS = PNG.sync.write(new PNG({ width: 2, height: 1 }));

interface Added {
  readonly via: string;
  readonly item: {
    readonly type: string;
    readonly picture?: { readonly width: number };
    readonly file?: { readonly kind: string };
  };
}

/** What was recorded about a system, as it lies on disk. */
async function recordOf({ reader }: Bench, systemName: string) {
  const entries = await entriesOf(reader);
  const captured = entries.find((entry) => bodyOf(entry)['systemName'] === systemName);
  const own = entries.filter(({ issueId }) => issueId !== undefined && issueId === captured?.issueId);
  const of = (kind: string): readonly StoredEntry[] => own.filter((entry) => entry.kind === kind);
  return {
    captured: captured ? JSON.parse(captured.json ?? '{}') : null,
    described: of('issue.described').map((entry) => bodyOf(entry)['text']),
    rated: of('issue.prioritised').map(bodyOf),
    added: of('evidence.added').map((entry) => bodyOf(entry) as unknown as Added), // as: the body of that kind
    numbers: own.map(({ n }) => n),
  };
}

async function tabTo(page: ExtensionPage, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element.matches('body, main, [role=grid]')) return '';
      const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
      return [...labels, element].map((one) => one.textContent).join(' ');
    });
    if (here.includes(wanted)) return;
    await page.press('Tab');
  }
  throw new Error(`The keyboard did not get to “${wanted}”.`);
}

/** "Record something else": what is not in the browser. */
export function somethingElse(bench: () => Bench): void {
  describe('something that is not in the browser', () => {
    it('is recorded by keyboard alone', async () => {
      const { driver } = bench();
      const log = await openLog(driver);
      await log.waitForElement('link', 'Record something else');
      await tabTo(log, 'Record something else');
      await log.press('Enter');
      await log.waitForElement('textbox', 'What is it about');
      await log.waitFor(() => document.activeElement?.tagName === 'INPUT');
      await log.type('Phone system');
      await log.press('Tab');
      await log.type(`Nobody can call out. password: ${SECRET}`);
      await tabTo(log, 'Just now');
      await log.press('ArrowRight');
      await log.waitForElement('combobox', 'Give or take');
      await tabTo(log, 'Give or take');
      await log.press('ArrowDown');
      await tabTo(log, 'Everyone');
      await log.press(' ');
      await log.press('Control+Enter');
      await log.waitForText(/Recorded as /);
      await log.waitForText('Phone system');
      await log.waitForText('± 30 min');

      const { captured, described, rated, numbers } = await recordOf(bench(), 'Phone system');
      expect(captured).toMatchObject({
        certainty: 'recalled',
        plusMinusMin: 30,
        body: { via: 'app', page: { url: null, host: null }, picture: { reason: 'not-in-browser' } },
      });
      expect(described).toEqual([expect.stringContaining('Nobody can call out.')]);
      expect(JSON.stringify(described)).not.toContain(SECRET);
      expect(rated).toEqual([{ impact: 1 }]);
      expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1, (numbers[0] ?? 0) + 2]);
      await log.close();
    });

    it('outlives a reload as a draft without secrets, and can be thrown away', async () => {
      const { driver, reader } = bench();
      const page = await openLog(driver, '/else');
      await page.click('textbox', 'What is it about');
      await page.type('Printer');
      await page.press('Tab');
      await page.type(`It is out of paper, token=${SECRET}`);
      await page.waitForText('Draft kept');
      await page.reload();
      await page.waitForText('What you typed before is still here');
      const text = await page.evaluate(() => document.querySelector('textarea')?.value ?? '');
      expect(text).toContain('It is out of paper');
      expect(text).not.toContain(SECRET);
      await page.click('button', 'Start anew');
      await page.waitFor(() => document.querySelector('textarea')?.value === '');
      await page.reload();
      await page.waitForElement('textbox', 'What went wrong');
      expect(await page.text()).not.toContain('still here');
      expect((await capturesOf(reader)).some(({ systemName }) => systemName === 'Printer')).toBe(false);
      await page.close();
    });

    it('takes pictures and files that are chosen, dropped and pasted, and lets go of them', async () => {
      const { driver } = bench();
      const folder = mkdtempSync(join(tmpdir(), 'casebook-files-'));
      const file = (name: string, content: string | Buffer): string => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      };
      try {
        const page = await openLog(driver, '/else');
        await page.click('textbox', 'What is it about');
        await page.type('Network drive');
        await page.chooseFile(file('screen.png', PIXELS));
        await page.waitForText('Picture · 2 × 1');
        await page.dropFile(file('notes.txt', 'It was slow all day.'), 'heading', 'Pictures and files');
        await page.waitForText('notes.txt');
        await page.chooseFile(file('empty.txt', ''));
        await page.waitForText('empty.txt is empty');
        await pasteAPicture(page, bench());
        await page.waitForText('Pasted');
        await page.chooseFile(file('unwanted.txt', 'Not this one.'));
        await page.click('button', 'Remove unwanted.txt');
        await page.waitForText('unwanted.txt removed');
        await page.click('button', /^Record$/);
        await page.waitForText(/Recorded as /);

        const { added } = await recordOf(bench(), 'Network drive');
        expect(added.map(({ via, item }) => [via, item.file?.kind ?? item.picture?.width])).toEqual([
          ['file', 2],
          ['drop', 'text'],
          ['paste', 7],
        ]);
        await page.close();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('takes one still of a screen and ends the view at once', async () => {
      const { driver } = bench();
      const page = await openLog(driver, '/else');
      await page.click('textbox', 'What is it about');
      await page.type('Desktop program');
      await page.evaluate(keepTracks);
      await page.click('button', 'Pick a window or screen');
      if (await driver.shareScreen()) {
        await page.waitForText('Window or screen');
        await page.waitForText(/Picture · [\d,]+ × [\d,]+/);
        await expect.poll(() => page.evaluate(trackStates)).toEqual(['ended']);
        await page.click('button', /^Record$/);
        await page.waitForText(/Recorded as /);
        const { added } = await recordOf(bench(), 'Desktop program');
        expect(added.map(({ via }) => via)).toEqual(['screen']);
      } else {
        // A machine without a screen: the page says what to do instead.
        await page.waitForText(/take a screenshot with your system’s own key/i);
        await page.click('button', /^Record$/);
        await page.waitForText(/Recorded as /);
      }
      await page.close();
    });

    it('offers the systems that were named before', async () => {
      const { driver } = bench();
      const page = await openLog(driver, '/else');
      await page.waitFor(() =>
        [...document.querySelectorAll('datalist option')].some(
          (option) => option.getAttribute('value') === 'Phone system',
        ),
      );
      await page.click('button', /^Record$/);
      await page.waitForText('Say what went wrong');
      await page.close();
    });
  });
}

/** Copies a picture with a real click (browsers ask for one), then presses the keys. */
async function pasteAPicture(page: ExtensionPage, { driver, onDisplay }: Bench): Promise<void> {
  // Firefox without a display has no clipboard for pictures: there the event itself has to do.
  if (driver.name === 'firefox' && !onDisplay) return page.evaluate(pasteByScript);
  await page.evaluate(() => {
    const copy = async (): Promise<void> => {
      const canvas = new OffscreenCanvas(7, 5);
      canvas.getContext('2d')?.fillRect(0, 0, 3, 3);
      const png = canvas.convertToBlob({ type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      document.body.dataset['copied'] = 'yes';
    };
    addEventListener('click', () => void copy(), { once: true });
  });
  await page.click('heading', 'Record something else');
  await page.waitFor(() => document.body.dataset['copied'] === 'yes');
  await page.press('Control+v');
}

/** Runs in the page: remembers the tracks of every view of a screen. */
function keepTracks(): void {
  const kept: MediaStreamTrack[] = [];
  Object.assign(globalThis, { keptTracks: kept });
  const { mediaDevices } = navigator;
  const original = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = async (options) => {
    const stream = await original(options);
    kept.push(...stream.getTracks());
    return stream;
  };
}

/** Runs in the page. */
function trackStates(): readonly string[] {
  const { keptTracks } = globalThis as unknown as { keptTracks: readonly MediaStreamTrack[] }; // as: put there above
  return keptTracks.map((track) => track.readyState);
}

/** Runs in the page. */
async function pasteByScript(): Promise<void> {
  const canvas = new OffscreenCanvas(7, 5);
  canvas.getContext('2d')?.fillRect(0, 0, 3, 3);
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], 'image.png'));
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  document.body.dispatchEvent(event);
}
