import type { IssueId, ListRow, LogService } from '../../lib/app/log/log-service.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import type { LogWords } from '../../lib/i18n/log/log.ts';
import type { Toasts } from '../ui/toasts.ts';
import type { LogModel } from './log-model.ts';
import type { Actions } from './use-actions.ts';

type Parts = Readonly<{ log: LogService; model: LogModel; actions: Actions; t: LogWords }>;

/** More than anybody can judge at once, and one transaction. */
const MOST = 200;

/** Finds out which issues are ticked; fewer than two, or far too many, are answered by a sentence. */
export async function askToJoin(
  { log, model, actions, say, t }: Parts & Readonly<{ say: Toasts['show'] }>,
  ask: (rows: readonly ListRow[]) => void,
): Promise<void> {
  const { filter } = model.route.route.value;
  if (filter.scope === 'trash') return;
  if (model.selection.count.value > MOST) return say({ text: t.join.tooMany(MOST) });
  try {
    const ids = await log.bulk.resolve(model.selection.selection(), new AbortController().signal);
    const rows = (await log.rowsOf(ids)).filter((row) => row !== null && !row.trashed);
    if (rows.length < 2) return say({ text: t.join.tooFew });
    ask(rows.filter((row) => row !== null).toSorted(likelierFirst));
  } catch (error) {
    actions.failed(failureCode(error));
  }
}

/** The one that happened most often, then the one known longest, is the one people know by its number. */
function likelierFirst(one: ListRow, other: ListRow): number {
  return other.occurrences - one.occurrences || (one.firstAt < other.firstAt ? -1 : 1);
}

export async function join(
  { log, model, actions, t }: Parts,
  stays: Pick<ListRow, 'id' | 'key'>,
  others: readonly IssueId[],
): Promise<void> {
  const said = t.join.done(others.length + 1, stays.key);
  if (!(await actions.offering(() => log.join.merge(stays.id, others), said))) return;
  model.selection.clear();
  // What was open may have no line of its own any more.
  if (model.route.route.value.issue !== null) model.open(stays.id, { replace: true });
}
