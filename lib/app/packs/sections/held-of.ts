import type { AccountRow } from '../../../domain/accountability/account-row.ts';
import type { Held } from '../../../domain/accountability/ledger-bar.ts';
import type { Ms } from '../../../domain/time/instant.ts';

/** The stretches of the bar; the last one of an open issue lasts until now. */
export function heldOf({ bar }: Pick<AccountRow, 'bar'>, asOf: Ms): Held[] {
  const last = bar.stretches.length - 1;
  return bar.stretches.map(([owner, from, to], index) => ({
    owner,
    from,
    to: bar.open && index === last ? Math.max(asOf, from) : to,
  }));
}
