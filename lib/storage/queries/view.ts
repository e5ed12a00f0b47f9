import type { Collection } from 'dexie';
import type { View } from '../types/log-view.ts';
import type { GenTables, StoredIssue } from '../tables.ts';
import { accountKeys, asksAccounts, directAccounts, dueKeys } from './account-view.ts';

type Issues = Collection<StoredIssue, number>;

/** −Infinity and Infinity are valid keys and lie outside every time. */
function bounds({ from, to }: View): readonly [number, number] {
  // `r` is the negative time: the newest end of the range comes first. `to` is exclusive, times are whole ms.
  return [
    to === undefined ? -Infinity : 1 - Date.parse(to),
    from === undefined ? Infinity : 0 - Date.parse(from),
  ];
}

const trashOf = (view: View): 0 | 1 => (view.scope === 'trash' ? 1 : 0);

/** The rows of the view by time, through one index; null when it needs two (`needs-details` of one host). */
function byTime(gen: GenTables, view: View): Issues | null {
  const [low, high] = bounds(view);
  const t = trashOf(view);
  const needs = view.scope === 'needs-details';
  if (needs && view.host !== undefined) return null;
  if (needs) return gen.issues.where('[t+d+r]').between([t, 1, low], [t, 1, high], true, true);
  if (view.host !== undefined)
    return gen.issues.where('[t+v.host+r]').between([t, view.host, low], [t, view.host, high], true, true);
  return gen.issues.where('[t+r]').between([t, low], [t, high], true, true);
}

/** All rows of log or trash in the order of a sort that no filter index has. */
function bySort(gen: GenTables, view: View): Issues {
  const t = trashOf(view);
  const whole = {
    title: '[t+s]',
    host: '[t+v.host+r]',
    priority: '[t+p+r]',
    changed: '[t+c]',
    newest: '[t+r]',
    oldest: '[t+r]',
    due: '[t+r]',
  };
  // [t] < [t, anything] < [t + 0.5]: a whole prefix of a compound index.
  return gen.issues.where(whole[view.sort]).between([t], [t + 0.5], true, false);
}

function isFiltered(view: View): boolean {
  const { scope, host, from, to } = view;
  return (
    scope === 'needs-details' ||
    host !== undefined ||
    from !== undefined ||
    to !== undefined ||
    asksAccounts(view)
  );
}

/** A collection that is the view, in its order; null when orders and filters must be crossed in memory. */
export function direct(gen: GenTables, view: View): Issues | null {
  if (asksAccounts(view) || view.sort === 'due') return null;
  if (view.sort === 'newest') return byTime(gen, view);
  if (view.sort === 'oldest') return byTime(gen, view)?.reverse() ?? null;
  // Within one host, "by host" means newest first.
  if (view.sort === 'host' && view.host !== undefined) return byTime(gen, view);
  return isFiltered(view) ? null : bySort(gen, view);
}

/** The first rows of a view that one index of the accounts is; null when it is none. */
export async function directPage(
  { accounts }: GenTables,
  view: View,
  offset: number,
  limit: number,
): Promise<number[] | null> {
  if (!asksAccounts(view) || (view.sort !== 'newest' && view.sort !== 'oldest')) return null;
  const found = directAccounts(accounts, view, bounds(view));
  const ordered = view.sort === 'oldest' ? found?.reverse() : found;
  if (ordered == null) return null;
  return (offset > 0 ? ordered.offset(offset) : ordered).limit(limit).primaryKeys();
}

export async function viewKeys(gen: GenTables, view: View): Promise<Int32Array> {
  const collection = view.sort === 'oldest' ? null : direct(gen, view);
  if (collection !== null) return Int32Array.from(await collection.primaryKeys());
  const wanted = await filtered(gen, view);
  if (view.sort === 'newest') return wanted;
  if (view.sort === 'oldest') return wanted.reverse();
  if (view.sort === 'host' && view.host !== undefined) return wanted;
  if (view.sort === 'due') return dueFirst(gen, wanted);
  const ordered = await bySort(gen, view).primaryKeys();
  const within = new Set(wanted);
  return Int32Array.from(ordered.filter((row) => within.has(row)));
}

async function dueFirst({ accounts }: GenTables, wanted: Int32Array): Promise<Int32Array> {
  const within = new Set(wanted);
  const due = (await dueKeys(accounts)).filter((row) => within.has(row));
  const first = new Set(due);
  return Int32Array.from([...due, ...wanted.filter((row) => !first.has(row))]);
}

/** The view's rows, newest first. */
async function filtered(gen: GenTables, view: View): Promise<Int32Array> {
  if (!asksAccounts(view)) return byIssues(gen, view);
  const found = directAccounts(gen.accounts, view, bounds(view));
  if (found !== null) return Int32Array.from(await found.primaryKeys());
  const fitting = await accountKeys(gen.accounts, view, bounds(view));
  if (fitting.size === 0) return new Int32Array(0);
  const { provider: _provider, system: _system, ...rest } = view;
  const issues = await byIssues(gen, rest);
  return issues.filter((row) => fitting.has(row));
}

async function byIssues(gen: GenTables, view: View): Promise<Int32Array> {
  const one = byTime(gen, view);
  if (one !== null) return Int32Array.from(await one.primaryKeys());
  const { host: _host, ...anyHost } = view;
  const needs = new Set(await byTime(gen, anyHost)?.primaryKeys());
  const ofHost = (await byTime(gen, { ...view, scope: 'log' })?.primaryKeys()) ?? [];
  return Int32Array.from(ofHost.filter((row) => needs.has(row)));
}
