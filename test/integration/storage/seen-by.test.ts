import { describe, expect, it } from 'vitest';
import { seenBy } from '../../../lib/domain/issue/seen-by.ts';
import { mergeEntry } from '../../support/again.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { makeCapture, seedAt, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const by = (reporterId: string) => ({ by: { side: 'us', reporterId } }) as const;

describe('who saw an issue', () => {
  it('is everybody who recorded it, each time once, however often a log was taken in', async () => {
    const mine = testProfile(1).store();
    const theirs = testProfile(2).store();
    ok(await mine.append(makeCapture(1, by('r-me'))));
    ok(
      await theirs.append([
        makeCapture(11, by('r-ada')),
        makeCapture(12, by('r-ada')),
        makeCapture(13, by('r-bo')),
      ]),
    );
    ok(await theirs.append([mergeEntry(12, 11), mergeEntry(13, 11)]));
    const { lines } = await backupOf(theirs);
    ok(await mine.importLedgers(sourceOf(lines)));
    expect((await mine.counts()).all).toBe(2);
    ok(await mine.append(mergeEntry(11, 1)));
    ok(await mine.importLedgers(sourceOf(lines)));
    const issue = await mine.issue(seedIssueId(1));
    const [me, other] = [(await mine.own()).ledger, (await theirs.own()).ledger];
    expect(issue && seenBy(issue)).toEqual([
      { ledger: me, reporterId: 'r-me', times: 1, lastAt: seedAt(1) },
      { ledger: other, reporterId: 'r-ada', times: 2, lastAt: seedAt(12) },
      { ledger: other, reporterId: 'r-bo', times: 1, lastAt: seedAt(13) },
    ]);
    expect((await mine.counts()).all).toBe(1);
    expect((await mine.rowsOf([seedIssueId(1)]))[0]?.occurrences).toBe(4);
  });
});
