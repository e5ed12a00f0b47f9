import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './lib/setup.mjs';
import { GATE, type Step, type StepResult } from './gate/steps.ts';
import { sum } from './gate/test-counts.ts';

/** Runs steps one after the other, a line each; what a failed step said follows its line. */
export async function runSteps(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const result = await step.run();
    results.push(result);
    const mark = result.failed === 0 ? '✓' : '✗';
    const count =
      result.passed + result.failed > 1 ? ` ${result.passed} passed, ${result.failed} failed` : '';
    console.log(`${mark} ${step.name.padEnd(14)} ${(result.ms / 1000).toFixed(1)} s  ${step.says}${count}`);
    for (const test of result.notRun ?? []) console.log(`    ${test}`);
    for (const test of result.triedAgain ?? []) console.log(`    passed only at the second try: ${test}`);
    if (result.failed > 0) console.log(result.output.trim().replace(/^/gm, '    '));
  }
  return results;
}

/** The last line of every run: all tests and all steps together. */
export function conclude(results: readonly StepResult[]): number {
  const { passed, failed } = sum(results);
  const broken = results.filter((result) => result.failed > 0).map((result) => result.name);
  if (broken.length > 0) console.log(`Not green: ${broken.join(', ')}`);
  const notRun = results.flatMap((result) => result.notRun ?? []).length;
  const apart = notRun > 0 ? ` (and ${notRun} not run here, named above)` : '';
  console.log(`${passed} passed, ${failed} failed${apart}`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** npm run check [step…]: the whole gate, or the named steps of it. */
export async function main(names: readonly string[]): Promise<number> {
  await rm(join(ROOT, 'test-results'), { recursive: true, force: true });
  const unknown = names.filter((name) => !GATE.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`The gate has no step called ${unknown.join(', ')}.`);
  const steps = names.length === 0 ? GATE : GATE.filter((step) => names.includes(step.name));
  return conclude(await runSteps(steps));
}
