import type { Dexie } from 'dexie';
import type { AccountTables, Marker } from '../accounts/tables.ts';

/** How many of a provider's issues were overdue, and of which accounts that was counted. */
type Counted = Readonly<{ token: string; change: number; asOf: number; overdue: number }>;

/** By connection and provider. */
const counted = new WeakMap<Dexie, Map<string, Counted>>();

/**
 * Issues of a provider whose due time has passed. As long as no account has changed, only those are counted that have
 * become overdue since it was asked last: a log full of old ones costs no more than an empty one.
 * @param marker of the same transaction: with every change of an account it is another one
 */
export async function countOverdue(
  { rows }: AccountTables,
  marker: Marker,
  providerId: string,
  now: number,
): Promise<number> {
  const { token, change } = marker;
  const kept = counted.get(rows.db) ?? new Map<string, Counted>();
  counted.set(rows.db, kept);
  const before = kept.get(providerId);
  const holds = before?.token === token && before.change === change && before.asOf <= now;
  const from = holds ? before.asOf : -Infinity;
  const more = await rows.where('[p+d]').between([providerId, from], [providerId, now], !holds, true).count();
  const overdue = (holds ? before.overdue : 0) + more;
  kept.set(providerId, { token, change, asOf: now, overdue });
  return overdue;
}
