import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DirectoryFile } from '../DirectoryFile.tsx';
import { useDirectory } from '../directory-context.tsx';
import { hrefOf } from '../route.ts';
import { LooseSystems } from './LooseSystems.tsx';
import { ProviderTable } from './ProviderTable.tsx';
import { RetiredList } from './RetiredList.tsx';

/** All providers: what they run for us, what was agreed, and how much is open. */
export function ListPage() {
  const t = useText(providers).list;
  const { directory } = useDirectory();
  const add = (
    <a class="button button-primary button-m" href={hrefOf({ place: 'new' })}>
      {t.add}
    </a>
  );
  return (
    <div class="prov-page">
      {directory.providers.size === 0 ? (
        <>
          <h1 class="hidden-text">{t.heading}</h1>
          <EmptyState title={t.empty} action={add}>
            {t.emptyText}
          </EmptyState>
        </>
      ) : (
        <>
          <header class="prov-head">
            <h1>{t.heading}</h1>
            {add}
          </header>
          <ProviderTable />
        </>
      )}
      <LooseSystems />
      <RetiredList />
      <DirectoryFile />
    </div>
  );
}
