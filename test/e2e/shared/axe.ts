import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../../support/browser/screen.ts';
import type { Bench } from './bench.ts';
import { openLog, recordProblem } from './steps.ts';

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

const SCREENS = [
  ['the log', '/log', 'Needs details'],
  ['needs details', '/log?view=needs-details', 'Needs details'],
  ['an empty trash', '/log?view=trash', 'Trash'],
  ['backup and export', '/data', 'Make a backup'],
  ['settings', '/settings', 'What is masked'],
  ['the welcome page', '/welcome', 'Keep a copy'],
] as const;

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

    it('the popup has no barrier', async () => {
      const { driver, portal } = bench();
      const tab = await driver.openPage(`${portal.origin}/invoices`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      expect(await violationsOf(popup)).toEqual([]);
      await driver.dismissPopup();
      await tab.close();
    });

    it.each(SCREENS)('%s has no barrier', async (_name, route, text) => {
      await recordProblem(bench(), `/axe/${theme}`);
      const log = await openLog(bench().driver, route);
      await log.waitForText(text);
      expect(await violationsOf(log)).toEqual([]);
      await log.close();
    });

    it('an open issue and the export dialog have no barrier', async () => {
      await recordProblem(bench(), '/error-id', 'For the barrier test');
      const log = await openLog(bench().driver);
      await log.click('link', 'For the barrier test');
      await log.waitForText('ACME-4032');
      expect(await violationsOf(log)).toEqual([]);
      await log.click('button', 'More');
      await log.click('menuitem', 'Export');
      await log.waitForText('What goes out');
      expect(await violationsOf(log)).toEqual([]);
      await log.close();
    });
  });
}
