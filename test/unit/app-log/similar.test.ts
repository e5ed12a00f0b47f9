import { describe, expect, it } from 'vitest';
import { similarTo } from '../../../lib/app/log/similar.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

/** Seeds of two logs whose codes are the same: with 240 codes that happens among few colleagues. */
const TWINS = [15, 19] as const;

describe('issues that may be the same', () => {
  it("are known as ours or others' by the log, not by its code", async () => {
    const [mine, theirs] = TWINS.map((seed) => testProfile(seed).store());
    if (mine === undefined || theirs === undefined) throw new Error('Two logs are needed.');
    const { page, evidence } = makeCapture(1).body;
    const same = { body: { page, evidence } };
    ok(await mine.append([makeCapture(1), makeCapture(2, same)]));
    ok(await theirs.append(makeCapture(11, same)));
    expect((await mine.own()).code).toBe((await theirs.own()).code);
    expect((await similarTo(mine, seedIssueId(1), 3)).map(({ ours }) => ours)).toEqual([true]);
    ok(await mine.importLedgers(sourceOf((await backupOf(theirs)).lines)));
    const found = await similarTo(mine, seedIssueId(1), 3);
    expect(new Map(found.map(({ issueId, ours }) => [issueId, ours]))).toEqual(
      new Map([
        [seedIssueId(2), true],
        [seedIssueId(11), false],
      ]),
    );
  });
});
