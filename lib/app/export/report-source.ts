import type { ReportSource } from '../../export/source.ts';
import type { Store } from '../../storage/types/store.ts';

/** The store as an export sees it. */
export function reportSource(store: Store): ReportSource {
  return {
    heads: async () => (await store.ledgers()).map(({ ledger, n, link }) => ({ ledger, n, link })),
    issues: (ids) => store.issues(ids),
    pictures: (hashes) => store.pictures(hashes),
  };
}
