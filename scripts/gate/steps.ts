import { join } from 'node:path';
import { bin, run, script } from '../lib/process.ts';
import { ROOT } from '../lib/setup.mjs';
import { notRunHere, secondTries, testCounts, type Counts } from './test-counts.ts';

export interface StepResult extends Counts {
  readonly name: string;
  readonly ms: number;
  /** What the tool said; shown when the step failed. */
  readonly output: string;
  /** Names of tests that this machine cannot run. */
  readonly notRun?: readonly string[];
  /** Names of tests that failed once and then passed. */
  readonly triedAgain?: readonly string[];
}

export interface Step {
  readonly name: string;
  /** What holds when the step is green. */
  readonly says: string;
  run(): Promise<StepResult>;
}

/** A step that is one program: green when it ends with 0. */
function tool(name: string, says: string, [command, args]: readonly [string, readonly string[]]): Step {
  return {
    name,
    says,
    async run() {
      const { code, output, ms } = await run(command, args);
      return { name, ms, output, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    },
  };
}

/** A step that is a run of tests: every test counts for itself. */
export function tests(name: string, says: string, args: readonly string[]): Step {
  return {
    name,
    says,
    async run() {
      const report = join(ROOT, 'test-results', `${name}.json`);
      const [command, all] = bin('vitest', ['run', ...args, '--reporter=default', '--reporter=json']);
      const { code, output, ms } = await run(command, [...all, `--outputFile.json=${report}`]);
      const { passed, failed } = await testCounts(report);
      const notRun = await notRunHere(report);
      const triedAgain = await secondTries(report);
      return {
        name,
        ms,
        output,
        passed,
        failed: code === 0 ? failed : Math.max(1, failed),
        notRun,
        triedAgain,
      };
    },
  };
}

/** The whole gate without the browsers, cheapest first. */
export const GATE: readonly Step[] = [
  tool('format', 'every file is formatted', bin('prettier', ['--check', '--log-level', 'warn', '.'])),
  tool('lint', 'no lint finding', bin('oxlint', ['--deny-warnings'])),
  tool('types', 'all types hold', bin('tsc', ['--noEmit'])),
  tool('types:domain', 'the domain needs no browser', bin('tsc', ['--noEmit', '-p', 'lib/domain'])),
  tool('unused', 'nothing unused', bin('knip', [])),
  tests('arch', 'the layers hold', ['--project', 'arch']),
  tests('unit', 'fast tests', ['--project', 'unit', '--project', 'integration', '--project', 'migrations']),
  tool('build:chrome', 'builds for Chrome and Edge', bin('wxt', ['build'])),
  tool('build:firefox', 'builds for Firefox', bin('wxt', ['build', '-b', 'firefox'])),
  tool('manifest', 'permissions and CSP as promised', script('scripts/gate/manifest-snapshot.ts')),
  tool('budgets', 'popup and background stay small', script('scripts/gate/budgets.ts')),
  tool('package-lint', 'the add-on stores would take it', script('scripts/gate/package-lint.ts')),
  tool('schema', 'the shipped JSON Schema is current', script('scripts/make-schema.ts', ['--check'])),
];
