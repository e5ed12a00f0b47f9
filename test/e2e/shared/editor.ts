import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { bodyOf, entriesOf, type Captured } from './records.ts';
import { downloaded, openLog, recordProblem } from './steps.ts';

interface Mark {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  readonly text?: string;
  readonly why?: string;
}
interface Drawn {
  readonly pictureId: string;
  readonly drawing: { readonly width: number; readonly height: number; readonly shapes: readonly Mark[] };
}

/** Every drawing written for a picture, oldest first. */
async function drawingsOf(reader: ExtensionPage, pictureId: string): Promise<readonly Drawn[]> {
  return (await entriesOf(reader))
    .filter(({ kind }) => kind === 'picture.annotated')
    .map((entry) => bodyOf(entry) as unknown as Drawn) // as: the body of that kind, see evidence-bodies.ts
    .filter((drawn) => drawn.pictureId === pictureId);
}

/** A page under load may not answer in time; only one that did knows where its fields for secrets were. */
export async function recordPayment(
  bench: Bench,
  name: string,
): Promise<Readonly<{ captured: Captured; issueId: string }>> {
  for (let n = 1; ; n += 1) {
    const captured = await recordProblem(bench, `/pay?${name}=${n}`, `${name} ${n}`);
    if (captured.evidence.state !== 'present' && n < 8) continue;
    const entry = (await entriesOf(bench.reader)).find(
      (one) => one.json !== null && bodyOf(one)['captureId'] === captured.captureId,
    );
    return { captured, issueId: entry?.issueId ?? '' };
  }
}

/** Presses Tab until the focus is on something of that name; the mouse is never touched. */
async function tabTo(page: ExtensionPage, name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const on = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at?.matches('button, a, input, textarea, [role=grid]')) return '';
      const label =
        at instanceof HTMLInputElement
          ? at.labels?.[0]?.textContent
          : at.matches('button, a')
            ? at.textContent
            : '';
      return `${at.getAttribute('role') ?? ''} ${at.getAttribute('aria-label') ?? ''} ${label ?? ''}`;
    });
    if (on.includes(name)) return;
    await page.press('Tab');
  }
  throw new Error(`Tab never came to “${name}”.`);
}

/** A page that is closed while it still reads leaves a remark in Firefox's console. */
async function close(page: ExtensionPage): Promise<void> {
  await page.waitFor(() => [...document.images].every((image) => image.complete));
  await new Promise((next) => setTimeout(next, 500));
  await page.close();
}

async function openEditor(page: ExtensionPage): Promise<void> {
  await page.waitForElement('button', 'Mark up or redact');
  await tabTo(page, 'Mark up or redact');
  await page.press('Enter');
  await page.waitForElement('application', 'Picture with its marks', 20_000);
}

