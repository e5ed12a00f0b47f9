import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startPortal, type Portal } from '../../scripts/portal/server.ts';
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
  /** A browser whose copies hold the wanted logs; they are made once and kept for later runs. */
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
      if (!existsSync(join(kept, 'seeded'))) {
        await rm(kept, { recursive: true, force: true });
        await mkdir(kept, { recursive: true });
        const browser = await openBenchBrowser(
          kept,
          wanted.map(({ copy }) => folderOf(copy)),
        );
        for (const one of wanted) {
          console.log(`  seeding ${one.issues} issues for ${name}…`);
          await seed(browser, one);
        }
        await browser.close();
        await mkdir(join(kept, 'seeded'));
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
