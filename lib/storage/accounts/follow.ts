import { createBreath } from '../breath.ts';
import type { Machine } from '../ledger-writer.ts';
import type { Damage } from '../quarantine.ts';
import { activeTables, type Database } from '../tables.ts';
import { begun } from './begin.ts';
import { fill } from './fill.ts';
import { followDirectory } from './follow-directory.ts';
import { followLedgers, followPurges } from './follow-ledgers.ts';
import { followTime } from './renew.ts';
import type { FollowOptions, Work } from './work.ts';

/**
 * Brings the accounts in line with what is written, with the directory and with the time. It reads what is new, never
 * the whole log twice, and goes on where it was stopped. One window at a time: the caller sees to that.
 */
export async function followAccounts(
  db: Database,
  machine: Machine,
  damaged: (damage: Damage) => void,
  options: FollowOptions,
): Promise<Readonly<{ ok: true }>> {
  const gen = await activeTables(db);
  const tables = gen.accounts;
  if (tables === null) return { ok: true };
  const marker = await begun(db, gen, tables, machine, options);
  const work: Work = {
    db,
    gen,
    tables,
    token: marker.token,
    options,
    damaged,
    breathe: createBreath(),
  };
  if (marker.filled !== null) await fill(work, marker);
  await followPurges(work);
  await followLedgers(work);
  await followDirectory(work);
  await followTime(work);
  return { ok: true };
}
