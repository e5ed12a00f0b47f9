import { describe, expect, it } from 'vitest';
import { mergeEntry } from '../../support/again.ts';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { backupOf, sourceOf } from '../../support/ledgers.ts';
import { seedIssueId } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00.000+01:00`);

describe('accounts', () => {
  it('count what two people recorded once, and are as before when the import is taken back', async () => {
    const theirs = office(2);
    ok(
      await theirs.store.append([
        erpCapture(11, at('08:30').toISOString()),
        erpCapture(12, at('08:40').toISOString()),
      ]),
    );
    const { lines } = await backupOf(theirs.store);

    const mine = office(1);
    ok(await mine.directory.saveAll(DIRECTORY));
    ok(await mine.store.append(erpCapture(1, at('08:00').toISOString())));
    mine.profile.clock.ms = at('10:00').getTime();
    const known = async () => {
      await mine.follower.settled();
      const { rows } = await mine.store.accounts.ofProvider(ACME.id, null);
      return rows.map(({ v }) => [v.id, v.figures?.occurrences]).toSorted();
    };
    const before = await known();
    expect(before).toEqual([[seedIssueId(1), expect.anything()]]);

    ok(await mine.store.importLedgers(sourceOf(lines), { importId: 'one' }));
    expect(await known()).toHaveLength(3);
    ok(await mine.store.append(mergeEntry(11, 1)));
    ok(await mine.store.importLedgers(sourceOf(lines)));
    const joined = await known();
    expect(joined.map(([id]) => id)).toEqual([seedIssueId(1), seedIssueId(12)]);
    expect(joined[0]?.[1]).not.toEqual(before[0]?.[1]);

    ok(await mine.store.undoImport('one'));
    expect(await known()).toEqual(before);
  });
});
