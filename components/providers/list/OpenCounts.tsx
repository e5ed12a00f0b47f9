import type { AccountCounts } from '../../../lib/app/accounts/account-service.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';

/** How much is open, and what of it needs somebody: our own part first. */
export function OpenCounts({ counts, loading }: { counts: AccountCounts | null; loading: boolean }) {
  const t = useText(providers).list;
  if (loading) return <span class="quiet">…</span>;
  const { open = 0, waitingUs = 0, overdue = 0 } = counts ?? {};
  return (
    <>
      {t.open(open)}
      {waitingUs > 0 && <span class="prov-under prov-us">{t.waitingUs(waitingUs)}</span>}
      {overdue > 0 && <span class="prov-under prov-late">{t.overdue(overdue)}</span>}
    </>
  );
}
