import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { Driver, ExtensionPage } from '../../support/browser/driver.ts';
import { picturesIn, readPdf } from '../../support/pdf.ts';
import { yearPacks } from '../../support/year-pack.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { bodyOf, entriesOf } from './records.ts';
import { downloaded, openLog } from './steps.ts';

/** What both sides are told, line by line: first what it is, then ours, then theirs. Runs in a page. */
const sidesIn = (caption: string) => {
  const preview = document.querySelector('[aria-label="Preview of the pack"]');
  const tables = [...(preview?.shadowRoot ?? document).querySelectorAll('table')];
  const table = tables.find((one) => one.caption?.textContent === caption);
  return [...(table?.querySelectorAll('tbody tr') ?? [])]
    .map((row) => [...row.querySelectorAll('th bdi, th:not(:has(bdi)), td')].map((cell) => cell.textContent))
    .slice(0, 3);
};
const CAPTION = 'Time with each side';

const figuresOf = (page: Pick<ExtensionPage, 'evaluate'>) => page.evaluate(sidesIn, CAPTION);

/** Runs in a page: whether the preview shows a picture that the browser could draw. */
const showsPicture = (): boolean => {
  const preview = document.querySelector('[aria-label="Preview of the pack"]');
  return (preview?.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0;
};

/** The picture of the issue is chosen, and the pack leaves as a mail draft that holds both. */
async function mailWithPicture(page: ExtensionPage, driver: Driver): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await page.click('checkbox', /^Show 1 picture of /);
  await page.waitFor(showsPicture);
  await expectNoBarrier(page);
  await page.click('button', 'Mail draft');
  const draft = await downloaded(driver, /^conversation-pack-nu.*\.eml$/);
  const mail = await PostalMime.parse(readFileSync(draft), { attachmentEncoding: 'utf8' });
  expect(mail.subject).toMatch(/^Conversation pack: Nu – /);
  expect(mail.text).toContain('Why can nothing be saved?');
  const [report, ...others] = mail.attachments;
  expect([report?.mimeType, others]).toEqual(['text/html', []]);
  expect(report?.content).toMatch(/<img src="data:image\/(?:jpeg|png);base64,[^"]{1000}/);
}

export function conversationPack(bench: () => Bench): void {
  describe('a conversation', () => {
    it('is one click from the provider, and its file holds the figures that stand there', async () => {
      const { driver, reader } = bench();
      const page = await openLog(driver, '/providers');
      await page.click('link', /^Nu$/);
      await page.waitForText(/Of .* were with us and .* with Nu\./);
      const before = await figuresOf(page);
      expect(before).toHaveLength(3);

      await page.click('link', 'Prepare a conversation');
      await page.waitFor(
        () =>
          document
            .querySelector('[aria-label="Preview of the pack"]')
            ?.shadowRoot?.textContent.includes('Nothing can be saved') === true,
      );
      await page.focus('textbox', 'Questions');
      await page.type('Why can nothing be saved?');
      await page.waitFor(
        () =>
          document
            .querySelector('[aria-label="Preview of the pack"]')
            ?.shadowRoot?.textContent.includes('Why can nothing be saved?') === true,
      );
      await expectNoBarrier(page);
      await page.click('button', 'Export pack');
      await page.waitForText('is in your downloads.');
      const file = await downloaded(driver, /^conversation-pack-nu.*\.html$/);
      await mailWithPicture(page, driver);

      const tab = await driver.openPage(pathToFileURL(file).href);
      const exported = await tab.evaluate(sidesIn, CAPTION);
      const heading = await tab.evaluate(() => document.querySelector('h1')?.textContent);
      const agenda = await tab.evaluate(() => document.querySelector('ol')?.textContent);
      const lost = await tab.evaluate(() =>
        [...document.querySelectorAll('a')]
          .map(({ hash }) => hash.slice(1))
          .filter((id) => id === '' || document.getElementById(id) === null),
      );
      const active = await tab.evaluate(
        () => document.querySelectorAll('script, iframe, object, embed, form, link, img').length,
      );
      for (const paper of ['a4', 'letter'] as const) {
        const { pages, inches } = await readPdf(await tab.printed(paper));
        expect(inches).toEqual(paper === 'a4' ? [8.3, 11.7] : [8.5, 11]);
        // Of one issue: two pages to read, then the annex.
        const annex = pages.findIndex((text) => text.includes('Annex A'));
        expect({ paper, annex, pages: pages.length }).toMatchObject({ annex: expect.toBeOneOf([0, 1, 2]) });
        const text = pages.join(' ');
        for (const words of ['Conversation pack: Nu', 'Why can nothing be saved?', 'Who waited for whom'])
          expect(text).toContain(words);
      }
      await tab.close();
      await page.bringToFront();
      await page.evaluate(() => history.back());
      await page.waitForText(/Of .* were with us and .* with Nu\./);
      const after = await figuresOf(page);
      // Between the two looks a minute may have passed.
      for (const [i, line] of exported.entries()) expect([before[i], after[i]]).toContainEqual(line);
      expect(exported).toHaveLength(3);
      expect(heading).toBe('Conversation pack: Nu');
      expect(agenda).toBe('Why can nothing be saved?');
      // Every reference leads somewhere.
      expect(lost).toEqual([]);
      expect(active).toBe(0);
      const noted = (await entriesOf(reader)).filter(({ kind }) => kind === 'pack.exported').map(bodyOf);
      expect(noted.slice(-2)).toMatchObject([
        { formats: ['pack-html'], issues: 1 },
        { formats: ['pack-eml'], issues: 1 },
      ]);
      await page.close();
    });

    it('of a whole year is read in two pages, also a quarterly review, whatever the paper and the language', async () => {
      const { driver } = bench();
      const packOf = await yearPacks(150);
      const folder = mkdtempSync(join(tmpdir(), 'casebook-paper-'));
      try {
        for (const [kind, language, paper, annex] of [
          ['conversation', 'en', 'letter', 'Annex A: '],
          ['conversation', 'de', 'a4', 'Anhang A: '],
          ['review', 'de', 'letter', 'Anhang A: '],
          ['review', 'en', 'a4', 'Annex A: '],
        ] as const) {
          const file = join(folder, `${kind}.html`);
          writeFileSync(
            file,
            await packOf({
              kind,
              language,
              note: 'Why invoices fail on Mondays.',
              questions: 'One?\nTwo?',
              illustrated: 2,
            }),
          );
          const tab = await driver.openPage(pathToFileURL(file).href);
          const printed = await tab.printed(paper);
          const { pages } = await readPdf(printed);
          await tab.close();
          expect([kind, paper, pages.findIndex((text) => text.includes(annex))]).toEqual([kind, paper, 2]);
          // Each on one page: what is cut is drawn on two.
          const drawn = await picturesIn(printed);
          expect([paper, drawn.reduce((sum, one) => sum + one, 0)]).toEqual([paper, 6]);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
