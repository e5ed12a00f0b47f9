import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../lib/setup.mjs';
import { closure, type BuiltFile } from './closure.ts';

const KB = 1024;

/** A word that is in every build of Dexie, minified or not. */
const DEXIE = 'DexieError';

interface Budget {
  readonly what: string;
  readonly entry: string;
  readonly limit: number;
  readonly database: boolean;
}

const BUDGETS: readonly Budget[] = [
  { what: 'popup', entry: 'popup.html', limit: 25 * KB, database: false },
  // All of it is loaded at every start: docs/decisions/0015 says why nothing can come later, 0009, 0014 and 0017 what it consists of.
  // What it weighs, rounded up: it may only become less.
  { what: 'background', entry: 'background.js', limit: 109 * KB, database: true },
];

const weigh = (file: BuiltFile) => gzipSync(file.text, { level: 9 }).length;
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;

async function faultsOf(folder: string, budget: Budget): Promise<readonly string[]> {
  const files = (await closure(folder, budget.entry)).filter((file) => !file.name.endsWith('.html'));
  const total = files.reduce((bytes, file) => bytes + weigh(file), 0);
  console.log(`${budget.what}: ${kb(total)} of ${kb(budget.limit)} (gzip)`);
  for (const file of files) console.log(`  ${kb(weigh(file)).padStart(9)}  ${file.name}`);
  const hasDatabase = files.some((file) => file.text.includes(DEXIE));
  const faults: string[] = [];
  if (total > budget.limit)
    faults.push(`${budget.what} weighs ${kb(total)}, allowed are ${kb(budget.limit)}`);
  if (total === 0) faults.push(`${budget.what} reaches no script at all`);
  if (hasDatabase && !budget.database) faults.push(`${budget.what} contains the database library`);
  // Without this, a renamed class in the library would make the check above pass on everything.
  if (!hasDatabase && budget.database) faults.push(`${budget.what} was expected to contain “${DEXIE}”`);
  return faults;
}

/** Weighs what the popup and the background can ever load, in both builds. */
export async function main(): Promise<number> {
  let code = 0;
  for (const browser of ['chrome-mv3', 'firefox-mv3']) {
    console.log(browser);
    for (const budget of BUDGETS) {
      for (const fault of await faultsOf(join(ROOT, '.output', browser), budget)) {
        console.log(`✗ ${fault}`);
        code = 1;
      }
    }
  }
  return code;
}
