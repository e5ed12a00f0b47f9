import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { rowOf } from '../../../../lib/domain/issue/row-of.ts';
import { issueRow } from '../../../../lib/domain/issue/issue-row.ts';
import { notesOf, sharedIssue } from '../../../../lib/domain/issue/shared.ts';
import { searchTextOf } from '../../../../lib/domain/issue/search-text.ts';
import { erasedFrom } from '../../../../lib/domain/ledger/complete-entry.ts';
import type { Entry } from '../../../../lib/domain/ledger/entry.ts';
import { entryOf, LEDGER_A, LEDGER_B, minute, occurrence, uuid } from '../../../support/domain-entries.ts';

function folded(entries: readonly Entry[], erased: Parameters<typeof foldIssue>[1] = []) {
  const issue = foldIssue(entries, erased);
  if (issue === null) throw new Error('The test expected an issue.');
  return issue;
}
const described = (
  n: number,
  text: string,
  more: { ledger?: string; at?: number; recordedAt?: number } = {},
) => entryOf({ kind: 'issue.described', n, body: { text }, ...more });
const titled = (n: number, title: string) => entryOf({ kind: 'issue.titled', n, body: { title } });
const first = occurrence({ n: 1 });

describe('an issue', () => {
  it('is nothing without a readable occurrence', () => {
    expect(foldIssue([], [])).toBeNull();
    expect(foldIssue([described(2, 'words')], [])).toBeNull();
    expect(foldIssue([], [erasedFrom(first)])).toBeNull();
  });

  it('takes address, host, key and times from its occurrences', () => {
    const issue = folded([first, occurrence({ n: 2, at: 30, title: 'Later' })]);
    expect(issue).toMatchObject({
      key: 'K7-0001',
      host: 'portal.example',
      url: 'https://portal.example/orders',
      title: 'Orders',
      firstAt: minute(1),
      lastAt: minute(30),
      changedAt: minute(30),
    });
  });

  it('keeps the key of the occurrence written first, even when an earlier one is added later', () => {
    const issue = folded([
      occurrence({ n: 5, at: 20, key: 'K7-0005' }),
      occurrence({ n: 6, at: 3, recordedAt: 40, key: 'K7-0006' }),
    ]);
    expect(issue.key).toBe('K7-0005');
    expect(issue.firstAt).toBe(minute(3));
  });

  it('shows the address of the first occurrence that has one', () => {
    const issue = folded([occurrence({ n: 1, url: null, host: null, title: '' }), occurrence({ n: 2 })]);
    expect(issue).toMatchObject({ host: 'portal.example', title: 'portal.example' });
  });
});

describe('its title', () => {
  it('is the given one, else the first line of the description, else the page, else the host, else the key', () => {
    expect(folded([first, described(2, 'Cannot save\nmore'), titled(3, 'By hand')]).title).toBe('By hand');
    expect(folded([first, described(2, '\n \nCannot save\nmore')]).title).toBe('Cannot save');
    expect(folded([first]).title).toBe('Orders');
    expect(folded([occurrence({ n: 1, title: '\u200b \u3164' })]).title).toBe('portal.example');
    expect(folded([occurrence({ n: 1, title: '', url: null, host: null })]).title).toBe('K7-0001');
  });

  it('falls back when the given one is taken back', () => {
    expect(folded([first, titled(2, 'By hand'), titled(3, ' ')]).title).toBe('Orders');
  });
});

