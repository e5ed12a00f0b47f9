import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notRunHere, secondTries, sum, testCounts } from '../../../scripts/gate/test-counts.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'casebook-counts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(values: object): Promise<{ passed: number; failed: number }> {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(values));
  return testCounts(file);
}

const green = {
  numTotalTests: 3,
  numPassedTests: 3,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  success: true,
};

describe('counting tests', () => {
  it('counts what passed', async () => {
    expect(await report(green)).toEqual({ passed: 3, failed: 0 });
  });

  it('counts a skipped test as failed', async () => {
    expect(await report({ ...green, numPassedTests: 2 })).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a test that says what this machine lacks apart, and names it', async () => {
    const title = 'not run here: needs root';
    const skipped = [{ assertionResults: [{ title, fullName: `full disk ${title}`, status: 'pending' }] }];
    expect(await report({ ...green, numPassedTests: 2, testResults: skipped })).toEqual({
      passed: 2,
      failed: 0,
    });
    expect(await notRunHere(join(folder, 'report.json'))).toEqual([`full disk ${title}`]);
  });

  it('names a test that passed only when it was tried again', async () => {
    const one = { title: 'a click', fullName: 'popup a click', status: 'passed' };
    const assertionResults = [
      one,
      { ...one, fullName: 'popup again', failureMessages: ['it did not answer'] },
    ];
    await report({ ...green, testResults: [{ assertionResults }] });
    expect(await secondTries(join(folder, 'report.json'))).toEqual(['popup again']);
  });

  it('counts a file that could not be run as failed', async () => {
    expect(await report({ ...green, numFailedTestSuites: 1, success: false })).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  it('counts a run without any test as failed', async () => {
    expect(await report({ ...green, numTotalTests: 0, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a missing report as failed', async () => {
    expect(await testCounts(join(folder, 'missing.json'))).toEqual({ passed: 0, failed: 1 });
  });

  it('adds up', () => {
    expect(
      sum([
        { passed: 2, failed: 0 },
        { passed: 1, failed: 4 },
      ]),
    ).toEqual({ passed: 3, failed: 4 });
  });
});
