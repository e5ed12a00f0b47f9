import { cpus } from 'node:os';
import { accountsSection } from './accounts.ts';
import { againSection, alikeSection } from './again.ts';
import { createBench, type Bench } from './bench.ts';
import { backupSection } from './backup.ts';
import { captureSection } from './capture.ts';
import { clocksSection } from './clocks.ts';
import { editorSection } from './editor.ts';
import { exportSection } from './export.ts';
import { followSection } from './follow.ts';
import type { SectionResult } from './figures.ts';
import { logSection, searchSection } from './log.ts';
import { writeSection } from './performance-page.ts';
import { mergeSection } from './merge.ts';
import { oftenSection } from './often.ts';
import { packSection } from './pack.ts';
import { popupSection } from './popup.ts';
import { scrubberSection } from './scrubber.ts';
import { yearSection } from './year.ts';

type Section = Readonly<{ title: string; measure: (bench: Bench) => Promise<SectionResult> }>;

const SECTIONS: Readonly<Record<string, Section>> = {
  capture: { title: 'A capture, from message to acknowledgement', measure: captureSection },
  popup: { title: 'The popup', measure: popupSection },
  log: { title: 'Opening the log', measure: logSection },
  search: { title: 'Searching the log', measure: searchSection },
  again: { title: 'Finding the same problem again', measure: againSection },
  alike: { title: 'Finding the same problem again where all are the same', measure: alikeSection },
  often: { title: 'An issue that happened 1,000 times', measure: oftenSection },
  export: { title: 'Exporting 1,000 issues with 500 MB of pictures', measure: exportSection },
  backup: { title: 'Backup and restore of 10,000 issues', measure: backupSection },
  merge: { title: 'Logs of twenty people taken in at once', measure: mergeSection },
  pack: { title: 'Evidence pack of 10,000 issues', measure: packSection },
  editor: { title: 'Marking up a picture of 3840 × 2160', measure: editorSection },
  scrubber: { title: 'Masking secrets: one rule at a time on hostile text', measure: scrubberSection },
  clocks: { title: 'Clocks: working time and due times', measure: clocksSection },
  accounts: {
    title: 'Accounts: whose turn, what is due, both sides of a provider',
    measure: accountsSection,
  },
  year: { title: 'The boards of a generated year, through storage', measure: yearSection },
  follow: { title: 'Accounts of 100,000 issues', measure: followSection },
};

function setting(browser: string): string {
  const measuredIn = browser === '' ? `Node ${process.versions.node}` : browser.replace('/', ' ');
  return `Measured with ${measuredIn} on ${cpus().length} processor cores.`;
}

function print(name: string, result: SectionResult): number {
  let missed = 0;
  for (const figure of result.figures) {
    const verdict = figure.bar === '' ? '' : figure.ok ? `kept (${figure.bar})` : `MISSED (${figure.bar})`;
    if (!figure.ok) missed += 1;
    console.log(`${name}: ${figure.what}: ${figure.ours}; ${figure.against}; ${figure.ratio} ${verdict}`);
  }
  return missed;
}

/** npm run bench [section…]: measures, prints, writes docs/performance.md; 1 when a bar is missed. */
export async function runBench(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0)
    throw new Error(
      `The bench has no section called ${unknown.join(', ')}; it has ${Object.keys(SECTIONS).join(', ')}.`,
    );
  const wanted = Object.entries(SECTIONS).filter(([name]) => names.length === 0 || names.includes(name));
  const bench = await createBench();
  let missed = 0;
  for (const [name, { title, measure }] of wanted) {
    try {
      const result = await measure(bench);
      missed += print(name, result);
      await writeSection(name, title, result, setting(bench.browserVersion()));
    } finally {
      await bench.close();
    }
  }
  console.log(missed === 0 ? 'Every bar was kept.' : `${missed} bars were MISSED.`);
  return missed === 0 ? 0 : 1;
}
