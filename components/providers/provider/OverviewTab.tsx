import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { AgreementLine } from '../agreement/AgreementLine.tsx';
import { BoardPart } from '../board/BoardPart.tsx';
import { useDirectory } from '../directory-context.tsx';
import { useProviderCounts } from '../list/use-provider-counts.ts';
import { agreementsOf, contactsOf, systemsOf } from '../of-provider.ts';
import { hrefOf } from '../route.ts';
import type { ProviderTab } from '../route.ts';
import { OpenIssues } from './OpenIssues.tsx';

/** What is set up in a few lines, then how both sides keep it. */
export function OverviewTab({ provider }: { provider: Provider }) {
  const t = useText(providers);
  const { directory } = useDirectory();
  const counts = useProviderCounts();
  const { id } = provider;
  const systems = systemsOf(directory, id);
  const agreements = agreementsOf(directory, id);
  const [contact] = contactsOf(directory, id);
  const to = (tab: ProviderTab) => hrefOf({ place: 'provider', id, tab });
  return (
    <>
      <section aria-label={t.provider.glance}>
        <dl class="prov-facts prov-glance">
          <div>
            <dt>{t.provider.systems}</dt>
            <dd>
              {systems.length === 0 ? (
                <>
                  <span class="quiet">{t.provider.noSystems}.</span>{' '}
                  <a href={to('systems')}>{t.provider.addSystem}</a>
                </>
              ) : (
                <a href={to('systems')}>
                  <PageText text={systems.map(({ name }) => name).join(', ')} />
                </a>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.provider.agreement}</dt>
            <dd>
              {agreements.length === 0 && (
                <>
                  <span class="quiet">{t.provider.noAgreement}.</span>{' '}
                  <a href={to('agreement')}>{t.provider.addAgreement}</a>
                </>
              )}
              {agreements.map((agreement) => (
                <div key={agreement.id} class="prov-block">
                  <AgreementLine agreement={agreement} href={to('agreement')} />
                </div>
              ))}
            </dd>
          </div>
          <div>
            <dt>{t.provider.first}</dt>
            <dd>
              {contact === undefined ? (
                <>
                  <span class="quiet">{t.provider.noContact}.</span>{' '}
                  <a href={to('contacts')}>{t.provider.addContact}</a>
                </>
              ) : (
                <a href={to('contacts')}>
                  <PageText
                    text={[contact.name || t.contacts.roles[contact.role], contact.channels[0]?.address ?? '']
                      .filter((part) => part !== '')
                      .join(', ')}
                  />
                </a>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.provider.issues}</dt>
            <dd>
              <OpenIssues provider={provider} counts={counts?.get(id) ?? null} loading={counts === null} />
            </dd>
          </div>
        </dl>
      </section>
      <BoardPart provider={provider} />
    </>
  );
}