describe('an edit', () => {
  it('with the higher number wins within a ledger, whatever its time says', () => {
    expect(
      folded([
        first,
        described(3, 'new', { at: 1, recordedAt: 1 }),
        described(2, 'old', { at: 50, recordedAt: 50 }),
      ]).description,
    ).toBe('new');
  });

  it('recorded later wins between ledgers, never the one that claims a later time', () => {
    const mine = described(9, 'mine', { at: 59, recordedAt: 10 });
    const theirs = described(2, 'theirs', { ledger: LEDGER_B, at: 1, recordedAt: 11 });
    expect(folded([first, mine, theirs]).description).toBe('theirs');
  });

  it('recorded in the same millisecond is decided by the ledger id', () => {
    const mine = described(9, 'mine', { recordedAt: 10 });
    const theirs = described(2, 'theirs', { ledger: LEDGER_B, recordedAt: 10 });
    expect(folded([first, mine, theirs]).description).toBe('theirs');
  });

  it('of urgency leaves impact alone, and null takes back', () => {
    const rate = (n: number, body: { impact?: number | null; urgency?: number | null }) =>
      entryOf({ kind: 'issue.prioritised', n, body });
    expect(folded([first, rate(2, { impact: 1 }), rate(3, { urgency: 2 })])).toMatchObject({
      impact: 1,
      urgency: 2,
      priority: 2,
    });
    expect(folded([first, rate(2, { impact: 1, urgency: 2 }), rate(3, { urgency: null })])).toMatchObject({
      impact: 1,
      urgency: null,
      priority: null,
    });
  });

  it('replaces all labels, each once', () => {
    expect(
      folded([first, entryOf({ kind: 'issue.labelled', n: 2, body: { labels: ['a', 'b', 'a'] } })]).labels,
    ).toEqual(['a', 'b']);
  });
});

describe('trash and details', () => {
  it('follow the last of trashed and restored', () => {
    const trashed = entryOf({ kind: 'issue.trashed', n: 2, body: {} });
    const restored = entryOf({ kind: 'issue.restored', n: 3, body: {} });
    expect(folded([first, trashed]).trashed).toBe(true);
    expect(folded([first, restored, trashed]).trashed).toBe(false);
  });

  it('are needed until somebody typed or chose anything', () => {
    expect(folded([first]).needsDetails).toBe(true);
    expect(folded([first, described(2, ' \n')]).needsDetails).toBe(true);
    expect(folded([first, described(2, 'x')]).needsDetails).toBe(false);
    expect(folded([first, titled(2, 'x')]).needsDetails).toBe(false);
    expect(
      folded([first, entryOf({ kind: 'issue.prioritised', n: 2, body: { impact: 3 } })]).needsDetails,
    ).toBe(false);
  });
});

describe('an erasure', () => {
  const erasure = (n: number, target: Entry) =>
    entryOf({ kind: 'entry.erased', n, body: { ledger: target.ledger, n: target.n } });

  it('wins over a body that is still there, and is counted once', () => {
    const words = described(2, 'private words');
    const issue = folded([first, words, erasure(3, words)], [erasedFrom(words)]);
    expect(issue).toMatchObject({ description: '', erasedCount: 1 });
    expect(JSON.stringify(issue)).not.toContain('private words');
  });

  it('of every occurrence leaves no issue', () => {
    expect(foldIssue([first, described(2, 'x'), erasure(3, first)], [])).toBeNull();
  });
});

