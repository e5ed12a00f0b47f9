import { ledgerCode } from '../domain/ledger/ledger-code.ts';
import type { LedgerId } from '../domain/ledger/primitives.ts';
import type { Plan } from './inspect-import.ts';
import type { LedgerRow } from './tables.ts';
import type { ImportRow } from './types/import.ts';

/** What taking it back will have to know; `present`: the ledgers as they are without it. */
export function importRow(
  { importId, entries, at, own }: Pick<ImportRow, 'importId' | 'entries' | 'at' | 'own'>,
  plan: Plan,
  present: ReadonlyMap<LedgerId, LedgerRow>,
): ImportRow {
  const ledgers = [...plan.ledgers].flatMap(([ledger, { n, added }]) => {
    const after = present.get(ledger)?.n ?? 0;
    return added === 0 ? [] : [{ ledger, code: ledgerCode(ledger), after, upTo: Math.max(n, after) }];
  });
  return { key: `import:${importId}`, importId, at, entries, ledgers, own };
}
