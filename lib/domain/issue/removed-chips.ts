import type { Entry, EntryOf } from '../ledger/entry.ts';
import { deciding } from './entry-order.ts';

type Said = EntryOf<'evidence.removed' | 'evidence.restored'>;

/** Findings that are off the issue now, by capture; the last word on each decides. */
export function removedChips(history: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const removed = new Map<string, Set<string>>();
  for (const [captureId, chips] of saidOfChips(history)) {
    const off = [...chips].filter(([, said]) => deciding(said)?.kind === 'evidence.removed');
    removed.set(captureId, new Set(off.map(([chipId]) => chipId)));
  }
  return removed;
}

/** Capture → finding → what was said about it. */
function saidOfChips(history: readonly Entry[]): ReadonlyMap<string, ReadonlyMap<string, readonly Said[]>> {
  const said = new Map<string, Map<string, Said[]>>();
  for (const entry of history) {
    if (entry.kind !== 'evidence.removed' && entry.kind !== 'evidence.restored') continue;
    if (!('captureId' in entry.body)) continue;
    const { captureId, chipIds } = entry.body;
    const chips = said.get(captureId) ?? new Map<string, Said[]>();
    for (const chipId of chipIds) chips.set(chipId, [...(chips.get(chipId) ?? []), entry]);
    said.set(captureId, chips);
  }
  return said;
}
