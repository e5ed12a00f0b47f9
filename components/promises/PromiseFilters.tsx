import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { ViewTabs } from '../ui/ViewTabs.tsx';
import { useText } from '../state/locale.tsx';
import { Select } from '../ui/Field.tsx';
import { isInView, VIEWS, type PromisesRoute, type Whose } from './promises-route.ts';

const WHOSE: readonly Whose[] = ['both', 'us', 'provider'];

type Props = Readonly<{
  route: PromisesRoute;
  /** Of the chosen sides and providers: what the views count. */
  rows: readonly PromiseRow[];
  providers: readonly Provider[];
  onRoute: (change: Partial<PromisesRoute>) => void;
}>;

export function PromiseFilters({ route, rows, providers, onRoute }: Props) {
  const t = useText(words);
  return (
    <div class="promises-bar">
      <ViewTabs
        label={t.views.label}
        value={route.view}
        views={VIEWS.map((view) => ({
          value: view,
          label: t.views[view],
          count: rows.filter((row) => isInView(row, view)).length,
        }))}
        onValue={(view) => onRoute({ view })}
      />
      <Select
        label={t.whose.label}
        labelHidden
        value={route.whose}
        options={WHOSE.map((value) => ({ value, label: t.whose[value] }))}
        onValue={(whose) => onRoute({ whose })}
      />
      {providers.length > 0 && (
        <Select
          label={t.provider}
          labelHidden
          value={route.providerId ?? ''}
          options={[
            { value: '', label: t.allProviders },
            ...providers.map(({ id, name }) => ({ value: id, label: visibleText(name) })),
          ]}
          onValue={(id) => onRoute({ providerId: id === '' ? null : id })}
        />
      )}
    </div>
  );
}
