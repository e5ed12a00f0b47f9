import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { DirectoryThing } from '../../../lib/domain/directory/read-entry.ts';
import { starter } from '../../../lib/domain/directory/starters.ts';
import type { System } from '../../../lib/domain/directory/system.ts';
import { directoryText } from '../../../lib/export/directory/write-directory.ts';
import type { Popup, Tab } from '../../support/browser/driver.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { bodyOf, entriesOf } from './records.ts';
import type { StoredEntry } from './records.ts';
import { openLog } from './steps.ts';

const UNKNOWN = 'Whose system is this?';
const TIED = 'Which system is it?';

async function click({ driver, portal }: Bench, path: string): Promise<{ tab: Tab; popup: Popup }> {
  const tab = await driver.openPage(portal.origin + path);
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText(/Recorded \d/);
  return { tab, popup };
}

async function leave({ driver }: Bench, tab: Tab): Promise<void> {
  await driver.dismissPopup();
  await tab.close();
}

/** Entries of these kinds, oldest first, as `system.saved Acme ERP`. */
async function saidOf({ reader }: Bench, from = 0): Promise<readonly string[]> {
  const entries = (await entriesOf(reader)).toSorted((a, b) => a.n - b.n).slice(from);
  return entries
    .filter(({ kind }) => /^(?:system|provider)\.|^issue\.assigned$/.test(kind))
    .map((entry) => `${entry.kind} ${nameIn(entry)}`.trim());
}

