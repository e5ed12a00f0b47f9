import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from '../../test/support/browser/driver.ts';
import type { Portal } from '../portal/server.ts';

const NOTE = 'The invoice list stays empty. Reloading does not help; I could not send the reminders.';

async function finished(folder: string, name: RegExp): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const file = (await readdir(folder)).find((found) => name.test(found));
    if (file !== undefined) return join(folder, file);
    await wait(100);
  }
  throw new Error(`No file ${String(name)} arrived in ${folder} within 30 seconds.`);
}

/** The main job as a person does it, in a browser without a window: click, type, find in the log, export a report. */
export async function doMainJob(
  driver: Driver,
  portal: Portal,
  say: (line: string) => void,
): Promise<string> {
  const tab = await driver.openPage(`${portal.origin}/invoices`);
  // The slow request of that page takes a little over three seconds.
  await wait(4000);
  say('A page of the portal is open; its requests failed. Clicking the toolbar button…');
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText(/Recorded \d/);
  say(`The popup says: ${/Recorded .*/.exec(await popup.text())?.[0] ?? ''}`);
  await popup.type(NOTE);
  await popup.press('Enter');
  while (await popup.isOpen()) await wait(50);

  const log = await driver.openExtensionPage('options.html#/log');
  await log.bringToFront();
  await log.waitForText('The invoice list stays empty');
  say('The log shows the issue with its note. Exporting the report…');
  const data = await driver.openExtensionPage('options.html#/data');
  await data.bringToFront();
  await data.click('button', 'Export everything');
  await data.waitForText('What goes out');
  await data.click('radio', /^Report$/);
  await data.click('button', /^Export \d/);
  await data.waitForText('handed to your downloads', 60_000);
  return finished(driver.downloads, /^casebook.*\.html$/);
}
