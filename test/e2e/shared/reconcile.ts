import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { addProvider, exactly } from './provider-steps.ts';
import { entriesOf } from './records.ts';
import { downloaded } from './steps.ts';

/** What stands in the preview. Runs in a page. */
const shown = (text: string) =>
  document
    .querySelector('[aria-label="What goes out, as it goes out"]')
    ?.shadowRoot?.textContent.includes(text) === true;

export function ticketExport(bench: () => Bench): void {
  describe('the tickets of a provider', () => {
    it('are compared with the log from their CSV, and the comparison goes out as a table', async () => {
      const { driver, reader } = bench();
      const name = `Tickets ${randomInt(1_000_000)}`;
      const number = `INC-${randomInt(1_000_000)}`;
      const page = await addProvider(bench(), { name, address: `https://t${randomInt(1_000_000)}.example/` });
      const before = (await entriesOf(reader)).length;
      const folder = mkdtempSync(join(tmpdir(), 'casebook-tickets-'));
      try {
        const file = join(folder, 'export.csv');
        writeFileSync(
          file,
          Buffer.from(
            `Nummer;Kurzbeschreibung;Status;Eröffnet\r\n${number};"=Drucker für alle";Offen;03/04/2026 10:00\r\n`,
            'latin1',
          ),
        );
        await page.click('link', exactly('Their tickets'));
        await page.waitForElement('button', 'Choose ticket export');
        await page.chooseFile(file);
        await page.waitForText('Choose the order of day and month first.');
        await page.focus('combobox', 'Order of day and month');
        // By its first letter: no driver can open a native list.
        await page.press('d');
        await page.waitFor(shown, [number]);
        await page.waitFor(shown, ['Apr 3, 2026']);
        await expectNoBarrier(page);
        await page.click('button', 'As table (CSV)');
        await page.waitForText('Saved as tickets-compared-');
        const table = readFileSync(await downloaded(driver, /^tickets-compared-tickets-.*\.csv$/), 'utf8');
        expect(table).toContain(`"In their file, not in our log","${number}","2","'=Drucker für alle"`);
        // Nothing was written into the log.
        expect(await entriesOf(reader)).toHaveLength(before);
      } finally {
        rmSync(folder, { recursive: true });
      }
      await page.close();
    });
  });
}
