import type { Entry } from '../ledger/entry.ts';
import type { Position } from '../ledger/primitives.ts';
import { deciding } from './entry-order.ts';

type Timed = Pick<Entry, 'at' | 'recordedAt' | 'ledger' | 'n'>;

/** `decides`: what holds. `rivals`: what was written beside it without knowing of it, and could hold as well. */
export type Standing<E> = Readonly<{ decides: E | undefined; rivals: readonly E[] }>;

/**
 * Of several versions of one thing the one that holds. A version that names another one replaces it and all that its
 * ledger said before; within a ledger the higher number replaces the lower one. What is left was written without
 * knowledge of each other: then the rule of fields decides, and the rest is told.
 */
export function standing<E extends Timed>(
  versions: readonly E[],
  replaced: (version: E) => Position | undefined,
): Standing<E> {
  const last = new Map<string, E>();
  for (const version of versions) {
    const known = last.get(version.ledger);
    if (known === undefined || version.n > known.n) last.set(version.ledger, version);
  }
  const beaten = new Map<string, number>();
  for (const version of versions) {
    const named = replaced(version);
    if (named === undefined || named.ledger === version.ledger) continue;
    beaten.set(named.ledger, Math.max(beaten.get(named.ledger) ?? 0, named.n));
  }
  const heads = [...last.values()];
  const unbeaten = heads.filter(({ ledger, n }) => n > (beaten.get(ledger) ?? 0));
  // Only forged ledgers beat each other in a circle.
  const left = unbeaten.length > 0 ? unbeaten : heads;
  const decides = deciding(left);
  return { decides, rivals: left.filter((version) => version !== decides) };
}
