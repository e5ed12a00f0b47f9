import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import { dueAt } from '../../../lib/domain/time/business-time.ts';
import { MINUTE, instantOf, msOf } from '../../../lib/domain/time/instant.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import { launch } from '../../support/browser/launch.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { addProvider, thingsOf } from './provider-steps.ts';
import { entriesOf } from './records.ts';
import { downloaded, openLog } from './steps.ts';

/** Chooses in a native list, which no driver can open. */
async function choose(page: ExtensionPage, label: string, value: string): Promise<void> {
  await page.waitForElement('combobox', label);
  const chosen = (name: string, wanted: string) => {
    const selects = [...document.querySelectorAll('select')];
    const select = selects.find((one) =>
      [...one.labels].some(({ textContent }) => textContent.trim() === name),
    );
    if (!select || ![...select.options].some((option) => option.value === wanted)) return false;
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  };
  await page.waitFor(chosen, [label, value], 20_000);
}

async function unfold(page: ExtensionPage, summary: string): Promise<void> {
  await page.waitForText(summary);
  await page.evaluate((text) => {
    const all = [...document.querySelectorAll<HTMLElement>('summary')];
    all.find(({ textContent }) => textContent === text)?.click();
  }, summary);
}

/** The hours of the first calendar of a new provider, opened to be given holidays. */
async function editHours(bench: Bench, name: string): Promise<ExtensionPage> {
  const made = await addProvider(bench, { name, address: `${name.toLowerCase()}.example` });
  await made.close();
  const calendar = await hoursOf(bench, name);
  const page = await openLog(bench.driver, `/providers/calendars/${calendar.id}`);
  await page.click('button', 'Holidays and exceptions…');
  await unfold(page, 'Add public holidays or closures…');
  return page;
}

async function hoursOf(bench: Bench, name: string) {
  const found = (await thingsOf(bench, 'calendar')).find((one) => String(one['name']).startsWith(name));
  return workingCalendar.parse(found);
}

const calendarFile = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

/** Holidays of a country and days of a calendar file, put into working hours. */
export function holidays(bench: () => Bench): void {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'casebook-setup-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  describe('public holidays', () => {
    it('of Bavaria move what is due on the next working day', { timeout: 120_000 }, async () => {
      const page = await editHours(bench(), 'Bavaria');
      const before = await hoursOf(bench(), 'Bavaria');
      await choose(page, 'Country', 'DE');
      await choose(page, 'State or part of the country', 'BY');
      await page.waitForText(/Corpus Christi|Fronleichnam/, 20_000);
      await expectNoBarrier(page);
      await page.click('button', /^Put \d+ days into the calendar$/);
      await page.waitForText(/days stand among the exceptions now/);
      await page.click('button', 'Save hours');
      await page.waitForText('Bavaria: ');
      await page.waitForText('DE-BY');

      const after = await hoursOf(bench(), 'Bavaria');
      expect(after.source).toBe('DE-BY');
      // Reported on the eve of Corpus Christi, half an hour before closing: due on Friday instead of Thursday.
      const due = ({ versions }: typeof after) =>
        instantOf(
          dueAt({ tz: 'Europe/Berlin', versions }, msOf('2026-06-03T14:30:00.000Z'), 60 * MINUTE, []) ?? 0,
        );
      expect(due(before)).toBe('2026-06-04T07:30:00.000Z');
      expect(due(after)).toBe('2026-06-05T07:30:00.000Z');
      await page.close();
    });
  });

  describe('a calendar file', () => {
    it('closes its whole days and leaves the change of the clock alone', { timeout: 120_000 }, async () => {
      const page = await editHours(bench(), 'Closures');
      await page.click('radio', 'From a calendar file');
      await page.waitForText('or drop it here');
      await page.chooseFile(
        file(
          'closures.ics',
          calendarFile(
            'SUMMARY:Stocktaking\r\nDTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270106',
            'SUMMARY:Founders\r\nDTSTART;VALUE=DATE:20200310\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20280310',
            'SUMMARY:Daylight saving time begins\r\nDTSTART;VALUE=DATE:20270328',
          ),
        ),
      );
      await page.waitForText('Whole days in closures.ics');
      await page.click('button', /^Put \d+ days into the calendar$/);
      await page.click('button', 'Save hours');
      await page.waitForText('Holidays from: closures.ics');
      const exceptions = (await hoursOf(bench(), 'Closures')).versions.at(-1)?.hours.exceptions ?? {};
      expect(exceptions).toMatchObject({ '2027-01-04': [], '2027-01-05': [], '2027-03-10': [] });
      for (const date of ['2027-01-06', '2027-03-28', '2028-03-10'])
        expect(exceptions).not.toHaveProperty(date);
      await page.close();
    });

    it(
      'that is something else, or made to hurt, is refused in one sentence',
      { timeout: 120_000 },
      async () => {
        const page = await editHours(bench(), 'Hostile');
        const before = (await entriesOf(bench().reader)).length;
        await page.click('radio', 'From a calendar file');
        await page.waitForText('or drop it here');
        const nested = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(20_000)}END:VCALENDAR`;
        for (const [name, content, sentence] of [
          ['a.ics', 'Hello', 'This is not a calendar file (.ics), or it is damaged.'],
          ['b.ics', nested, 'This file holds more entries or days than a calendar of holidays does.'],
          ['c.ics', calendarFile(`SUMMARY:${'x'.repeat(3 << 20)}`), 'This file is larger than'],
          ['d.ics', '', 'This file is empty.'],
        ] as const) {
          await page.chooseFile(file(name, content));
          await page.waitForText(sentence);
          await page.waitForText('Nothing was changed.');
        }
        expect(await entriesOf(bench().reader)).toHaveLength(before);
        await page.close();
      },
    );
  });
}

/** One person sets up another. */
export function setUpFile(bench: () => Bench): void {
  describe('a set-up file', () => {
    it(
      'brings what one has set up into the profile of another, and can be undone',
      { timeout: 180_000 },
      async () => {
        const { driver } = bench();
        const made = await addProvider(bench(), { name: 'Handed on', address: 'handed-on.example' });
        await made.close();
        const list = await openLog(driver, '/providers');
        await list.click('button', 'Save the set-up as a file');
        const path = await downloaded(driver, /^casebook-directory_.*\.json$/);
        await list.close();
        const mine = await thingsOf(bench(), 'agreement');

        const other = await launch(driver.name);
        try {
          const page = await openLog(other, '/providers');
          await page.waitForElement('button', 'Take in a set-up file…');
          await page.chooseFile(path);
          await page.waitForElement('button', /^Take in \d+ things$/);
          await expectNoBarrier(page);
          expect(await thingsOf({ reader: page }, 'provider')).toEqual([]);
          await page.click('button', /^Take in \d+ things$/);
          await page.waitForText(/\d+ new things, 0 replaced\./);
          await page.waitForElement('link', 'Handed on');
          expect(await thingsOf({ reader: page }, 'agreement')).toEqual(mine);

          const broken = join(other.downloads, 'broken.json');
          writeFileSync(broken, readFileSync(path, 'utf8').slice(0, -20));
          await page.chooseFile(broken);
          await page.waitForText('This is not a set-up file, or it is damaged. Nothing was changed.');
          await page.chooseFile(path);
          await page.waitForText('Everything in this file is here already.');
          expect(await thingsOf({ reader: page }, 'agreement')).toEqual(mine);
          expect(await other.complaints()).toEqual([]);
        } finally {
          await other.close();
        }
      },
    );
  });
}
