import { describe, it } from 'vitest';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { recordPayment } from './editor.ts';
import { openLog } from './steps.ts';

export function editorBarriers(bench: () => Bench): void {
  describe.each(['light', 'dark'] as const)('the picture editor in %s colours', (theme) => {
    it('has no barrier, nor has any question it asks', { timeout: 120_000 }, async () => {
      const { driver } = bench();
      const settings = await openLog(driver, '/settings');
      await settings.click('radio', theme === 'light' ? /^Light$/ : /^Dark$/);
      await settings.waitFor(
        (wanted: string) => document.documentElement.outerHTML.slice(0, 300).includes(wanted),
        [theme],
      );
      await settings.close();
      const { issueId } = await recordPayment(bench(), theme);
      const log = await openLog(driver, `/log/${issueId}`);
      await log.click('button', 'Mark up or redact');
      // With suggestions, and nothing selected.
      await log.waitForText('Fields that ask for secrets');
      await expectNoBarrier(log);
      await log.focus('application', 'Picture with its marks');
      // With one mark of every kind; of each, its own fields.
      for (const tool of ['b', 'a', 'l', 'h', 'm', 'r', 'c']) {
        await log.press(tool);
        await log.press('Enter');
        await expectNoBarrier(log);
      }
      await log.press('t');
      await log.press('Enter');
      await log.waitFor(() => document.activeElement instanceof HTMLTextAreaElement);
      await log.type('Here');
      await expectNoBarrier(log);
      await log.press('Escape');
      await log.press('?');
      await log.waitForText('Select the next mark');
      await expectNoBarrier(log);
      await log.press('Escape');
      await log.click('button', 'Remove original');
      await log.waitForText('The untouched picture is deleted');
      await expectNoBarrier(log);
      await log.click('button', 'Cancel');
      await log.click('button', /^Close$/);
      await log.waitForText('Save the marks?');
      await expectNoBarrier(log);
      await log.click('button', 'Leave without saving');
      await log.close();
    });
  });
}
