import type { IssueId } from '../../domain/ledger/primitives.ts';
import { readIssues } from '../queries/issues.ts';
import type { RowChange } from './change-rows.ts';
import { accountOfIssue } from './make-row.ts';
import type { Marker } from './tables.ts';
import { changeOf, commit, type Work } from './work.ts';

/** Issues folded and written at a time: the screen, and other windows, wait for no more than that. */
export const BATCH = 100;

/** Folds these issues and makes their accounts; what is shown as another issue, or in the trash, has none. */
export async function account(work: Work, ids: readonly IssueId[], marker: Partial<Marker>): Promise<void> {
  while (!(await accountOnce(work, ids, marker)));
}

async function accountOnce(work: Work, ids: readonly IssueId[], marker: Partial<Marker>): Promise<boolean> {
  const { db, gen, options, damaged, breathe } = work;
  const since = await changeOf(work);
  const issues = await readIssues(db, ids, damaged);
  const roots = new Map(issues.flatMap((issue) => (issue === null ? [] : [[issue.id, issue] as const])));
  const found = await gen.issues
    .where('v.id')
    .anyOf([...roots.keys()])
    .toArray();
  const puts: RowChange['puts'][number][] = [];
  for (const { row, r, t, v } of found) {
    const issue = roots.get(v.id);
    if (issue === undefined || t === 1) continue;
    puts.push(accountOfIssue(issue, { row, r }, options));
    await breathe();
  }
  const kept = new Set(puts.map(({ id }) => id));
  const gone = [...new Set([...ids, ...roots.keys()])].filter((id) => !kept.has(id));
  // What became part of another issue had an account of its own before.
  const absorbed = puts.flatMap(({ m = [] }) => m);
  return commit(work, { puts, gone: [...gone, ...absorbed], marker, since });
}
