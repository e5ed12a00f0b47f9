import { readFile, writeFile } from 'node:fs/promises';
import type { Figure, SectionResult } from './figures.ts';

const FILE = 'docs/performance.md';

const HEAD = `# Performance

Every figure below was measured by \`npm run bench\` through the built extension in a real browser, side by side with
what it is compared to, in one run. Each section can be measured alone: \`npm run bench -- popup log\`. Times are
\`median (fastest–slowest)\`. The ratio carries over to other machines, the milliseconds do not. A bar that is missed is
printed as MISSED and ends the run with an error.
`;

const start = (name: string) => `<!-- bench:${name} -->`;
const end = (name: string) => `<!-- /bench:${name} -->`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function verdict(figure: Figure): string {
  if (figure.bar === '') return '';
  return figure.ok ? 'kept' : '**MISSED**';
}

export function tableOf(figures: readonly Figure[]): string {
  const head = ['What', 'Casebook', 'Against', 'Ratio', 'Bar', ''];
  const lines = figures.map((figure) => [
    figure.what,
    figure.ours,
    figure.against,
    figure.ratio,
    figure.bar,
    verdict(figure),
  ]);
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

/** Puts the text of one section between its markers; a section the page does not have yet is added at the end. */
export function withSection(page: string, name: string, text: string): string {
  const block = `${start(name)}\n\n${text}\n\n${end(name)}`;
  const from = page.indexOf(start(name));
  const to = page.indexOf(end(name));
  if (from < 0 || to < from) return `${page.trimEnd()}\n\n${block}\n`;
  return page.slice(0, from) + block + page.slice(to + end(name).length);
}

export async function writeSection(name: string, title: string, result: SectionResult, setting: string) {
  const page = await readFile(FILE, 'utf8').catch(() => HEAD);
  const notes = result.notes.map((note) => `- ${note}`).join('\n');
  const text = [`## ${title}`, tableOf(result.figures), notes, setting]
    .filter((part) => part !== '')
    .join('\n\n');
  await writeFile(FILE, withSection(page, name, text));
}
