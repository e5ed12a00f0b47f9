import type { ReportSource } from '../../export/source.ts';
import type { Store } from '../../storage/store-types.ts';

/** The store as an export sees it. */
export function reportSource(store: Store): ReportSource {
  return {
    heads: async () => (await store.ledgers()).map(({ ledger, n, link }) => ({ ledger, n, link })),
    issue: (id) => store.issue(id),
    async picture(sha256) {
      const found = await store.picture(sha256);
      return 'missing' in found ? null : found;
    },
  };
}