describe('chips', () => {
  it('of all occurrences are shown once, without those taken off', () => {
    const one = occurrence({ n: 1, chips: ['a', 'b'] });
    const two = occurrence({ n: 2, chips: ['b', 'c'] });
    expect(folded([one, two]).chips.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const captureId = one.kind === 'occurrence.captured' ? one.body.captureId : undefined;
    if (captureId === undefined) throw new Error('The test expected a capture.');
    const off = entryOf({ kind: 'evidence.removed', n: 3, body: { captureId, chipIds: ['a', 'b'] } });
    expect(folded([one, two, off]).chips.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

describe('what is internal', () => {
  const secret = entryOf({
    kind: 'event',
    n: 2,
    body: { event: 'note', text: 'between us', visibility: 'internal' },
  });
  const call = entryOf({
    kind: 'event',
    n: 3,
    body: { event: 'reported', ticket: 'INT-1', channel: 'phone', visibility: 'internal' },
  });
  const open = entryOf({
    kind: 'event',
    n: 4,
    body: { event: 'reported', ticket: 'T-1', text: 'told them', visibility: 'shared' },
  });

  it('is kept for us and cannot reach what is shared', () => {
    const issue = folded([first, secret, call, open]);
    expect(notesOf(issue)).toEqual([{ at: minute(2), text: 'between us', visibility: 'internal' }]);
    expect(issue.reported.map(({ ticket }) => ticket)).toEqual(['INT-1', 'T-1']);
    const shared = sharedIssue(issue);
    expect(JSON.stringify(shared)).not.toMatch(/between us|INT-1/u);
    expect(shared.reported).toEqual([{ at: minute(4), channel: null, ticket: 'T-1', text: 'told them' }]);
  });
});

describe('whatever the order of the entries', () => {
  const pool: Entry[] = [
    occurrence({ n: 1, chips: ['a'], picture: '1' }),
    occurrence({
      n: 2,
      ledger: LEDGER_B,
      at: 0,
      recordedAt: 5,
      chips: ['a', 'b'],
      requests: ['failed', 'slow'],
    }),
    described(3, 'one', { recordedAt: 10 }),
    // A clock that jumped: the higher number was recorded earlier.
    described(4, 'two', { recordedAt: 5 }),
    described(5, 'three', { ledger: LEDGER_B, recordedAt: 7 }),
    titled(6, 'A title'),
    entryOf({ kind: 'issue.prioritised', n: 7, body: { impact: 1 } }),
    entryOf({ kind: 'issue.prioritised', n: 8, ledger: LEDGER_B, body: { impact: 2, urgency: 3 } }),
    entryOf({ kind: 'issue.labelled', n: 9, body: { labels: ['x'] } }),
    entryOf({ kind: 'issue.trashed', n: 10, body: {} }),
    entryOf({ kind: 'issue.restored', n: 11, ledger: LEDGER_B, body: {} }),
    entryOf({ kind: 'event', n: 12, body: { event: 'note', text: 'n', visibility: 'shared' } }),
    entryOf({ kind: 'entry.erased', n: 13, body: { ledger: LEDGER_A as Entry['ledger'], n: 6 } }), // as: test id
  ];

  it('everything derived is the same, and nothing is counted twice', () => {
    const issue = folded(pool);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (order) => {
        const again = folded([...order, ...order.slice(0, 4)]);
        expect(again).toEqual(issue);
        expect(rowOf(again)).toEqual(rowOf(issue));
        expect(searchTextOf(again)).toBe(searchTextOf(issue));
      }),
    );
  });
});

describe('its row', () => {
  it('holds what the list shows and is a valid row', () => {
    const issue = folded([
      occurrence({ n: 1, status: 502, picture: '1', requests: ['failed', 'unknown'] }),
      occurrence({ n: 2, picture: '1', requests: ['failed'] }),
      described(3, `${'d'.repeat(299)}😀 tail`),
      entryOf({ kind: 'event', n: 4, body: { event: 'reported', ticket: 'T-1', visibility: 'shared' } }),
    ]);
    const row = rowOf(issue);
    expect(issueRow.safeParse(row).success).toBe(true);
    expect(row).toMatchObject({
      occurrences: 2,
      pictures: 2,
      failedRequests: 2,
      httpStatus: 502,
      reported: 1,
      tickets: ['T-1'],
      pictureHashes: ['1'.repeat(64)],
    });
    expect(row.description).toBe('d'.repeat(299));
    expect(row.captureIds).toHaveLength(2);
    expect(rowOf(folded([occurrence({ n: 1, status: 200 })])).httpStatus).toBeUndefined();
  });

  it('names its ledger and issue', () => {
    expect(rowOf(folded([first]))).toMatchObject({ ledger: LEDGER_A, id: uuid(0x1551) });
  });
});
