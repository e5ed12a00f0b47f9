import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { bodyOf, entriesOf } from './records.ts';
import { openLog } from './steps.ts';

/** A name as a whole, for buttons whose names begin alike. */
export const exactly = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Puts text into a field in place of what stands there, as a person does. */
export async function fill(page: ExtensionPage, name: string | RegExp, text: string): Promise<void> {
  await page.focus('textbox', name);
  await page.press('Control+a');
  if (text === '') await page.press('Delete');
  else await page.type(text);
}

/** Closes the message at the bottom, which would lie over what is clicked next. */
export async function dismissMessage(page: ExtensionPage): Promise<void> {
  await page.click('button', /^Dismiss$/);
  await page.waitFor(() => document.querySelector('[role=status] li') === null);
}

export interface SetUp {
  readonly name: string;
  readonly address: string;
  readonly starter?: RegExp;
}

/** A provider through the form; ends on its page. */
export async function addProvider(
  { driver }: Bench,
  { name, address, starter }: SetUp,
): Promise<ExtensionPage> {
  const page = await openLog(driver, '/providers/new');
  await fill(page, 'Who is the provider?', name);
  await fill(page, 'Address of what they run for you', address);
  if (starter) await page.click('radio', starter);
  await page.click('button', 'Add provider');
  await page.waitForElement('heading', 'Both sides');
  await dismissMessage(page);
  return page;
}

/** The things of the directory as they lie on disk: the last body of each, in the order in which they came to be. */
export async function thingsOf({ reader }: Pick<Bench, 'reader'>, kind: string) {
  const last = new Map<string, Record<string, unknown>>();
  for (const entry of await entriesOf(reader)) {
    if (!entry.kind.startsWith(`${kind}.`)) continue;
    const body = bodyOf(entry);
    const value = body['value'] as Record<string, unknown> | undefined; // as: the outline of the schema
    if (value) last.set(String(value['id']), value);
    else last.delete(String(body['id']));
  }
  return [...last.values()];
}
