import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';

/** Runs in a page or in the background: makes a policy of that name, or says that it was refused. */
function makePolicy(name: string): string {
  try {
    Reflect.get(globalThis, 'trustedTypes').createPolicy(name, { createScriptURL: (url: string) => url });
    return 'made';
  } catch (error) {
    return error instanceof TypeError ? 'refused' : String(error);
  }
}

/** Runs in a page. */
function setHtml(): string {
  try {
    Reflect.set(document.createElement('div'), 'innerHTML', '<b>bold</b>');
    return 'set';
  } catch (error) {
    return error instanceof TypeError ? 'refused' : String(error);
  }
}

/** Runs in Chromium's worker. */
function importPlainText(file: string): string {
  try {
    Reflect.get(globalThis, 'importScripts')(file);
    return 'imported';
  } catch (error) {
    return error instanceof TypeError ? 'refused' : String(error);
  }
}

const NAMES = ['casebook-rest', 'default', 'another'];

/** Nothing turns text into HTML or into the address of a script, anywhere. Provokes violations on purpose. */
export function trustedTypes(bench: () => Bench): void {
  describe('trusted types', { retry: 0 }, () => {
    it('cannot be made in any page, and no page takes HTML from a text', async () => {
      const { driver, portal, reader } = bench();
      const popup = await driver.clickToolbar(await driver.openPage(`${portal.origin}/types`));
      await popup.waitForText(/Recorded \d/);
      for (const page of [popup, reader]) {
        for (const name of NAMES) expect(await page.evaluate(makePolicy, name), name).toBe('refused');
        expect(await page.evaluate(setHtml)).toBe('refused');
      }
      await driver.dismissPopup();
    });

    it('cannot be made in the background but for the one that has been made', async () => {
      const { driver } = bench();
      for (const name of NAMES) expect(await driver.inBackground(makePolicy, name), name).toBe('refused');
      if (driver.name === 'chromium')
        for (const file of ['/background-rest.js', '/popup-first.js'])
          expect(await driver.inBackground(importPlainText, file), file).toBe('refused');
    });
  });
}
