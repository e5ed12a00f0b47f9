import type { SectionResult } from './figures.ts';
import { scrubberTimes } from './scrubber.bench.ts';

const BAR_MS = 20;

export async function scrubberSection(): Promise<SectionResult> {
  const times = scrubberTimes();
  return {
    figures: times.map(({ rule, worstMs, text }) => ({
      what: rule,
      ours: `${worstMs.toFixed(1)} ms`,
      against: `worst text: ${text.trim()}`,
      ratio: '',
      // The names in brackets are whole texts and addresses through all rules: told, no bar.
      bar: rule.startsWith('(') ? '' : `< ${BAR_MS} ms`,
      ok: rule.startsWith('(') || worstMs < BAR_MS,
    })),
    notes: [
      'Processor time for 64 KB of the text that is worst for the rule, best of five runs; measured in Node, where the same code runs.',
      'The lines in brackets put the same texts through everything that a title, a note or an address goes through.',
    ],
  };
}
