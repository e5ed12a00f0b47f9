import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import {
  gifBytes,
  harText,
  joinBytes,
  mailText,
  PAGE,
  pngBomb,
  pngBytes,
  pngWith,
  SVG,
} from '../../support/files.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { bodyOf, captureOf, entriesOf } from './records.ts';
import { downloaded, openLog, recordProblem } from './steps.ts';

const SECRET = 'qX7vB2nL9pR4tZ8wK3mD6sF1';
const PLACE = 'GPS 48.137N 11.575E';
const PLAIN = pngBytes(40, 30);
const PART = { role: 'heading', name: 'Pictures and files' } as const;

interface Added {
  readonly evidenceId: string;
  readonly via: string;
  readonly masked?: number;
  readonly item: {
    readonly picture?: { readonly sha256: string; readonly width: number; readonly mime: string };
    readonly file?: { readonly kind: string; readonly mime: string; readonly name: string };
  };
}

/** What was added, as it lies on disk, oldest first. */
async function addedOf({ reader }: Bench): Promise<readonly Added[]> {
  return (await entriesOf(reader))
    .filter(({ kind }) => kind === 'evidence.added')
    .map((entry) => bodyOf(entry) as unknown as Added); // as: the body of that kind, see evidence-bodies.ts
}

/** How often a text stands in any stored entry or file. */
function timesStored(reader: ExtensionPage, text: string): Promise<number> {
  return reader.evaluate(async (wanted: string) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('casebook');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const all = (table: string) =>
      new Promise<unknown[]>((done, fail) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const tables = await Promise.all([...database.objectStoreNames].map(all));
    const blobs = (await all('blobs')) as { blob: Blob }[]; // as: rows of that table
    database.close();
    const texts = [JSON.stringify(tables), ...(await Promise.all(blobs.map(({ blob }) => blob.text())))];
    return texts.filter((one) => one.includes(wanted)).length;
  }, text);
}

/** Copies a picture with a real click (browsers ask for one), then presses the keys. */
async function pasteAPicture(page: ExtensionPage, { driver, onDisplay }: Bench): Promise<void> {
  // Without a display, Firefox's driver has no clipboard.
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
  await page.click(PART.role, PART.name);
  await page.waitFor(() => document.body.dataset['copied'] === 'yes');
  await page.press('Control+v');
}

/** Runs in the page: the event that the keys cause. */
async function pasteByScript(): Promise<void> {
  const canvas = new OffscreenCanvas(7, 5);
  canvas.getContext('2d')?.fillRect(0, 0, 3, 3);
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }));
  // Firefox takes the files out of a ClipboardEvent that a script has made.
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  document.body.dispatchEvent(event);
}

