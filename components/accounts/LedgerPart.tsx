import { useState } from 'preact/hooks';
import type { Account } from '../../lib/domain/accountability/account.ts';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { dueMarksOf, heldIn, ledgerBar } from '../../lib/domain/accountability/ledger-bar.ts';
import { OWNERS } from '../../lib/domain/accountability/owner.ts';
import { sumOf } from '../../lib/domain/accountability/sum-of.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { sumText } from '../../lib/i18n/accounts/sum-text.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { ownerWords, providerName } from './account-words.ts';
import { BarTable } from './BarTable.tsx';
import { FullBar } from './FullBar.tsx';

type Props = Readonly<{ of: IssueAccount; account: Account; now: Date }>;

/** The bar, the sentence of its sum, and its table. */
export function LedgerPart({ of, account, now }: Props) {
  const t = useText(accounts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const bar = ledgerBar(heldIn(account), dueMarksOf(account));
  if (bar === null) return null;
  const p = providerName(of, t);
  const { owners } = account.ledger;
  const parts = OWNERS.filter((owner) => owners[owner].rawMs > 0).map((owner) =>
    t.bar.part(ownerWords(owner, p, t), format.elapsed(owners[owner].rawMs)),
  );
  const known = { us: of.calendars.ours.id !== null, provider: of.calendars.provider.id !== null };
  return (
    <div class="ledger-part">
      <FullBar
        bar={bar}
        provider={p}
        label={t.bar.list(format.list(parts))}
        open={account.owner !== 'closed'}
        now={now}
      />
      <p class="ledger-sum num">{sumText(sumOf(account.ledger), p, known, t, format)}</p>
      <details class="issue-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.bar.table}</summary>
        {open && <BarTable of={of} account={account} />}
      </details>
    </div>
  );
}
