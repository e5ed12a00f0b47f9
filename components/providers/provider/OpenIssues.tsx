import type { AccountCounts } from '../../../lib/app/accounts/account-service.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';

type Props = Readonly<{ provider: Provider; counts: AccountCounts | null; loading: boolean }>;

/** What is open with a provider, each number a way into the log; what waits for us first. */
export function OpenIssues({ provider, counts, loading }: Props) {
  const t = useText(providers).provider;
  if (loading) return <span class="quiet">…</span>;
  const { open = 0, waitingUs = 0, waitingProvider = 0, overdue = 0 } = counts ?? {};
  const link = (view: string) => `#/log?view=${view}&provider=${provider.id}`;
  const parts = [
    { view: 'open', count: open, words: t.openIssues(open) },
    { view: 'waiting-us', count: waitingUs, words: t.waitingUs(waitingUs) },
    {
      view: 'waiting-provider',
      count: waitingProvider,
      words: t.waitingThem(waitingProvider, provider.name),
    },
    { view: 'overdue', count: overdue, words: t.overdue(overdue) },
  ].filter(({ view, count }) => count > 0 || view === 'open');
  return (
    <ul class="prov-inline">
      {parts.map(({ view, words }) => (
        <li key={view}>
          <a href={link(view)}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
