import { providers } from '../../../lib/i18n/providers/providers.ts';
import { LazyScreen } from '../../shell/LazyScreen.tsx';
import { useText } from '../../state/locale.tsx';
import { AgreementTab } from '../agreement/AgreementTab.tsx';
import { ContactsTab } from '../contacts/ContactsTab.tsx';
import { useDirectory } from '../directory-context.tsx';
import { Missing } from '../Missing.tsx';
import { contactsOf, systemsOf } from '../of-provider.ts';
import { hrefOf, PROVIDER_TABS } from '../route.ts';
import type { ProviderTab } from '../route.ts';
import { SystemsTab } from '../systems/SystemsTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { ProviderHead } from './ProviderHead.tsx';

const loadTickets = () => import('../../reconcile/ReconcileTab.tsx').then(({ ReconcileTab }) => ReconcileTab);

/** One provider: what it runs, what was agreed, whom to call, and how both sides keep it. */
export function ProviderPage({ id, tab }: { id: string; tab: ProviderTab }) {
  const t = useText(providers).provider;
  const { directory } = useDirectory();
  const provider = directory.providers.get(id);
  if (provider === undefined) return <Missing />;
  const count: Readonly<Record<ProviderTab, number>> = {
    overview: 0,
    systems: systemsOf(directory, id).length,
    agreement: 0,
    contacts: contactsOf(directory, id).length,
    tickets: 0,
  };
  return (
    <div class="prov-page">
      <ProviderHead provider={provider} />
      <nav class="shell-tabs prov-tabs" aria-label={t.parts}>
        {PROVIDER_TABS.map((one) => (
          <a
            key={one}
            href={hrefOf({ place: 'provider', id, tab: one })}
            aria-current={one === tab ? 'page' : undefined}
          >
            {t.tab[one]}
            {count[one] > 0 && <span class="prov-count">{count[one]}</span>}
          </a>
        ))}
      </nav>
      {tab === 'overview' && <OverviewTab provider={provider} />}
      {tab === 'systems' && <SystemsTab provider={provider} />}
      {tab === 'agreement' && <AgreementTab provider={provider} />}
      {tab === 'contacts' && <ContactsTab provider={provider} />}
      {tab === 'tickets' && <LazyScreen load={loadTickets} props={{ provider }} />}
    </div>
  );
}
