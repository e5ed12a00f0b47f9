import type { Entry } from '../../domain/ledger/entry.ts';

/** When something happened, when it was written down, on whose side, and where that stands in the record. */
export function momentOf(entry: Entry) {
  return {
    at: entry.at,
    recordedAt: entry.recordedAt,
    zone: entry.zone,
    offsetMin: entry.offsetMin,
    certainty: entry.certainty,
    ...(entry.plusMinusMin === undefined ? {} : { plusMinusMin: entry.plusMinusMin }),
    side: entry.by.side,
    entry: { ledger: entry.ledger, n: entry.n },
  };
}
