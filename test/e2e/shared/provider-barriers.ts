import { describe, it } from 'vitest';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { agreement } from '../../../lib/i18n/agreement/agreement.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { exactly } from './provider-steps.ts';
import { openLog, setAppearance, type Language, type Theme } from './steps.ts';

const PLACES = ['', '/new', '/calendars', '/teams'] as const;
const TABS = ['', '/systems', '/agreement', '/contacts', '/tickets'] as const;

async function go(page: ExtensionPage, route: string): Promise<void> {
  await page.evaluate((hash: string) => void (location.hash = hash), route);
  await page.waitFor((hash: string) => location.hash === hash, [route]);
  await page.waitForElement('heading', /./);
}

/** What that button opens, in a dialog or in place; then it is left again. */
async function opened(page: ExtensionPage, button: string | RegExp, leave: string): Promise<void> {
  await page.click('button', button);
  await page.waitForElement('button', exactly(leave));
  await expectNoBarrier(page);
  await page.click('button', exactly(leave));
  await page.waitFor(() => document.querySelector('dialog[open]') === null);
}

const idOf = (page: ExtensionPage, name: string) =>
  page.evaluate(
    (wanted: string) =>
      [...document.querySelectorAll('th a, .prov-table a')]
        .find(({ textContent }) => textContent === wanted)
        ?.getAttribute('href') ?? '',
    name,
  );

/** A provider with an agreement, its systems, and somebody to call. */
async function ofProviders(page: ExtensionPage, language: Language): Promise<void> {
  const p = wordsOf(providers, language);
  const a = wordsOf(agreement, language);
  const { cancel } = wordsOf(common, language);
  const [eta, kappa] = [await idOf(page, 'Eta'), await idOf(page, 'Kappa')];
  for (const tab of TABS) {
    await go(page, `${eta}${tab}`);
    await expectNoBarrier(page);
  }
  await go(page, eta);
  await opened(page, exactly(p.provider.edit), cancel);
  await go(page, `${eta}/systems`);
  await opened(page, exactly(p.systems.editNamed('eta.example')), cancel);
  await go(page, `${eta}/agreement`);
  await page.waitForElement('button', exactly(a.correct));
  await opened(page, new RegExp(a.editNamed('').trim()), cancel);
  for (const way of [a.change, a.correct]) await opened(page, exactly(way), cancel);
  await go(page, `${kappa}/contacts`);
  await expectNoBarrier(page);
  await opened(page, exactly(p.contacts.add), cancel);
}

/** Working hours that are there, their editor, and teams. */
async function ofHours(page: ExtensionPage, language: Language): Promise<void> {
  const p = wordsOf(providers, language);
  const c = wordsOf(calendars, language);
  const { cancel } = wordsOf(common, language);
  await go(page, '#/providers/calendars');
  await go(page, await idOf(page, 'Acme desk'));
  await expectNoBarrier(page);
  await opened(page, exactly(c.edit), cancel);
  for (const way of [c.correct, c.change]) await opened(page, exactly(way), cancel);
  await go(page, '#/providers/calendars');
  await page.click('button', exactly(c.add));
  await page.click('button', exactly(c.editor.save));
  await page.waitForText(c.problem.nameMissing);
  await expectNoBarrier(page);
  await page.click('button', exactly(cancel));
  await go(page, '#/providers/teams');
  await opened(page, exactly(p.teams.renameNamed('Accounting')), cancel);
}

/** axe and the size of what is pressed, on every page and in every dialog of the area. After the others: it needs what they made. */
export function providersWithoutBarrier(bench: () => Bench): void {
  describe.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'de'],
    ['dark', 'de'],
  ] satisfies [Theme, Language][])('in %s colours and %s', (theme, language) => {
    it('no page of the area and no dialog has a barrier', { timeout: 360_000 }, async () => {
      const { driver } = bench();
      await setAppearance(bench(), theme, language);
      const page = await openLog(driver, '/providers');
      for (const place of PLACES) {
        await go(page, `#/providers${place}`);
        await expectNoBarrier(page);
      }
      await go(page, '#/providers');
      await ofProviders(page, language);
      await ofHours(page, language);
      await page.close();
      await setAppearance(bench(), 'light', 'en');
    });
  });
}
