import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { againEntry, describeEntry, mergeEntry, splitEntry, trashEntry } from '../../support/again.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile, type TestProfile } from '../../support/storage.ts';

/** Enough lines for a band to be kept. */
const TIMES = 102;
const OTHER = 200;
const LOOKED_AT = [1, 5, 7, OTHER, OTHER + 1].map(seedIssueId);

/** What both windows show is what one shows that has read everything just now. */
async function sameAsFresh(profile: TestProfile, windows: readonly Store[]): Promise<void> {
  const fresh = profile.store();
  const wanted = await fresh.issues(LOOKED_AT);
  const rows = await fresh.rowsOf(LOOKED_AT);
  for (const window of windows) {
    expect(await window.issue(seedIssueId(1))).toEqual(wanted[0]);
    expect(await window.issues(LOOKED_AT)).toEqual(wanted);
    expect(await window.rowsOf(LOOKED_AT)).toEqual(rows);
  }
  // Nor do the lines of the log say anything else than what a rebuild makes of the entries.
  ok(await fresh.rebuild());
  const rebuilt = await fresh.rowsOf(LOOKED_AT);
  expect(rebuilt.map((row) => row?.occurrences)).toEqual(rows.map((row) => row?.occurrences));
  expect(rebuilt.map((row) => row?.title)).toEqual(rows.map((row) => row?.title));
  fresh.close();
}

/** How many lines of the ledger any request gave back meanwhile. */
async function linesReadFor(work: () => Promise<void>): Promise<number> {
  let lines = 0;
  const spies = [IDBIndex.prototype, IDBObjectStore.prototype].flatMap((of) =>
    (['get', 'getAll', 'openCursor'] as const).map((name) => {
      const plain = of[name] as (...given: unknown[]) => IDBRequest; // as: any of these overloads
      return vi.spyOn(of, name).mockImplementation(function counted(this: unknown, ...given: unknown[]) {
        const request = plain.apply(this, given);
        const store = this instanceof IDBIndex ? this.objectStore : this;
        if (store instanceof IDBObjectStore && store.name === 'entries')
          request.addEventListener('success', () => {
            const found: unknown = request.result;
            lines += Array.isArray(found) ? found.length : found === undefined || found === null ? 0 : 1;
          });
        return request;
      });
    }),
  );
  await work();
  for (const spy of spies) spy.mockRestore();
  return lines;
}

type Step = readonly [what: string, window: 'one' | 'two', write: (store: Store) => Promise<{ ok: boolean }>];

const writes =
  (...entries: readonly NewEntry[]) =>
  (store: Store) =>
    store.append(entries);

const STEPS: readonly Step[] = [
  ['a word about the whole', 'one', writes(describeEntry(1, 'Every morning'))],
  ['a word about a part, in another window', 'two', writes(describeEntry(5, 'On Mondays'))],
  ['it happens again', 'one', writes(makeCapture(150), againEntry(150, 1))],
  ['again, in another window', 'two', writes(makeCapture(151), againEntry(151, 1))],
  ['a part stands alone', 'two', writes(splitEntry(5, 1))],
  ['a word about what stands alone', 'one', writes(describeEntry(5, 'Alone'))],
  ['something comes to what stands alone', 'two', writes(mergeEntry(OTHER + 1, 5))],
  ['a part is erased', 'two', (store) => store.purge([seedIssueId(7)])],
  ['a word about the rest', 'one', writes(describeEntry(1, 'Still there'))],
  ['all of it becomes part of another issue', 'two', writes(mergeEntry(1, OTHER))],
  ['a word about that', 'one', writes(describeEntry(OTHER, 'The one that counts'))],
  ['it stands alone again', 'one', writes(splitEntry(1, OTHER))],
  ['into the trash', 'two', writes(trashEntry(1))],
];

describe('an issue that happened often enough for its lines to be kept', () => {
  let profile: TestProfile;
  let one: Store;
  let two: Store;
  beforeEach(async () => {
    profile = testProfile();
    one = profile.store();
    two = profile.store();
    const parts = Array.from({ length: TIMES }, (_, i): NewEntry[] =>
      i === 0 ? [makeCapture(1)] : [makeCapture(i + 1), againEntry(i + 1, 1)],
    ).flat();
    ok(await one.appendMany([...parts, makeCapture(OTHER), makeCapture(OTHER + 1)]));
    for (const store of [one, two]) for (const id of LOOKED_AT) await store.issue(id);
  });

  it('is the same in every window, whatever any of them writes', { timeout: 120_000 }, async () => {
    for (const [what, window, write] of STEPS) {
      expect(await write(window === 'one' ? one : two), what).toMatchObject({ ok: true });
      await sameAsFresh(profile, [one, two]);
    }
    for (const store of [one, two]) await store.settled();
    one.close();
    two.close();
  });

  it('is as before after a change that was given up half way', async () => {
    const before = await one.issue(seedIssueId(1));
    const given = await one.append(describeEntry(1, 'Given up'), { sure: () => false });
    expect(given).toMatchObject({ ok: false, code: 'aborted' });
    expect(await one.issue(seedIssueId(1))).toEqual(before);
    ok(await two.append(describeEntry(1, 'In its place')));
    expect((await one.issue(seedIssueId(1)))?.description).toBe('In its place');
    await sameAsFresh(profile, [one, two]);
    one.close();
    two.close();
  });

  it('is changed and shown changed by reading the lines that are new', async () => {
    const lines = await linesReadFor(async () => {
      ok(await one.append(describeEntry(1, 'Every morning')));
      expect((await one.issueWithLines(seedIssueId(1))).issue?.description).toBe('Every morning');
      expect((await two.issue(seedIssueId(1)))?.description).toBe('Every morning');
      await one.settled();
      expect(await one.suggest(seedIssueId(1), 3)).toEqual([]);
    });
    const cold = profile.store();
    expect(
      await linesReadFor(async () => {
        await cold.issue(seedIssueId(1));
      }),
    ).toBeGreaterThan(2 * TIMES - 2);
    cold.close();
    // The few of the issue itself, each time it is asked for; none of those of its hundred parts.
    expect(lines).toBeLessThanOrEqual(20);
    one.close();
    two.close();
  });

  it('is not read again for a change elsewhere', async () => {
    const before = await one.issue(seedIssueId(1));
    ok(await two.append(describeEntry(OTHER, 'Elsewhere')));
    expect(await one.issue(seedIssueId(1))).toBe(before);
    one.close();
    two.close();
  });
});
