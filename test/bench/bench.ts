import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startPortal, type Portal } from '../../scripts/portal/server.ts';
import { extensionId } from '../support/browser/chromium.ts';
import { openBenchBrowser, type BenchBrowser } from './bench-browser.ts';
import { folderOf, makeCopies, PROFILES, type Copy } from './copies.ts';
import { seedScript, seedVersion } from './seeding.ts';

/** What a copy's log holds before its section is measured. */
export type Seeded = Readonly<{ copy: Copy; issues: number; pictureBytes?: number; alike?: boolean }>;

export interface BenchSession {
  readonly browser: BenchBrowser;
  readonly portal: Portal;
}

/** Opens browsers for the sections and cleans up after them. */
export interface Bench {
  openEmpty(copies: readonly Copy[]): Promise<BenchSession>;
  /** A browser whose copies hold the wanted logs; each is made once and kept for later runs, also when this one is ended. */
  openSeeded(name: string, wanted: readonly Seeded[], empty?: readonly Copy[]): Promise<BenchSession>;
  /** A folder that is gone after the section. */
  folder(): Promise<string>;
  rest(ms: number): Promise<unknown>;
  browserVersion(): string;
  /** Ends the browsers of the section. */
  close(): Promise<void>;
}

/** Loads the seed code into a page of the extension and fills its log through the product's own store. */
async function seed(
  browser: BenchBrowser,
  { copy, issues, pictureBytes = 0, alike = false }: Seeded,
): Promise<void> {
  // Not a page of ours: the log on it would show every change meanwhile.
  const page: Page = await browser.extensionPage(folderOf(copy), 'manifest.json');
  await page.evaluate(await seedScript());
  await page.evaluate(`casebookBench.fill(${issues}, ${pictureBytes}, ${alike})`);
  await page.close();
}

/** What a run that was ended half way left of a copy's log. */
async function forget(profile: string, copy: Copy): Promise<void> {
  const id = extensionId(folderOf(copy));
  for (const area of ['IndexedDB', 'Local Extension Settings']) {
    const folder = join(profile, 'Default', area);
    const names = existsSync(folder) ? await readdir(folder) : [];
    const left = names.filter((file) => file.includes(id));
    for (const file of left) await rm(join(folder, file), { recursive: true, force: true });
  }
}

export async function createBench(): Promise<Bench> {
  await makeCopies();
  let version = '';
  let ends: (() => Promise<unknown>)[] = [];

  const open = async (profile: string, copies: readonly Copy[]): Promise<BenchSession> => {
    const portal = await startPortal();
    ends.push(() => portal.close());
    const browser = await openBenchBrowser(profile, [...copies, 'blank' as const].map(folderOf));
    ends.push(() => browser.close());
    version = browser.version;
    return { browser, portal };
  };
  const temporary = async (): Promise<string> => {
    const profile = await mkdtemp(join(tmpdir(), 'casebook-bench-'));
    ends.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    return profile;
  };

  return {
    openEmpty: async (copies) => open(await temporary(), copies),
    async openSeeded(name, wanted, empty = []) {
      const kept = join(PROFILES, `${name}-${await seedVersion(wanted)}`);
      await mkdir(kept, { recursive: true });
      for (const one of wanted) {
        const done = join(kept, `seeded-${one.copy}`);
        if (existsSync(done)) continue;
        await forget(kept, one.copy);
        const folder = folderOf(one.copy);
        const browser = await openBenchBrowser(kept, [folder]);
        console.log(`  seeding ${one.issues} issues for ${name}…`);
        await seed(browser, one);
        await browser.close();
        await mkdir(done);
      }
      const profile = await temporary();
      await cp(kept, profile, { recursive: true });
      return open(profile, [...wanted.map(({ copy }) => copy), ...empty]);
    },
    folder: temporary,
    rest: (ms) => wait(ms),
    browserVersion: () => version,
    async close() {
      for (const end of ends.toReversed()) await end();
      ends = [];
    },
  };
}
