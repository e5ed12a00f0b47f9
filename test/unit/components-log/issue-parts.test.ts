import { describe, expect, it } from 'vitest';
import { chipsLeft } from '../../../components/issue/chips-left.ts';
import { historyOf } from '../../../components/issue/history.ts';
import { localMinute, momentOfMinute } from '../../../components/issue/local-minute.ts';
import { zoomKey, zoomStep } from '../../../components/issue/zoom.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { issue as words } from '../../../lib/i18n/issue/issue.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const { at, zone, offsetMin, certainty, by } = makeCapture(0);
const base = { at, zone, offsetMin, certainty, by, issueId: seedIssueId(0) };

async function issueWith(entries: readonly NewEntry[]) {
  const store = testProfile(11).store();
  ok(await store.append(makeCapture(0)));
  for (const entry of entries) ok(await store.append(entry));
  const issue = await store.issue(seedIssueId(0));
  store.close();
  if (issue === null) throw new Error('The issue is gone.');
  return issue;
}

describe('historyOf', () => {
  it('keeps replaced values readable and marks them, newest first', async () => {
    const issue = await issueWith([
      { ...base, kind: 'issue.described', body: { text: 'one' } },
      { ...base, kind: 'issue.described', body: { text: 'two' } },
      { ...base, kind: 'issue.prioritised', body: { impact: 1 } },
      { ...base, kind: 'issue.prioritised', body: { urgency: 2 } },
    ]);
    const items = historyOf(issue, wordsOf(words, 'en'), wordsOf(common, 'en'));
    expect(items.map(({ detail, superseded }) => [detail, superseded])).toEqual([
      ['Can you work? With a detour', false],
      ['Who is hit? Everyone', false],
      ['two', false],
      ['one', true],
      [issue.occurrences[0]?.body.page.title, false],
    ]);
  });
});

describe('chipsLeft', () => {
  it('leaves out what was taken off, of that occurrence alone', async () => {
    const plain = makeCapture(0);
    const chips = [
      { id: 'a', kind: 'error-id', label: 'Request ID', value: '1' },
      { id: 'b', kind: 'error-text', label: '', value: 'x' },
    ] as const;
    const capture = makeCapture(0, {
      body: { evidence: { state: 'missing', reason: 'failed', chips: [...chips] } },
    });
    const store = testProfile(12).store();
    ok(await store.append(capture));
    ok(
      await store.append({
        ...base,
        kind: 'evidence.removed',
        body: { captureId: plain.body.captureId, chipIds: ['a'] },
      }),
    );
    const issue = await store.issue(seedIssueId(0));
    store.close();
    const occurrence = issue?.occurrences[0];
    if (!issue || !occurrence) throw new Error('The issue is gone.');
    expect(chipsLeft(issue, occurrence).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('zoom', () => {
  it('goes to the next step from wherever the fitted picture stands', () => {
    expect(zoomStep(48.6, 1)).toBe(50);
    expect(zoomStep(100, 1)).toBe(125);
    expect(zoomStep(100, -1)).toBe(90);
    expect(zoomStep(9000, 1)).toBe(400);
  });
  it('knows plus, minus, 0 and 1, and nothing else', () => {
    expect(['+', '-', '0', '1', 'j', 'ArrowDown'].map((key) => zoomKey(key, 100))).toEqual([
      125,
      90,
      'fit',
      100,
      null,
      null,
    ]);
  });
});

describe('momentOfMinute', () => {
  const now = new Date(2026, 10, 23, 14, 2, 31);
  it('takes the present minute as now, to the second', () => {
    expect(momentOfMinute(localMinute(now), now)).toBe(now);
  });
  it('refuses the future and what is no time', () => {
    expect(momentOfMinute('2026-11-23T14:03', now)).toBeNull();
    expect(momentOfMinute('', now)).toBeNull();
    expect(momentOfMinute('2026-13-40T99:99', now)).toBeNull();
  });
});
