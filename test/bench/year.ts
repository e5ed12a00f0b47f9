import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import { walkBoard } from '../support/oracle/board.ts';
import { sampleYear } from '../support/sample-year.ts';
import type { Bench } from './bench.ts';
import { folderOf } from './copies.ts';
import { told, type SectionResult } from './figures.ts';
import type { StoredYear } from './year-in-page.ts';

const ISSUES = 10_000;

/** Every number of a board by its path. */
function numbersOf(value: unknown, path = ''): readonly (readonly [path: string, value: string])[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => numbersOf(each, `${path}.${key}`));
}

export async function yearSection(bench: Bench): Promise<SectionResult> {
  const { browser } = await bench.openEmpty(['editor']);
  const page = await browser.extensionPage(folderOf('editor'), 'manifest.json');
  await page.evaluate(await bundle(join(ROOT, 'test/bench/year-in-page.ts'), 'casebookYear'));
  const stored = (await page.evaluate(`casebookYear.storedYear(${ISSUES})`)) as StoredYear; // as: what year-in-page.ts returns
  await page.close();
  const { issues } = sampleYear(ISSUES);
  const sides = [...new Set(issues.map(({ provider }) => provider))];
  const compared = sides.flatMap((side) => {
    const oracle = new Map(numbersOf(walkBoard(issues.filter(({ provider }) => provider === side))));
    const ours = new Map(numbersOf(stored.boards[side.name]));
    return [...new Set([...oracle.keys(), ...ours.keys()])].map((path) => ({
      path: `${side.name}${path}`,
      ours: ours.get(path),
      oracle: oracle.get(path),
    }));
  });
  const differing = compared.filter(({ ours, oracle }) => ours !== oracle);
  for (const { path, ours, oracle } of differing)
    console.log(`  ${path}: ${ours ?? 'nothing'}, counted ${oracle ?? 'nothing'}`);
  return {
    figures: [
      {
        what: `Figures of ${sides.length} providers' boards that differ from counting every minute`,
        ours: String(differing.length),
        against: `of ${compared.length}`,
        ratio: '',
        bar: '0',
        ok: differing.length === 0 && compared.length > 0,
      },
      told(
        `A year of ${ISSUES.toLocaleString('en')} issues, ${stored.entries.toLocaleString('en')} entries, written down`,
        `${(stored.writeMs / 1000).toFixed(1)} s`,
      ),
      told('Followed from nothing', `${(stored.followMs / 1000).toFixed(1)} s`),
    ],
    notes: [
      'A generated year of six teams with three providers, with the real storage in a real browser; the oracle only reads wall clocks and counts minutes. Every figure must be the same number.',
    ],
  };
}
