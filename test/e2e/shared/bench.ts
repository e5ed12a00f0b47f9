import { afterAll, beforeAll, expect } from 'vitest';
import { startPortal, type Portal } from '../../../scripts/portal/server.ts';
import type { Driver, DriverOptions, ExtensionPage } from '../../support/browser/driver.ts';
import { startDisplay } from '../../support/browser/display.ts';
import type { Display } from '../../support/browser/display.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { launch } from '../../support/browser/launch.ts';

export interface Bench {
  readonly driver: Driver;
  readonly portal: Portal;
  /** Origin on this machine where nothing answers. */
  readonly gone: string;
  /** A page of the extension in the background, to look at the database through. */
  readonly reader: ExtensionPage;
  /** Keys and mouse are those of a display. */
  readonly onDisplay: boolean;
}

export interface BenchOptions extends Partial<DriverOptions> {
  /** Violations of the content security policy that the tests of this file provoke on purpose. */
  readonly expectedComplaints?: RegExp;
  /** On a display of its own, with real keys and a real mouse, where the machine has one (Xvfb and xdotool). */
  readonly realInput?: boolean;
}

/**
 * One browser and one portal for the tests of a file. Afterwards the whole run must have been without any violation of
 * the content security policy and without an uncaught error.
 */
export function inBrowser(
  name: BrowserName,
  { expectedComplaints, realInput = false, ...options }: BenchOptions = {},
): () => Bench {
  let bench: Bench | undefined;
  let display: Display | null = null;

  beforeAll(async () => {
    const [portal, closed] = [await startPortal(), await startPortal()];
    await closed.close();
    if (realInput) display = await startDisplay();
    const driver = await launch(name, realInput ? { ...options, display } : options);
    bench = {
      driver,
      portal,
      gone: closed.origin,
      onDisplay: display !== null,
      reader: await driver.openExtensionPage('options.html#/welcome'),
    };
  });

  afterAll(async () => {
    if (!bench) return;
    const complaints = await bench.driver.complaints();
    await bench.driver.close();
    await display?.close();
    await bench.portal.close();
    expect(complaints.filter((text) => !expectedComplaints?.test(text))).toEqual([]);
  });

  return () => {
    if (!bench) throw new Error('The browser has not been started.');
    return bench;
  };
}
