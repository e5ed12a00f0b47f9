import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { thingsOf } from './provider-steps.ts';
import { openLog } from './steps.ts';

const MOST = 15;
const LONGEST_MS = 90_000;

/** A person at a page, whose every click, key and typed answer is counted. */
function countedPerson(page: ExtensionPage) {
  let count = 0;
  const counted = <A extends readonly unknown[]>(act: (...args: A) => Promise<void>) => {
    return async (...args: A): Promise<void> => {
      count += 1;
      await act(...args);
    };
  };
  return {
    click: counted(page.click),
    press: counted(page.press),
    type: counted(page.type),
    count: () => count,
  };
}

async function isSetUp(bench: Bench, page: ExtensionPage, name: string, host: string): Promise<void> {
  await page.waitForElement('heading', name);
  await page.waitForText(host);
  const provider = (await thingsOf(bench, 'provider')).find((one) => one['name'] === name);
  expect(provider).toBeDefined();
  const of = async (kind: string) =>
    (await thingsOf(bench, kind)).filter((one) => one['providerId'] === provider?.['id']);
  expect(await of('agreement')).toHaveLength(1);
  expect(await of('system')).toMatchObject([{ patterns: [{ kind: 'host', pattern: host }] }]);
}

/** From an empty log to a recognised system with an agreement, as somebody who has never seen it. */
export function quickStart(bench: () => Bench): void {
  describe('setting up a provider', () => {
    it('takes at most 15 interactions and 90 seconds with the mouse', async () => {
      const { driver } = bench();
      const page = await openLog(driver);
      await page.waitForElement('link', /^Providers$/);
      const person = countedPerson(page);
      const started = Date.now();
      await person.click('link', /^Providers$/);
      await person.click('link', 'Add a provider');
      await page.waitFor(() => document.activeElement?.localName === 'input');
      await person.type('Acme IT services');
      await person.click('textbox', 'Address of what they run for you');
      await person.type('https://portal.acme.example/erp/login?next=%2F');
      await person.click('radio', /office hours/i);
      await person.click('button', 'Add provider');
      await isSetUp(bench(), page, 'Acme IT services', 'portal.acme.example');
      expect(Date.now() - started).toBeLessThan(LONGEST_MS);
      expect(person.count()).toBeLessThanOrEqual(MOST);
      await page.close();
    });

    it('takes at most 15 keys and answers without a mouse', async () => {
      const { driver } = bench();
      const page = await openLog(driver);
      await page.waitForElement('link', /^Providers$/);
      const person = countedPerson(page);
      const started = Date.now();
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      while ((await focused()) !== 'Providers') await person.press('Tab');
      await person.press('Enter');
      await page.waitForElement('link', 'Add a provider');
      await person.press('n');
      await page.waitFor(() => document.activeElement?.localName === 'input');
      await person.type('Beta Cloud');
      await person.press('Tab');
      await person.type('*.beta.example');
      await person.press('Tab');
      await person.press('ArrowUp');
      await person.press('Enter');
      await page.waitForElement('heading', 'Beta Cloud');
      expect(Date.now() - started).toBeLessThan(LONGEST_MS);
      expect(person.count()).toBeLessThanOrEqual(MOST);
      const [system] = (await thingsOf(bench(), 'system')).slice(-1);
      expect(system).toMatchObject({ patterns: [{ kind: 'hostSuffix', pattern: 'beta.example' }] });
      await page.close();
    });

    it('says one sentence at the field that is not right, and keeps what was typed', async () => {
      const page = await openLog(bench().driver, '/providers/new');
      await page.waitForElement('textbox', 'Who is the provider?');
      await page.click('textbox', 'Address of what they run for you');
      await page.type('acme help@acme.example');
      await page.click('button', 'Add provider');
      await page.waitForText('Give it a name.');
      await page.waitForText('One word alone is rarely an address.');
      // The keyboard is where the first mistake is.
      await page.waitFor(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      await page.type('Gamma');
      await page.waitFor(() => !document.body.innerText.includes('Give it a name.'));
      await page.click('link', /^Calendars$/);
      await page.waitForElement('heading', 'Calendars');
      await page.click('link', /^Log$/);
      await page.waitForText('Record something else');
      await page.click('link', /^Providers$/);
      await page.waitForElement('link', 'Add a provider');
      await page.press('n');
      await page.waitFor(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'acme help@acme.example'),
      );
      await page.click('link', 'Cancel');
      await page.close();
    });

    it('can be taken back as a whole', async () => {
      const before = (await thingsOf(bench(), 'agreement')).length;
      const page = await openLog(bench().driver, '/providers/new');
      await page.waitFor(() => document.activeElement?.localName === 'input');
      await page.type('Only for a moment');
      await page.click('button', 'Add provider');
      await page.waitForText('Only for a moment is set up');
      await page.click('button', 'Undo');
      await page.waitForText('This is not in the directory any more');
      expect(await thingsOf(bench(), 'agreement')).toHaveLength(before);
      await page.close();
    });
  });
}
