import { describe, expect, it } from 'vitest';
import { chronologyOf, type ChronologyItem } from '../../../components/issue/chronology.ts';
import { foldIssue } from '../../../lib/domain/issue/fold.ts';
import { promisesOf } from '../../../lib/domain/issue/promises-of.ts';
import type { Entry } from '../../../lib/domain/ledger/entry.ts';
import { entryOf, minute, occurrence } from '../../support/domain-entries.ts';

const said = (n: number, event: 'reported' | 'info_requested' | 'note', at = n): Entry =>
  entryOf({ kind: 'event', n, at, body: { event, visibility: 'shared' } });

function of(...entries: readonly Entry[]): readonly ChronologyItem[] {
  const issue = foldIssue(entries, []);
  if (issue === null) throw new Error('The test entries make no issue.');
  return chronologyOf(issue, promisesOf(issue.entries));
}
const kinds = (items: readonly ChronologyItem[]) =>
  items.map((item) =>
    item.kind === 'line'
      ? item.line.holds?.event
      : item.kind === 'occurrences'
        ? item.count
        : `${item.promise.owner} ${item.did.step}`,
  );

describe('the chronology of an issue', () => {
  it('holds occurrences and events in one order, newest first', () => {
    expect(kinds(of(occurrence({ n: 1 }), said(2, 'reported'), said(3, 'info_requested')))).toEqual([
      'info_requested',
      'reported',
      1,
    ]);
  });

  it('says occurrences in a row once, with how many and from when to when', () => {
    const items = of(
      occurrence({ n: 1 }),
      occurrence({ n: 2 }),
      occurrence({ n: 3 }),
      said(4, 'reported'),
      occurrence({ n: 5 }),
    );
    expect(kinds(items)).toEqual([1, 'reported', 3]);
    expect(items.at(-1)).toMatchObject({ first: true, from: minute(1), to: minute(3), at: minute(3) });
    expect(items[0]).toMatchObject({ first: false });
  });

  it('holds what became of each promise', () => {
    const promiseId = 'p1';
    const items = of(
      occurrence({ n: 1 }),
      entryOf({
        kind: 'promise.made',
        n: 2,
        body: { promiseId, owner: 'provider', deliverable: 'A patch', due: minute(60) },
      }),
      entryOf({ kind: 'promise.moved', n: 3, body: { promiseId, due: minute(90), agreed: false } }),
      entryOf({ kind: 'promise.kept', n: 4, at: 100, body: { promiseId } }),
    );
    expect(kinds(items)).toEqual(['provider kept', 'provider moved', 'provider made', 1]);
  });

  it('keeps a struck-out line in its place', () => {
    const struck = entryOf({
      kind: 'entry.corrected',
      n: 4,
      at: 2,
      recordedAt: 4,
      body: { ledger: said(2, 'reported').ledger, n: 2, as: null },
    });
    const items = of(occurrence({ n: 1 }), said(2, 'reported'), said(3, 'note'), struck);
    expect(items[1]).toMatchObject({ kind: 'line', line: { holds: null } });
  });
});
