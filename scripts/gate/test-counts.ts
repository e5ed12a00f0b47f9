import { readFile } from 'node:fs/promises';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults?: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly fullName: string;
      readonly status: string;
      /** Also those of a try that was followed by a better one. */
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Such a test says in its own name what this machine lacks; it is told by name and counted apart. */
const NOT_RUN = 'not run here: ';

async function read(file: string): Promise<VitestReport | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

function notRunIn(report: VitestReport): readonly string[] {
  return (report.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title, status }) => title.startsWith(NOT_RUN) && status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
}

/** Full names of the tests that could not be run on this machine and say so. */
export async function notRunHere(file: string): Promise<readonly string[]> {
  const report = await read(file);
  return report === null ? [] : notRunIn(report);
}

/** Full names of the tests that passed only when they were tried again: told, because a promise should hold at once. */
export async function secondTries(file: string): Promise<readonly string[]> {
  const report = await read(file);
  return (report?.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => fullName);
}

/**
 * Counts of a vitest JSON report. A test that neither passed nor failed (skipped, todo) counts as failed: nothing is
 * left out silently (see NOT_RUN for the one exception). So does a file that could not be run, and a report that is missing or empty.
 */
export async function testCounts(file: string): Promise<Counts> {
  const report = await read(file);
  if (report === null) return { passed: 0, failed: 1 };
  const notPassed = report.numTotalTests - report.numPassedTests - notRunIn(report).length;
  const brokenFiles =
    report.success || report.numFailedTests > 0 ? 0 : Math.max(1, report.numFailedTestSuites);
  const failed = notPassed + brokenFiles;
  return { passed: report.numPassedTests, failed: report.numTotalTests === 0 ? Math.max(1, failed) : failed };
}

export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}
