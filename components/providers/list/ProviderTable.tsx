import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { AgreementLine } from '../agreement/AgreementLine.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { agreementsOf, providersOf, systemsOf } from '../of-provider.ts';
import { hrefOf } from '../route.ts';
import { OpenCounts } from './OpenCounts.tsx';
import { useProviderCounts } from './use-provider-counts.ts';

const MOST_NAMES = 4;

/** One line per provider. */
export function ProviderTable() {
  const t = useText(providers);
  const { directory, managed } = useDirectory();
  const counts = useProviderCounts();
  return (
    <table class="prov-table prov-table-stack">
      <thead>
        <tr>
          <th scope="col">{t.list.provider}</th>
          <th scope="col">{t.list.systems}</th>
          <th scope="col">{t.list.agreement}</th>
          <th scope="col">{t.list.issues}</th>
        </tr>
      </thead>
      <tbody>
        {providersOf(directory).map((provider) => {
          const systems = systemsOf(directory, provider.id);
          const [agreement] = agreementsOf(directory, provider.id);
          return (
            <tr key={provider.id}>
              <th scope="row">
                <a class="prov-name" href={hrefOf({ place: 'provider', id: provider.id, tab: 'overview' })}>
                  <PageText text={provider.name} />
                </a>
                <span class="prov-under">
                  {t.kind[provider.kind]}
                  {managed.has(provider.id) && <ManagedMark />}
                </span>
              </th>
              <td>
                {systems.length === 0 ? (
                  <span class="quiet">{t.list.noSystems}</span>
                ) : (
                  <>
                    <PageText
                      text={systems
                        .slice(0, MOST_NAMES)
                        .map(({ name }) => name)
                        .join(', ')}
                    />
                    {systems.length > MOST_NAMES && ` +${systems.length - MOST_NAMES}`}
                  </>
                )}
              </td>
              <td>
                {agreement === undefined ? (
                  <span class="quiet">{t.list.noAgreement}</span>
                ) : (
                  <AgreementLine agreement={agreement} />
                )}
              </td>
              <td class="num">
                <OpenCounts counts={counts?.get(provider.id) ?? null} loading={counts === null} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