function nameIn(entry: StoredEntry): string {
  const { value } = bodyOf(entry);
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

async function countOf({ reader }: Bench): Promise<number> {
  return (await entriesOf(reader)).length;
}

/** The field that has the keyboard, by its label. */
function focusedIs(label: string): boolean {
  const here = document.activeElement;
  return (
    here instanceof HTMLInputElement &&
    [...(here.labels ?? [])].some(({ textContent }) => textContent === label)
  );
}

/** What the field with the keyboard holds, and how much of it is selected. */
function suggestion(): readonly string[] {
  const here = document.activeElement;
  if (!(here instanceof HTMLInputElement)) return [];
  return [here.value, here.value.slice(here.selectionStart ?? 0, here.selectionEnd ?? 0)];
}

/** A new host, a system made in one step, and every later click knows it. */
export function systemByAddress(bench: () => Bench): void {
  describe('whose system it is', () => {
    it('is asked on an unknown address, and said by keyboard alone in one step', async () => {
      const { portal } = bench();
      const { tab, popup } = await click(bench(), '/invoices');
      await popup.waitForText(UNKNOWN);
      await popup.press('Shift+Tab');
      await popup.press('Enter');
      await popup.waitFor(focusedIs, ['What do you call it?']);
      // The page's own name is there already, selected, so that typing replaces it.
      await expect.poll(() => popup.evaluate(suggestion)).toEqual(['Acme ERP', 'Acme ERP']);
      await popup.type('Acme ERP');
      await popup.press('Tab');
      await popup.type('Acme GmbH');
      await popup.waitForText('“Acme GmbH” becomes a new provider.');
      await expect
        .poll(() => popup.evaluate(() => document.querySelector('select')?.value))
        .toBe(new URL(portal.origin).host);
      await popup.press('Enter');
      await popup.waitForText(/Acme ERP\s*· Acme GmbH/);
      expect(await saidOf(bench())).toEqual([
        'provider.saved Acme GmbH',
        'system.saved Acme ERP',
        'issue.assigned',
      ]);
      // The keyboard is back where it came from.
      await expect
        .poll(() => popup.evaluate(() => document.activeElement?.textContent))
        .toContain('Acme ERP');
      await leave(bench(), tab);
    });

    it('is known at the next click there, also after the background was stopped', async () => {
      const { driver } = bench();
      for (const path of ['/german', '/spa']) {
        const { tab, popup } = await click(bench(), path);
        await expect.poll(() => popup.text()).toMatch(/Acme ERP\s*· Acme GmbH/);
        await leave(bench(), tab);
        await driver.killBackground();
      }
    });

    it('is taken back with one click, as if it had never been said', async () => {
      const from = await countOf(bench());
      const { tab, popup } = await click(bench(), '/many');
      await popup.click('button', /^Acme ERP$/);
      await popup.click('option', /^New system…/);
      await popup.waitFor(focusedIs, ['What do you call it?']);
      await popup.type('Wrong name');
      await popup.click('button', /^Save$/);
      await popup.waitForText('Wrong name');
      await popup.click('button', 'Undo: Wrong name');
      await popup.waitForText(/Acme ERP\s*· Acme GmbH/);
      const said = (await saidOf(bench(), from)).join(', ');
      expect(said).toContain('system.retired');
      await leave(bench(), tab);
      const again = await click(bench(), '/many');
      expect(await again.popup.text()).toMatch(/Acme ERP\s*· Acme GmbH/);
      await leave(bench(), again.tab);
    });

    it('is put right with two clicks: this issue only, or the address from now on', async () => {
      const first = await click(bench(), '/500');
      await first.popup.click('button', /^Acme ERP$/);
      await first.popup.click('option', /^New system…/);
      await first.popup.waitFor(focusedIs, ['What do you call it?']);
      await first.popup.type('Month end');
      await first.popup.focus('combobox', 'From now on');
      await first.popup.press('ArrowDown');
      await first.popup.click('button', /^Save$/);
      await first.popup.waitForText('Month end');
      await leave(bench(), first.tab);

      // Only that issue: the address still belongs to the first one.
      const second = await click(bench(), '/iframe');
      expect(await second.popup.text()).toContain('Acme ERP');
      await second.popup.click('button', /^Acme ERP$/);
      await second.popup.waitForElement('option', /^Month end/);
      await second.popup.type('month');
      await second.popup.press('Enter');
      await second.popup.waitFor(() => document.querySelector('dialog:modal') === null);
      await second.popup.waitForText('Month end');
      await leave(bench(), second.tab);

      const third = await click(bench(), '/error-id');
      expect(await third.popup.text()).toContain('Month end');
      await leave(bench(), third.tab);
      await expectWholeLog(bench().reader);
    });
  });
}

type Patterns = System['patterns'];
type Claim = NonNullable<Agreement['versions'][number]['claim']>;

function toldWithin(hours: number): Claim {
  return { notifyBy: { anchor: 'incident', plusHours: hours }, requiredEvidence: [] };
}

/** Runs in a page of the extension: one value of its local area, as text. */
async function localText(key: string): Promise<string> {
  const scope = globalThis as unknown as {
    chrome: { storage: { local: { get(key: string): Promise<object> } } };
  }; // as: both browsers have it
  return JSON.stringify(await scope.chrome.storage.local.get(key));
}

/** Systems of one provider, taken in as a set-up file on the page; with `tellWithinHours` its agreement says so. */
async function takeIn(
  { driver, reader }: Bench,
  names: readonly string[],
  patterns: Patterns,
  tellWithinHours?: number,
): Promise<void> {
  const id = () => crypto.randomUUID();
  const providerId = id();
  const { calendars, agreement } = starter('cloud', {
    ids: id,
    providerId,
    tz: 'Europe/Berlin',
    validFrom: '2026-01-01',
    names: { agreement: 'Service agreement', aroundTheClock: 'Always', officeHours: 'Office' },
  });
  const agreed =
    tellWithinHours === undefined
      ? agreement
      : {
          ...agreement,
          versions: agreement.versions.map((version) => ({ ...version, claim: toldWithin(tellWithinHours) })),
        };
  const things: DirectoryThing[] = [
    { kind: 'provider', value: { id: providerId, name: 'Acme GmbH', kind: 'msp', channels: [] } },
    ...calendars.map((value) => ({ kind: 'calendar', value }) as const),
    { kind: 'agreement', value: agreed },
    ...names.map((name) => ({
      kind: 'system' as const,
      value: {
        id: id(),
        name,
        providerId,
        agreementId: agreement.id,
        patterns,
        environment: 'prod' as const,
        criticality: 2,
        aliases: [],
      },
    })),
  ];
  const file = join(driver.downloads, `set-up-${providerId}.json`);
  writeFileSync(file, directoryText({ madeAt: new Date().toISOString(), version: '0.1.0' }, things));
  const page = await openLog(driver, '/providers');
  await page.waitForElement('button', 'Take in a set-up file…');
  await page.chooseFile(file);
  await page.click('button', /^Take in \d+ things$/);
  await page.waitForText(/\d+ new things, 0 replaced\./);
  // A page tells the background a moment after it has saved.
  await vi.waitFor(
    async () => {
      const told = await reader.evaluate(localText, 'directory.digest');
      for (const name of names) expect(told).toContain(`"name":"${name}"`);
    },
    { timeout: 10_000 },
  );
  await page.close();
}

/** Two systems at one address, and an agreement by which the provider must be told at once. */
export function tiesAndDeadlines(bench: () => Bench): void {
  describe('an address of two systems', () => {
    beforeAll(async () => {
      const { origin } = bench().portal;
      await takeIn(bench(), ['Orders', 'Stock'], [{ kind: 'urlPrefix', pattern: `${origin}/start` }]);
    });

    it('asks which one it is, and takes the answer for this issue', async () => {
      const { tab, popup } = await click(bench(), '/start');
      await popup.click('button', TIED);
      await popup.waitForText('fits here');
      await expect.poll(() => popup.evaluate(() => document.querySelector('select')?.value)).toBe('');
      await popup.click('option', /^Stock/);
      await popup.waitForText(/Stock\s*· Acme GmbH/);
      await popup.click('button', 'Undo: Stock');
      await popup.waitForElement('button', TIED);
      await leave(bench(), tab);
    });
  });

  describe('an agreement with a rule to tell the provider', () => {
    beforeAll(async () => {
      const { host } = new URL(bench().portal.origin);
      await takeIn(bench(), ['Acme ERP'], [{ kind: 'host', pattern: host }], 1);
    });

    it('is said in the popup with the time, and after a silent record in the next one', async () => {
      const { driver, reader, portal } = bench();
      const { tab, popup } = await click(bench(), '/german');
      // The day is said where it is not today.
      await popup.waitForText(/Tell Acme GmbH by (?:.*, )?\d+:\d\d.*\(60-minute rule\)/);
      await driver.dismissPopup();
      await driver.pressShortcut(tab, 'alt+shift+l', 'record-silently');
      await expect
        .poll(
          async () =>
            (await entriesOf(reader)).filter(({ json }) => json?.includes('"via":"shortcut"')).length,
        )
        .toBe(1);
      await tab.goto(`${portal.origin}/spa`);
      const next = await driver.clickToolbar(tab);
      await next.waitForText(/Recorded silently at \d/);
      await expect.poll(async () => (await next.text()).match(/Tell Acme GmbH by/g)).toHaveLength(2);
      await leave(bench(), tab);
    });
  });
}

/** Runs in a page of the extension: what the full page writes, and tells the background. */
async function putOwed(steps: readonly { from: number; n: number; title: string }[]): Promise<void> {
  interface Scope {
    storage: { local: { set(items: object): Promise<void> } };
    runtime: { sendMessage(message: object): Promise<unknown> };
  }
  const scope = globalThis as unknown as Record<'browser' | 'chrome', Scope | undefined>; // as: one of them is there
  const own = scope.browser ?? scope.chrome;
  await own?.storage.local.set({ owed: { v: 1, steps } });
  await own?.runtime.sendMessage({ verb: 'owed.changed' });
}

interface Action {
  getBadgeText(of: object): Promise<string>;
  getTitle(of: object): Promise<string>;
}

/** Runs in the background. */
async function buttonSays(): Promise<string> {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', { action: Action } | undefined>; // as: one of them is there
  const action = (scope.browser ?? scope.chrome)?.action;
  return `${(await action?.getBadgeText({})) ?? ''} | ${(await action?.getTitle({})) ?? ''}`;
}

/** The number on the toolbar button. */
export function owedNumber(bench: () => Bench): void {
  describe('the number on the toolbar button', () => {
    const title = (n: number) => `Record a problem · Waiting for you: ${n} promises due`;
    const says = () => bench().driver.inBackground(buttonSays);

    it('says how much we owe, also in words, makes way for the tick and comes back', async () => {
      const { reader } = bench();
      await reader.evaluate(putOwed, [{ from: Date.now() - 1000, n: 2, title: title(2) }]);
      // The tick of the record before this one may still lie over it.
      await expect.poll(says, { timeout: 6000 }).toBe(`2 | ${title(2)}`);
      const { tab } = await click(bench(), '/start');
      await expect.poll(says, { timeout: 2500, interval: 50 }).toBe(`✓ | ${title(2)}`);
      await expect.poll(says, { timeout: 6000 }).toBe(`2 | ${title(2)}`);
      await leave(bench(), tab);
    });

    it('changes by itself when a promise falls due, though the background is stopped and no page is open', async () => {
      const { reader, driver } = bench();
      const now = Date.now();
      await reader.evaluate(putOwed, [
        { from: now, n: 0, title: '' },
        { from: now + 4000, n: 1, title: title(1) },
      ]);
      await expect.poll(says, { timeout: 6000 }).toBe(' | Record a problem');
      await driver.killBackground();
      await expect.poll(says, { timeout: 60_000, interval: 500 }).toBe(`1 | ${title(1)}`);
    });
  });
}

/** Last in its file: the browser's pages are gone afterwards. */
export function knownAfterTheEnd(bench: () => Bench): void {
  describe('after the browser was killed', { retry: 0 }, () => {
    it('the system is known and the number stands, without any page of the extension', async () => {
      const { driver, reader } = bench();
      const now = Date.now();
      await reader.evaluate(putOwed, [
        { from: now - 1000, n: 0, title: '' },
        { from: now + 100, n: 3, title: 'Record a problem · three' },
      ]);
      await driver.kill9();
      await expect
        .poll(() => driver.inBackground(buttonSays), { timeout: 20_000, interval: 250 })
        .toBe('3 | Record a problem · three');
      const { tab, popup } = await click(bench(), '/german');
      await popup.waitForText('Month end');
      await leave(bench(), tab);
    });
  });
}

/** Nothing in it keeps anybody out, in both colours and in German. */
export function chooserBarriers(bench: () => Bench): void {
  describe.each(['light', 'dark'] as const)('choosing a system in %s colours', (theme) => {
    it('has no barrier', async () => {
      const settings = await openLog(bench().driver, '/settings');
      await settings.click('radio', theme === 'light' ? /^Light$/ : /^Dark$/);
      await settings.waitFor(
        (wanted: string) => document.documentElement.outerHTML.slice(0, 300).includes(wanted),
        [theme],
      );
      await settings.close();
      const { tab, popup } = await click(bench(), '/hang-free');
      await expectNoBarrier(popup);
      await popup.click('button', /^(?:Month end|Acme ERP)$/);
      await popup.waitForElement('option', /^New system…/);
      await expectNoBarrier(popup);
      await popup.press('ArrowDown');
      await expectNoBarrier(popup);
      await popup.click('option', /^New system…/);
      await popup.waitForElement('button', /^Save$/);
      await expectNoBarrier(popup);
      await popup.press('Escape');
      await leave(bench(), tab);
    });
  });
}
