import { judge } from '../../domain/issue/judge.ts';
import { printOf } from '../../domain/issue/print.ts';
import { printKeys } from '../../domain/issue/print-keys.ts';
import type { Suggestion } from '../../domain/issue/suggestion.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Damage } from '../quarantine.ts';
import { activeTables, type Database, type GenTables, type PrintRow } from '../tables.ts';
import { readIssue } from './issues.ts';

/** Issues looked at for each thing they have in common, newest first: what a log holds of it does not matter. */
const LOOKED_AT = 24;

/** Issues that may be the same problem, the likeliest first; equally likely ones newest first. */
export async function suggestFor(
  db: Database,
  id: IssueId,
  limit: number,
  damaged: (damage: Damage) => void,
  printNow: () => Promise<void>,
): Promise<Suggestion[]> {
  const issue = await readIssue(db, id, damaged);
  const gen = await activeTables(db);
  if (issue === null || gen.again === null) return [];
  const mine = printOf(issue);
  const looked = await lookUp(db, gen, issue.id, printKeys(mine));
  // What was recorded a moment ago may be what is looked for.
  if (looked.othersWait) await printNow();
  const found = looked.othersWait ? await lookUp(db, gen, issue.id, printKeys(mine)) : looked;
  const others = new Map<number, PrintRow>();
  for (const print of found.prints) if (print.id !== issue.id) others.set(print.row, print);
  const ranked = [...others.values()]
    .flatMap((print) => {
      const verdict = judge(mine, print.v);
      return verdict === null ? [] : [{ ...verdict, print }];
    })
    .toSorted((a, b) => b.score - a.score || a.print.r - b.print.r || b.print.row - a.print.row);
  // Between the two readings some may have gone: a few more than wanted are asked for.
  const first = ranked.slice(0, limit + 5);
  const rows = await gen.issues.bulkGet(first.map(({ print }) => print.row));
  return first
    .flatMap(({ why, print }, i): Suggestion[] => {
      const row = rows[i];
      if (row === undefined || row.t === 1 || row.v.id !== print.id) return [];
      const { key, title, occurrences, lastAt } = row.v;
      return [{ issueId: print.id, key, title, occurrences, lastAt, why }];
    })
    .slice(0, limit);
}

/** Issues that have something in common, and whether prints of others are still to be made. */
async function lookUp(
  { dexie }: Database,
  { issues, again }: GenTables,
  id: IssueId,
  keys: readonly number[],
): Promise<Readonly<{ prints: readonly PrintRow[]; othersWait: boolean }>> {
  if (again === null) return { prints: [], othersWait: false };
  const { prints, unprinted } = again;
  return dexie.transaction('r', prints, unprinted, issues, async () => {
    const [waiting, own, ...found] = await Promise.all([
      unprinted.where('row').above(0).limit(2).primaryKeys(),
      issues.where('v.id').equals(id).primaryKeys(),
      ...keys.map((key) => prints.where('keys').equals(key).limit(LOOKED_AT).toArray()),
    ]);
    return { prints: found.flat(), othersWait: waiting.some((row) => row !== own[0]) };
  });
}
