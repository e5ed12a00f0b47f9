import type { Collection } from 'dexie';
import type { AccountScope, View } from '../types/log-view.ts';
import type { AccountTables, StoredAccount } from '../accounts/tables.ts';

type Accounts = Collection<StoredAccount, number>;
/** The ends of a range of −lastAt. */
type Bounds = readonly [low: number, high: number];

const SCOPES: Readonly<
  Record<Exclude<AccountScope, 'overdue'>, readonly [index: string, key: string | number]>
> = {
  open: ['[o+r]', 1],
  closed: ['[o+r]', 0],
  'waiting-us': ['[w+r]', 'us'],
  'waiting-provider': ['[w+r]', 'provider'],
  'to-verify': ['[y+r]', 1],
  recurring: ['[k+r]', 1],
};

function isAccountScope(scope: View['scope']): scope is AccountScope {
  return scope === 'overdue' || scope in SCOPES;
}

/** One condition on accounts; `timely`: its rows come newest first. */
type Condition = Readonly<{ rows: Accounts; timely: boolean }>;

function conditions({ rows }: AccountTables, view: View, [low, high]: Bounds): Condition[] {
  const { scope, provider, system, asOf = Date.now() } = view;
  const range = (index: string, ...key: (string | number)[]): Condition => ({
    rows: rows.where(index).between([...key, low], [...key, high], true, true),
    timely: true,
  });
  const found: Condition[] = [];
  if (scope === 'overdue') found.push({ rows: rows.where('d').belowOrEqual(asOf), timely: false });
  // Looked at most, so it has an index of its own.
  const together = provider !== undefined && (scope === 'open' || scope === 'closed');
  if (together) found.push(range('[p+o+r]', provider, scope === 'open' ? 1 : 0));
  else {
    if (scope !== 'overdue' && isAccountScope(scope)) found.push(range(...SCOPES[scope]));
    if (provider !== undefined) found.push(range('[p+r]', provider));
  }
  if (system !== undefined) found.push(range('[s+r]', system));
  return found;
}

/** Whether accounts decide what is in the view. */
export function asksAccounts({ scope, provider, system }: View): boolean {
  return isAccountScope(scope) || provider !== undefined || system !== undefined;
}

/** The view's rows newest first, through one index of the accounts; null when more must be crossed. */
export function directAccounts(tables: AccountTables | null, view: View, bounds: Bounds): Accounts | null {
  if (tables === null || view.host !== undefined || view.scope === 'needs-details' || view.scope === 'trash')
    return null;
  const [first, second] = conditions(tables, view, bounds);
  return first?.timely === true && second === undefined ? first.rows : null;
}

/** Rows that fit every condition on accounts. */
export async function accountKeys(
  tables: AccountTables | null,
  view: View,
  bounds: Bounds,
): Promise<ReadonlySet<number>> {
  if (tables === null) return new Set();
  const lists = await Promise.all(conditions(tables, view, bounds).map(({ rows }) => rows.primaryKeys()));
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const sets = others.map((list) => new Set(list));
  return new Set(first.filter((row) => sets.every((set) => set.has(row))));
}

/** All rows with a due time, what is due first in front. */
export function dueKeys(tables: AccountTables | null): Promise<number[]> {
  return Promise.resolve(tables === null ? [] : tables.rows.orderBy('d').primaryKeys());
}
