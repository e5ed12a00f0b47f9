import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Complete from '../../../lib/domain/ledger/complete-entry.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { issueDetail } from '../../../lib/app/log/issue-detail.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { againEntry, describeEntry } from '../../support/again.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const counted = vi.hoisted(() => ({ parsed: 0 }));

vi.mock('../../../lib/domain/ledger/complete-entry.ts', async (original) => {
  const real = await original<typeof Complete>();
  return {
    ...real,
    parseEntryText: (json: string) => {
      counted.parsed += 1;
      return real.parseEntryText(json);
    },
  };
});

const TIMES = 250;
const LINES = 2 * TIMES - 1;

/** How many lines were parsed for it. */
async function parsedFor<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  counted.parsed = 0;
  const result = await work();
  return [result, counted.parsed];
}

async function happened(): Promise<Store> {
  const store = testProfile().store();
  const entries = Array.from({ length: TIMES }, (_, i): NewEntry[] =>
    i === 0 ? [makeCapture(1)] : [makeCapture(i + 1), againEntry(i + 1, 1)],
  ).flat();
  ok(await store.appendMany(entries));
  await store.settled();
  return store;
}

describe('an issue that happened hundreds of times', () => {
  let store: Store;
  beforeEach(async () => {
    store = await happened();
  });

  it('is opened with one reading, and opened again without parsing anything', async () => {
    const [first, lines] = await parsedFor(() => issueDetail(store, seedIssueId(1)));
    expect(first?.issue.occurrences).toHaveLength(TIMES);
    expect(first?.lines.size).toBe(LINES);
    expect(lines).toBeLessThanOrEqual(LINES);
    const [again, more] = await parsedFor(() => issueDetail(store, seedIssueId(1)));
    expect(again).toEqual(first);
    expect(more).toBe(0);
    store.close();
  });

  it('is changed and shown changed by parsing only the line that is new', async () => {
    await issueDetail(store, seedIssueId(1));
    const [, parsed] = await parsedFor(async () => {
      ok(await store.append(describeEntry(1, 'Every morning')));
      await store.settled();
      return issueDetail(store, seedIssueId(1));
    });
    expect((await store.issue(seedIssueId(1)))?.description).toBe('Every morning');
    expect(parsed).toBeLessThanOrEqual(2);
    store.close();
  });

  it('is shown changed at once where it is open, also by a word about one of its times', async () => {
    const descriptions: (string | undefined)[] = [];
    const stop = store.live(
      () => issueDetail(store, seedIssueId(1)),
      (detail) =>
        descriptions.push(
          detail?.issue.absorbed.find(({ issueId }) => issueId === seedIssueId(7))?.description,
        ),
    );
    await vi.waitFor(() => expect(descriptions).toHaveLength(1), 10_000);
    ok(await store.append(describeEntry(7, 'On Mondays')));
    await vi.waitFor(() => expect(descriptions.at(-1)).toBe('On Mondays'), 10_000);
    stop();
    store.close();
  });
});