export function attachments(bench: () => Bench): void {
  describe('pictures and files of an issue', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'casebook-attached-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const file = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };

    async function openIssue(title: string): Promise<ExtensionPage> {
      const log = await openLog(bench().driver);
      await log.click('link', title);
      await log.waitForElement(PART.role, PART.name);
      return log;
    }

    it('takes chosen, dropped and pasted pictures without what is hidden in them', async () => {
      await recordProblem(bench(), '/orders?gallery', 'With a gallery');
      const log = await openIssue('With a gallery');
      await log.chooseFile(file('me.png', pngWith(PLAIN, PLACE, PAGE)));
      await log.waitForText('Chosen file');
      await log.dropFile(file('anim.gif', joinBytes(gifBytes(8, 6), PAGE)), PART.role, PART.name);
      await log.waitForText('Dropped');
      await pasteAPicture(log, bench());
      await log.waitForText('Pasted');
      await log.waitForElement('button', 'Picture 4 of 4');

      const added = await addedOf(bench());
      expect(added.map(({ via, item }) => [via, item.picture?.mime, item.picture?.width])).toEqual([
        ['file', 'image/png', 40],
        ['drop', 'image/png', 8],
        ['paste', 'image/png', 7],
      ]);
      const sha256 = createHash('sha256').update(PLAIN).digest('hex');
      expect(added[0]?.item.picture?.sha256).toBe(sha256);
      expect(await timesStored(bench().reader, PLACE)).toBe(0);
      expect(await timesStored(bench().reader, '<script>')).toBe(0);

      await log.click('button', 'Picture 2 of 4');
      await log.click('textbox', 'Caption');
      await log.type('The button that does nothing');
      await log.press('Enter');
      await log.waitForElement('button', 'Picture 2 of 4: The button that does nothing');
      await log.click('button', 'Take off picture 2');
      await log.waitForElement('button', 'Picture 3 of 3');
      await log.press('z');
      await log.waitForElement('button', 'Picture 4 of 4');
      await expectNoBarrier(log);
      await log.close();
    });

    it('says why a picture or file is not taken, and takes the others', async () => {
      const log = await openIssue('With a gallery');
      const before = (await addedOf(bench())).length;
      for (const [name, content, sentence] of [
        ['bomb.png', pngBomb(), 'has more than 40,000,000 pixels'],
        ['cut.png', PLAIN.slice(0, 40), 'cannot be read as a picture'],
        ['nothing.txt', '', 'is empty'],
        ['again.png', PLAIN, 'is part of this issue already'],
      ] as const) {
        await log.chooseFile(file(name, content));
        await log.waitForText(`${name} ${sentence}`);
      }
      expect((await addedOf(bench())).length).toBe(before);
      await log.close();
    });

    it(
      'shows texts, mails and network logs as text, and runs nothing of them',
      { timeout: 180_000 },
      async () => {
        await recordProblem(bench(), '/orders?files', 'With files');
        const log = await openIssue('With files');
        const header = { name: 'authorization', value: `Bearer ${SECRET}` };
        for (const [name, content] of [
          ['page.html', PAGE],
          ['drawing.svg', SVG],
          ['invoice\u202egpj.exe', joinBytes('MZ', [0x90, 0, 3, 0], PAGE)],
          ['reply.eml', mailText(`Please use password: ${SECRET} for the test.`)],
          ['trace.har', harText({ headers: [header] })],
          ['server.log', `14:02 ERROR token=${SECRET}\n${'all is well\n'.repeat(3000)}`],
        ] as const) {
          await log.chooseFile(file(name, content));
          if (name.endsWith('.eml')) await log.click('button', 'Keep as a file only');
          await log.waitForElement('button', `Save ${name.replace('\u202e', '')}`);
        }
        expect(await timesStored(bench().reader, SECRET)).toBe(0);
        const added = (await addedOf(bench())).flatMap(({ item, masked }) =>
          item.file === undefined ? [] : [[item.file.kind, item.file.mime, masked ?? 0]],
        );
        expect(added).toEqual([
          ['text', 'text/plain', 0],
          ['text', 'text/plain', 0],
          ['other', 'application/octet-stream', 0],
          ['mail', 'message/rfc822', 1],
          ['har', 'application/json', 1],
          ['text', 'text/plain', 1],
        ]);

        await log.click('button', 'Preview of page.html');
        await log.waitForText('<script>window.__xss=1</script>');
        await log.click('button', 'Preview of drawing.svg');
        await log.waitForText('onload="window.__xss=1"');
        await log.click('button', 'Preview of reply.eml');
        await log.waitForText('Jörg Support');
        await log.waitForText('Re: Invoices return 503');
        await log.click('button', 'Preview of trace.har');
        await log.waitForText('1 request, 1 failed');
        await log.click('button', 'Preview of server.log');
        await log.waitForText(/The first 2,000 of 3,00\d lines/);
        const ran = await log.evaluate(() => ({
          script: '__xss' in globalThis,
          elements: document.querySelectorAll('main iframe, main script, main svg[onload], main image')
            .length,
        }));
        expect(ran).toEqual({ script: false, elements: 0 });
        await expectNoBarrier(log);

        await log.click('button', 'Save page.html');
        const saved = await downloaded(bench().driver, /^page\.html.*\.txt$/);
        await expect.poll(() => readFileSync(saved, 'utf8')).toBe(PAGE);
        await log.close();
      },
    );

    it('goes out in an export as the sender wants it', { timeout: 180_000 }, async () => {
      const log = await openIssue('With files');
      await log.click('button', 'More');
      await log.click('menuitem', 'Export');
      await log.waitForText('What goes out');
      await log.click('radio', /^Everything, zipped$/);
      await log.waitForText('5 files');
      await log.click('button', 'Show everything that goes out');
      await log.waitForText('server.log: Text');
      await expectNoBarrier(log);
      await log.click('checkbox', 'drawing.svg');
      await log.waitForText('4 files');
      await log.click('button', /^Export \d/);
      await log.waitForText('handed to your downloads', 60_000);
      await log.close();
      const zip = await downloaded(bench().driver, /^casebook-?_?(?!backup).*\.zip$/);
      execFileSync('unzip', ['-t', '-qq', zip]);
      const names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).split('\n');
      const files = names.filter((name) => name.startsWith('files/'));
      expect(files.map((name) => name.replace(/^files\/[A-Z]\d-\d{4}-/, ''))).toEqual([
        '1-page.html.txt',
        '4-reply.eml',
        '5-trace.har',
        '6-server.log',
      ]);
      const all = execFileSync('unzip', ['-p', zip], { maxBuffer: 1e8 }).toString('latin1');
      expect(all).not.toContain(SECRET);
      expect(all).not.toContain('window.__xss=1"');
    });

    it('lets a finding be taken off and put back', async () => {
      await recordProblem(bench(), '/error-id', 'With findings');
      const log = await openIssue('With findings');
      await log.waitForElement('button', /^Remove .*7d1f0c9e8b6a5432/);
      await log.click('button', /^Remove .*7d1f0c9e8b6a5432/);
      await log.waitForText('Removed from the issue');
      await log.waitFor(() => document.querySelector('[aria-label*="7d1f0c9e8b6a5432"]') === null);
      await log.click('button', /^Undo$/);
      await log.waitForElement('button', /^Remove .*7d1f0c9e8b6a5432/);
      await log.close();
      const said = (await entriesOf(bench().reader)).map(({ kind }) => kind);
      expect(said.filter((kind) => kind === 'evidence.removed').length).toBeGreaterThan(0);
      expect(said.filter((kind) => kind === 'evidence.restored').length).toBeGreaterThan(0);
    });

    it('keeps an error stack of the page as its lines, without secrets', async () => {
      const { driver, portal, reader } = bench();
      const address = `${portal.origin}/orders?stack`;
      const tab = await driver.openPage(address);
      await tab.evaluate((secret: string) => {
        const pre = document.createElement('pre');
        const frame = `at Order.save (https://cdn.example/app.js?access_token=${secret}:12:34)`;
        pre.append(
          `TypeError: order is undefined\n    ${frame}\n    at main (https://cdn.example/app.js:1:2)`,
        );
        // At the top: a page is read for a short time only, from its beginning.
        document.body.prepend(pre);
      }, SECRET);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await driver.dismissPopup();
      const { evidence } = await captureOf(reader, ({ page }) => page.url === address);
      expect(evidence).toMatchObject({
        stacks: [
          {
            message: 'TypeError: order is undefined',
            frames: [
              { at: 'Order.save', line: 12, column: 34 },
              { at: 'main', file: 'https://cdn.example/app.js', line: 1, column: 2 },
            ],
          },
        ],
      });
      expect(await timesStored(reader, SECRET)).toBe(0);
      await tab.close();
      const log = await openIssue('Page /orders');
      await log.click('button', 'Error stack on the page: TypeError: order is undefined');
      await log.waitForText('main · https://cdn.example/app.js:1:2');
      await log.close();
    });

    it('lets a finding be left out and brought back in the popup', async () => {
      const { driver, portal } = bench();
      const tab = await driver.openPage(`${portal.origin}/error-id?popup`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.click('button', /^Leave out: .*7d1f0c9e8b6a5432/);
      await popup.waitForElement('button', /^Undo: .*7d1f0c9e8b6a5432/);
      await popup.press('Enter');
      await popup.waitForElement('button', /^Leave out: .*7d1f0c9e8b6a5432/);
      await driver.dismissPopup();
      await tab.close();
    });
  });
}
