import type { IssueId } from '../domain/ledger/primitives.ts';
import { printOf } from '../domain/issue/print.ts';
import { searchTextOf } from '../domain/issue/search-text.ts';
import { createBreath } from './breath.ts';
import type { Made } from './project.ts';
import type { Damage } from './quarantine.ts';
import { foldRows } from './read-entries.ts';
import type { EntryRow } from './tables.ts';

/**
 * Folds issues and makes all that takes time, before a transaction begins and giving the screen back meanwhile. Those
 * that nothing can be read of are not in it.
 */
export async function makeIssues(
  lines: ReadonlyMap<IssueId, readonly EntryRow[]>,
  damaged: (damage: Damage) => void,
): Promise<Map<IssueId, Made>> {
  const breathe = createBreath();
  const made = new Map<IssueId, Made>();
  for (const [id, rows] of lines) {
    await breathe();
    const issue = foldRows(id, rows, damaged);
    if (issue !== null) made.set(id, { issue, text: searchTextOf(issue), print: printOf(issue) });
  }
  return made;
}
