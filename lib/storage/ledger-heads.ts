import type { LedgerHead } from './types/ledger.ts';
import type { LedgerRow } from './tables.ts';

export function ledgerHead({ ledger, code, own, n, link, issues }: LedgerRow): LedgerHead {
  return { ledger, code, own, n, link, issues };
}
