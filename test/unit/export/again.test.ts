import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../lib/domain/issue/fold.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { completeEntry } from '../../../lib/domain/ledger/complete-entry.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { entryId } from '../../../lib/domain/ledger/primitives.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import { maskPersonal } from '../../../lib/export/model/mask-personal.ts';
import { shareIssue } from '../../../lib/export/model/share-issue.ts';
import { againEntry, mergeEntry } from '../../support/again.ts';
import { makeCapture, seedIssueId, seedUuid } from '../../support/seed.ts';
import { described, exportedText, LEDGER } from './support.ts';

/** Issue 1 with a time that was added by "Again" and one that was joined; each with words of its own. */
function joined(): Issue {
  const given: readonly NewEntry[] = [
    makeCapture(1),
    makeCapture(2),
    makeCapture(3),
    described(1, 'The report stays empty'),
    described(2, 'Asked jane.doe@acme.example about it'),
    againEntry(2, 1),
    mergeEntry(3, 1),
  ];
  const entries = given.map((one, index) =>
    completeEntry(one, {
      ledger: LEDGER,
      n: index + 2,
      id: entryId.parse(seedUuid(index, 6)),
      recordedAt: one.at,
      nonce: '0'.repeat(32),
      key: `K7-000${index + 1}`,
    }),
  );
  const issue = foldIssue(entries, [], seedIssueId(1));
  if (issue === null) throw new Error('The entries make no issue.');
  return issue;
}

describe('an issue that happened again', () => {
  it('goes out with every time it happened, under the numbers it was recorded as', () => {
    const { key, occurrences } = shareIssue(joined(), defaultChoices());
    expect(key).toBe('K7-0001');
    expect(occurrences.map(({ recordedAs }) => recordedAs)).toEqual([undefined, 'K7-0002', 'K7-0003']);
    expect(occurrences.map(({ description }) => description)).toEqual([
      undefined,
      'Asked jane.doe@acme.example about it',
      undefined,
    ]);
  });
  it.each(['html', 'markdown'] as const)('says so in %s', async (format) => {
    const text = await exportedText([joined()], format);
    expect(text).toContain('The report stays empty');
    expect(text).toContain('Also recorded as');
    expect(text).toMatch(/K7-0002, K7-0003|K7\\-0002, K7\\-0003/);
    expect(text).toContain('Noted that time');
    expect(text).toContain('seen to be the same as another record');
    expect(text).toContain('joined to another record');
  });
  it('masks persons in what was noted that time', () => {
    const masked = maskPersonal(shareIssue(joined(), defaultChoices()), (text) =>
      text.replaceAll('jane.doe@acme.example', '[person]'),
    );
    expect(masked.occurrences[1]?.description).toBe('Asked [person] about it');
  });
});
