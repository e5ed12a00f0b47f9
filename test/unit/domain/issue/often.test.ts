import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { completeEntry } from '../../../../lib/domain/ledger/complete-entry.ts';
import type { Entry, NewEntry } from '../../../../lib/domain/ledger/entry.ts';
import { entryId, ledgerId, sha256Hex } from '../../../../lib/domain/ledger/primitives.ts';
import { againEntry } from '../../../support/again.ts';
import { makeCapture, seedUuid } from '../../../support/seed.ts';

const ledger = ledgerId.parse(seedUuid(1, 7));

/** One issue that happened so many times, each with a picture of its own. */
function happened(times: number): Entry[] {
  const written = Array.from({ length: times }, (_, i): NewEntry[] => {
    const capture = makeCapture(i + 1, {
      body: {
        picture: {
          state: 'present',
          sha256: sha256Hex.parse((i + 1).toString(16).padStart(64, '0')),
          crc32: 1,
          bytes: 9,
          mime: 'image/jpeg',
          width: 9,
          height: 9,
        },
      },
    });
    return i === 0 ? [capture] : [capture, againEntry(i + 1, 1)];
  }).flat();
  return written.map((given, i) =>
    completeEntry(given, {
      ledger,
      n: i + 1,
      id: entryId.parse(seedUuid(i, 6)),
      recordedAt: given.at,
      nonce: '0'.repeat(32),
      key: `K7-${String(i + 1).padStart(4, '0')}`,
    }),
  );
}

/** How often the fold asks entries what they are: a clock of its own, the same on every machine. */
function looksAt(entries: readonly Entry[]): number {
  let looks = 0;
  const watched = entries.map((entry) => {
    const { kind } = entry;
    return Object.defineProperty({ ...entry }, 'kind', {
      get: () => {
        looks += 1;
        return kind;
      },
    });
  });
  const issue = foldIssue(watched, []);
  expect(issue?.pictures).toHaveLength(issue?.occurrences.length ?? Number.NaN);
  return looks;
}

describe('an issue that happened a thousand times', () => {
  it('is folded in a time that grows with what there is of it, and no faster', () => {
    const [some, many] = [looksAt(happened(100)), looksAt(happened(1000))];
    expect(many / some).toBeLessThan(11);
    // Each of its entries is looked at a few dozen times, not once for each of its pictures.
    expect(many / 2000).toBeLessThan(80);
  });
});