export function editing(bench: () => Bench): void {
  describe('the picture editor', () => {
    it('marks up, redacts and saves by keyboard alone, in one entry', { timeout: 120_000 }, async () => {
      const { driver, reader } = bench();
      const { captureId } = await recordProblem(bench(), '/pay?by=keyboard', 'By keyboard');
      const log = await openLog(driver);
      await log.waitForText('By keyboard');
      // As a person would: the newest issue is the first line of the list.
      await tabTo(log, 'grid');
      await log.press('Home');
      await log.press('Enter');
      await openEditor(log);
      for (const key of ['b', 'Enter', 'Shift+ArrowRight', 'ArrowDown', 'ArrowDown']) await log.press(key);
      for (const key of ['r', 'Enter', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Escape']) await log.press(key);
      await tabTo(log, 'Width');
      await log.press('Control+a');
      await log.type('333');
      await log.press('Escape');
      // One mark too many, taken back, brought again and taken back for good.
      for (const key of ['m', 'Enter', 'Control+z', 'Control+y', 'Control+z']) await log.press(key);
      await log.press('t');
      await log.press('Enter');
      await log.waitFor(() => document.activeElement instanceof HTMLTextAreaElement);
      await log.type('See the token=abcdef0123456789abcdef0123');
      await log.press('Control+Enter');
      await log.waitForText('Marks saved');
      await close(log);

      const drawn = await drawingsOf(reader, captureId);
      expect(drawn).toHaveLength(1);
      const { width, height, shapes } = drawn[0]?.drawing ?? { width: 0, height: 0, shapes: [] };
      const [box, redaction, text] = shapes;
      expect(shapes.map(({ type }) => type)).toEqual(['box', 'redaction', 'text']);
      const [w, h] = [box?.width ?? 0, box?.height ?? 0];
      const near = (is: number | undefined, wanted: number) =>
        expect(Math.abs((is ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1);
      near(box?.x, Math.round(width / 2 - w / 2) + 10);
      near(box?.y, Math.round(height / 2 - h / 2) + 2);
      near(redaction?.y, Math.round(height / 2 - h / 2) - 20);
      expect(redaction?.width).toBe(333);
      // A secret typed into a mark is masked before it is stored.
      expect(text?.text).toContain('See the');
      expect(text?.text).not.toContain('abcdef0123456789');
    });

    it(
      'offers the visible fields for secrets, and every export has them black',
      { timeout: 180_000 },
      async () => {
        const { driver, reader } = bench();
        const { captured, issueId } = await recordPayment(bench(), 'offers');
        const { captureId, key, picture } = captured;
        const log = await openLog(driver, `/log/${issueId}`);
        await log.click('button', 'Mark up or redact');
        await log.waitForText('Fields that ask for secrets');
        await log.click('button', 'Redact all');
        await log.click('button', 'Save marks');
        await log.waitForText('Marks saved');
        const shapes = (await drawingsOf(reader, captureId))[0]?.drawing.shapes ?? [];
        // The field far below was not on the picture, and the name of the holder is no secret.
        expect(shapes.map(({ why }) => why)).toEqual(['card', 'one-time-code', 'password']);

        await log.click('button', 'More');
        await log.click('menuitem', 'Export');
        await log.waitForText('What goes out');
        await log.click('radio', /^Everything, zipped$/);
        await log.click('button', /^Export \d/);
        await log.waitForText('handed to your downloads', 60_000);
        await close(log);
        const zip = await downloaded(driver, /^casebook_.*\.zip$/);
        execFileSync('unzip', ['-t', '-qq', zip]);
        const names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).split('\n');
        const name = names.find((one) => one.includes(`pictures/${key}`)) ?? '';
        const file = execFileSync('unzip', ['-p', zip, name], { maxBuffer: 1e8 });
        const sha256 = createHash('sha256').update(file).digest('hex');
        expect(sha256).not.toBe(picture.sha256);
        const json = names.find((one) => one.endsWith('.json')) ?? '';
        const data = execFileSync('unzip', ['-p', zip, json], { encoding: 'utf8', maxBuffer: 1e8 });
        expect(data).toContain(sha256);
        expect(data).not.toContain(picture.sha256);

        const colours = await reader.evaluate(
          async (bytes: string, at: readonly (readonly [number, number])[]) => {
            const bitmap = await createImageBitmap(
              new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]),
            );
            const draw = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            draw?.drawImage(bitmap, 0, 0);
            return at.map(([x, y]) => [...(draw?.getImageData(x, y, 1, 1).data.subarray(0, 3) ?? [])]);
          },
          file.toString('base64'),
          shapes.map(
            ({ x, y, width = 0, height = 0 }) =>
              [x + Math.round(width / 2), y + Math.round(height / 2)] as const,
          ),
        );
        expect(colours.flat().every((value) => value <= 2)).toBe(true);
        expect(colours).toHaveLength(3);
      },
    );

    it('asks before unsaved marks are given up, and brings them back', { timeout: 120_000 }, async () => {
      const { driver, reader } = bench();
      const { captureId } = await recordProblem(bench(), '/pay?leaving', 'Leaving');
      const log = await openLog(driver);
      await log.click('link', 'Leaving');
      await openEditor(log);
      for (const key of ['b', 'Enter', 'Escape', 'Escape', 'Escape']) await log.press(key);
      await log.waitForText('Save the marks?');
      await log.click('button', 'Go on editing');
      // The page moves on without asking: as the Back button does.
      await log.evaluate(() => {
        location.hash = '#/settings';
      });
      await log.waitForText('What is masked');
      await log.evaluate(() => history.back());
      await openEditor(log);
      await log.waitForText('Marks that you had not saved are back.');
      await log.press('Escape');
      await log.waitForText('Save the marks?');
      await log.click('button', 'Leave without saving');
      await openEditor(log);
      expect(await log.text()).not.toContain('are back');
      await log.press('Escape');
      await log.waitFor(() => document.querySelector('dialog[open]') === null);
      expect(await drawingsOf(reader, captureId)).toEqual([]);
      await close(log);
    });
  });
}
