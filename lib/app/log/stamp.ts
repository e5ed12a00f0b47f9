import type { NewEntry } from '../../domain/ledger/entry.ts';
import { BY_US, momentOf } from '../moment.ts';

export type Stamp = Pick<NewEntry, 'at' | 'zone' | 'offsetMin' | 'certainty' | 'by'>;

/** A time typed in that lies further back than this was remembered, not just observed. */
const JUST_NOW_MS = 2 * 60_000;

/** The when and who of an entry that is written by hand. `at` defaults to now. */
export function createStamp(now: () => Date, zone: () => string): (at?: Date) => Stamp {
  return (at) => {
    const present = now();
    const moment = at ?? present;
    const recalled = present.getTime() - moment.getTime() > JUST_NOW_MS;
    return { ...BY_US, ...momentOf(moment, zone()), certainty: recalled ? 'recalled' : 'exact' };
  };
}
