import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import type { ImportLine } from '../../../lib/storage/types/import.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import {
  againEntry,
  describeEntry,
  heldEntry,
  mergeEntry,
  splitEntry,
  trashEntry,
} from '../../support/again.ts';
import { backupOf, shownBy, sourceOf } from '../../support/ledgers.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

/** What happens in one log, in numbers: issues `0…4` are its own, `5…9` those of the one before. */
type Step = Readonly<{ do: number; a: number; b: number }>;
type Log = Readonly<{ steps: readonly Step[]; purged: number | null; keeps: readonly boolean[] }>;

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.integer({ min: 0, max: 5 }),
  a: fc.integer({ min: 0, max: 4 }),
  b: fc.integer({ min: 0, max: 4 }),
});
const log: fc.Arbitrary<Log> = fc.record({
  steps: fc.array(step, { maxLength: 8 }),
  purged: fc.option(fc.integer({ min: 0, max: 4 })),
  keeps: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
});

const base = (who: number): number => who * 100;

function entryOf({ do: what, a, b }: Step, who: number): NewEntry {
  const [one, other] = [base(who) + a, base(who) + b];
  const kinds = [
    () => describeEntry(one, `It fails again, says ${who}-${b}`),
    () => mergeEntry(one, other),
    () => againEntry(one, other),
    () => splitEntry(one, other),
    () => trashEntry(one),
    () => heldEntry(one, `Said ${b}`),
  ];
  return (kinds[what] ?? kinds[0])?.() ?? describeEntry(one, '');
}

/** A file of that log: all of it, or the places only of what it keeps back. */
type File = readonly ImportLine[];

async function filesOf(who: number, { steps, purged, keeps }: Log): Promise<readonly File[]> {
  const store = testProfile(who + 20).store();
  ok(await store.append([0, 1, 2, 3, 4].map((i) => makeCapture(base(who) + i))));
  const early = (await backupOf(store)).lines;
  for (const one of steps) {
    // What stands alone cannot be pointed at itself.
    if (one.a === one.b && one.do > 0 && one.do < 4) continue;
    ok(await store.append(entryOf(one, who)));
  }
  if (purged !== null) ok(await store.purge([seedIssueId(base(who) + purged)]));
  const whole = (await backupOf(store)).lines;
  const pack = whole.map((line): ImportLine => {
    const { ledger, n, sha256, link } = line;
    const kept = n === 1 || keeps[n % 5] === true;
    return kept && 'json' in line ? line : { ledger, n, sha256, link, withheld: true };
  });
  return [early, pack, whole];
}

async function takenIn(seed: number, files: readonly File[]): Promise<Store> {
  const store = testProfile(seed).store();
  for (const lines of files) ok(await store.importLedgers(sourceOf(lines)));
  return store;
}

const shown = async (store: Store): Promise<unknown> => shownBy(store, new Set([(await store.own()).ledger]));

describe('the union of ledgers', () => {
  it('is the same in every order, however it is grouped, and however often a file comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        log,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        async (a, b, order) => {
          const files = [...(await filesOf(1, a)), ...(await filesOf(2, b))];
          const straight = await takenIn(40, files);
          const expected = await shown(straight);
          expect(await straight.verify()).toMatchObject({ ok: true });

          const mixed = await takenIn(
            41,
            order.map((i) => files[i] ?? []),
          );
          expect(await shown(mixed)).toEqual(expected);

          // Again: nothing new, nothing written.
          const n = (await mixed.own()).n;
          for (const lines of files)
            expect(ok(await mixed.importLedgers(sourceOf(lines)))).toMatchObject({ added: 0, withheld: 0 });
          expect((await mixed.own()).n).toBe(n);

          // (a ∪ b) ∪ c by way of somebody's log, without that log's own ledger.
          const between = await takenIn(42, files.slice(2));
          const mine = (await between.own()).ledger;
          const lines = (await backupOf(between)).lines.filter(({ ledger }) => ledger !== mine);
          const grouped = await takenIn(43, [lines, ...files.slice(0, 2)]);
          expect(await shown(grouped)).toEqual(expected);
        },
      ),
      { numRuns: 6, seed: 20261128 },
    );
  }, 120_000);
});
