import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../lib/setup.mjs';
import { closure, type BuiltFile } from './closure.ts';

const KB = 1024;

/** A word that is in every build of Dexie, minified or not. */
const DEXIE = 'DexieError';

/** A part that is loaded only when somebody asks for it, with all that nothing else loads. */
interface LazyPart {
  readonly what: string;
  /** Name of the component it begins with, which is the name of its files. */
  readonly name: string;
  readonly limit: number;
}

interface Budget {
  readonly what: string;
  readonly entry: string;
  readonly limit: number;
  readonly database: boolean;
  readonly lazy: readonly LazyPart[];
  /** Names of parts of which exactly one is loaded. */
  readonly oneOf: readonly string[];
}

const BUDGETS: readonly Budget[] = [
  {
    what: 'popup',
    entry: 'popup.html',
    limit: 25 * KB,
    database: false,
    // Whatever is not named here counts as loaded at opening, lazy imports included: docs/decisions/0019.
    lazy: [{ what: 'system chooser', name: 'SystemChooser', limit: 6 * KB }],
    oneOf: ['speak-en', 'speak-de'],
  },
  // All of it is loaded at every start: docs/decisions/0015 says why nothing can come later, 0009, 0014 and 0017 what it consists of.
  // What it weighs, rounded up: it may only become less.
  { what: 'background', entry: 'background.js', limit: 110 * KB, database: true, lazy: [], oneOf: [] },
];

const weigh = (file: BuiltFile) => gzipSync(file.text, { level: 9 }).length;
const weighAll = (files: readonly BuiltFile[]) => files.reduce((bytes, file) => bytes + weigh(file), 0);
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;

/** Whether a file of the build begins the part of that name: `chunks/SystemChooser-B3tLSiGu.js`, `assets/SystemChooser-….css`. */
const begins = (file: string, name: string) => (file.split('/').at(-1) ?? '').startsWith(`${name}-`);

/** Weighs one bundle; says so, and returns what is wrong with it. */
function faultsOf(what: string, files: readonly BuiltFile[], limit: number): readonly string[] {
  const total = weighAll(files);
  console.log(`${what}: ${kb(total)} of ${kb(limit)} (gzip)`);
  for (const file of files) console.log(`  ${kb(weigh(file)).padStart(9)}  ${file.name}`);
  if (total === 0) return [`${what} reaches no script at all`];
  return total > limit ? [`${what} weighs ${kb(total)}, allowed are ${kb(limit)}`] : [];
}

async function faultsOfBudget(folder: string, budget: Budget): Promise<readonly string[]> {
  const { what, entry, limit, database, lazy, oneOf } = budget;
  const noPage = (files: readonly BuiltFile[]) => files.filter(({ name }) => !name.endsWith('.html'));
  const all = noPage(await closure(folder, entry));
  const withOnly = async (one: string) => {
    const others = [...lazy.map(({ name }) => name), ...oneOf.filter((other) => other !== one)];
    return noPage(await closure(folder, entry, (file) => others.some((name) => begins(file, name))));
  };
  const ways = await Promise.all((oneOf.length > 0 ? oneOf : ['']).map(withOnly));
  const atOpening = ways.toSorted((a, b) => weighAll(b) - weighAll(a))[0] ?? [];
  const faults = [...faultsOf(what, atOpening, limit)];
  for (const one of oneOf)
    if (!all.some(({ name }) => begins(name, one))) faults.push(`${what} has no part ${one}`);
  const opening = new Set(ways.flat().map(({ name }) => name));
  for (const part of lazy) {
    const starts = all.filter(({ name }) => begins(name, part.name));
    const reached = await Promise.all(starts.map(({ name }) => closure(folder, name)));
    const own = new Map(reached.flat().map((file) => [file.name, file]));
    for (const name of opening) own.delete(name);
    faults.push(...faultsOf(`${what}, lazy: ${part.what}`, [...own.values()], part.limit));
  }
  const hasDatabase = all.some((file) => file.text.includes(DEXIE));
  if (hasDatabase && !database) faults.push(`${what} contains the database library`);
  // Without this, a renamed class in the library would make the check above pass on everything.
  if (!hasDatabase && database) faults.push(`${what} was expected to contain “${DEXIE}”`);
  return faults;
}

/** Weighs what the popup and the background load, in both builds: what they always do, and each lazy part by itself. */
export async function main(): Promise<number> {
  let code = 0;
  for (const browser of ['chrome-mv3', 'firefox-mv3']) {
    console.log(browser);
    for (const budget of BUDGETS) {
      for (const fault of await faultsOfBudget(join(ROOT, '.output', browser), budget)) {
        console.log(`✗ ${fault}`);
        code = 1;
      }
    }
  }
  return code;
}
