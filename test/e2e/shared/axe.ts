import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../../support/browser/screen.ts';
import type { Bench } from './bench.ts';
import { openLog, recordProblem } from './steps.ts';
import { smallTargets } from './targets.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly string[];
}

async function violationsOf(screen: Screen): Promise<readonly Violation[]> {
  await screen.run(`(() => { ${AXE}; return globalThis.axe !== undefined; })()`);
  const found =
    await screen.run(`globalThis.axe.run(document, { resultTypes: ['violations'] }).then((result) =>
    JSON.parse(JSON.stringify(result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((n) => n.html + ' ' + n.failureSummary).slice(0, 3) })))))`);
  return found as readonly Violation[]; // as: the expression above builds just that
}

export async function expectNoBarrier(screen: Screen): Promise<void> {
  expect(await violationsOf(screen)).toEqual([]);
  expect(await smallTargets(screen)).toEqual([]);
}

const SCREENS = [
  ['the log', '/log', 'Record something else'],
  ['needs details', '/log?view=needs-details', 'Needs details'],
  ['an empty trash', '/log?view=trash', 'Trash'],
  ['backup and export', '/data', 'Make a backup'],
  ['settings', '/settings', 'What is masked'],
  ['something else', '/else', 'Pictures and files'],
  ['the welcome page', '/welcome', 'Keep a copy'],
] as const;

/** What a test looks for in each language. */
const WORDS = {
  en: {
    recorded: /Recorded \d/,
    log: 'Record something else',
    more: 'More',
    export: 'Export',
    preview: 'What goes out',
  },
  de: {
    recorded: /Festgehalten \d/,
    log: 'Etwas anderes festhalten',
    more: 'Mehr',
    export: 'Exportieren',
    preview: 'Was hinausgeht',
  },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];

async function popupHasNone({ driver, portal }: Bench, words: Words): Promise<void> {
  const tab = await driver.openPage(`${portal.origin}/error-id`);
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText(words.recorded);
  await expectNoBarrier(popup);
  await driver.dismissPopup();
  await tab.close();
}

async function issueHasNone({ driver }: Bench, words: Words): Promise<void> {
  const log = await openLog(driver);
  await log.click('link', 'For the barrier test');
  await log.waitForText('ACME-4032');
  await expectNoBarrier(log);
  await log.click('button', words.more);
  await expectNoBarrier(log);
  await log.click('menuitem', words.export);
  await log.waitForText(words.preview);
  await expectNoBarrier(log);
  await log.close();
}

export function accessibility(bench: () => Bench): void {
  describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
    it('the settings take the theme', async () => {
      const log = await openLog(bench().driver, '/settings');
      await log.click('radio', theme === 'light' ? /^Light$/ : /^Dark$/);
      await log.waitFor(
        (wanted: string) => document.documentElement.outerHTML.slice(0, 300).includes(wanted),
        [theme],
      );
      await log.close();
    });

    it('the popup has no barrier', () => popupHasNone(bench(), WORDS.en));

    it.each(SCREENS)('%s has no barrier', async (_name, route, text) => {
      await recordProblem(bench(), `/axe/${theme}`);
      const log = await openLog(bench().driver, route);
      await log.waitForText(text);
      await expectNoBarrier(log);
      await log.close();
    });

    it('an open issue, its menu and the export dialog have no barrier', async () => {
      await recordProblem(bench(), '/error-id', 'For the barrier test');
      await issueHasNone(bench(), WORDS.en);
    });

    it('the filled form for something else has no barrier', async () => {
      const page = await openLog(bench().driver, '/else');
      await page.click('radio', /^Earlier$/);
      await page.waitForElement('combobox', 'Give or take');
      const folder = mkdtempSync(join(tmpdir(), 'casebook-files-'));
      for (const [name, content] of [
        ['note.txt', 'It hums.'],
        ['empty.txt', ''],
      ] as const) {
        writeFileSync(join(folder, name), content);
        await page.chooseFile(join(folder, name));
        await page.waitForText(name);
      }
      rmSync(folder, { recursive: true });
      await page.waitForText('Draft kept');
      await expectNoBarrier(page);
      await page.reload();
      await page.waitForText('was not kept');
      await expectNoBarrier(page);
      await page.click('button', 'Start anew');
      await page.close();
    });

    it('the tools for several issues have no barrier', async () => {
      const log = await openLog(bench().driver);
      await log.waitForText('For the barrier test');
      await log.press('Control+a');
      await log.waitForText(/selected/);
      await expectNoBarrier(log);
      await log.close();
    });
  });

  it('the popup, the log and an open issue have no barrier in German', async () => {
    const settings = await openLog(bench().driver, '/settings');
    await settings.focus('combobox', 'Language');
    await settings.press('d');
    await settings.waitForText('Sprache');
    await settings.close();
    await popupHasNone(bench(), WORDS.de);
    const log = await openLog(bench().driver);
    await log.waitForText(WORDS.de.log);
    await expectNoBarrier(log);
    await log.close();
    await issueHasNone(bench(), WORDS.de);
  });
}
