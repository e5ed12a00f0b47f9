import { useMemo, useState } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { createUndoStore } from '../log/undo-store.ts';
import { useActions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CalendarFile } from './CalendarFile.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';
import { PromiseFilters } from './PromiseFilters.tsx';
import { PromiseSum } from './PromiseSum.tsx';
import { PromiseTable } from './PromiseTable.tsx';
import { hashOfPromises, inOrder, isChosen, isInView, promisesRouteOf } from './promises-route.ts';
import { usePromises } from './use-promises.ts';
import './promises.css';

const NONE: readonly PromiseRow[] = [];

/** What both sides undertook to do, and what became of it. */
export function PromisesScreen() {
  const t = useText(words);
  const c = useText(common);
  const [path] = useHashLocation();
  const route = promisesRouteOf(path);
  const undo = useMemo(createUndoStore, []);
  const actions = useActions(undo);
  const { now } = useApp().services.log;
  const directory = useDirectory();
  const { rows, failure } = usePromises();
  const [adding, setAdding] = useState(false);
  const all = rows ?? NONE;
  const chosen = all.filter((row) => isChosen(row, route));
  const shown = inOrder(
    chosen.filter((row) => isInView(row, route.view)),
    route.view,
  );
  const providers = directory === null ? [] : [...directory.providers.values()];
  return (
    <div class="promises-page">
      <header class="promises-head">
        <div>
          <h1>{t.title}</h1>
          <p class="quiet">{t.lead}</p>
        </div>
        <div class="promises-actions">
          <CalendarFile />
          <Button variant="primary" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      </header>
      {failure !== null && (
        <Banner tone="problem" live>
          {failureText(c, failure)}
        </Banner>
      )}
      {rows !== null && rows.length === 0 && (
        <EmptyState title={t.empty.title}>{t.empty.sentence}</EmptyState>
      )}
      {all.length > 0 && (
        <>
          <PromiseSum rows={all} providerId={route.providerId} directory={directory} asOf={now().getTime()} />
          <PromiseFilters
            route={route}
            rows={chosen}
            providers={providers}
            onRoute={(change) => (location.hash = hashOfPromises({ ...route, ...change }))}
          />
          <PromiseTable rows={shown} directory={directory} actions={actions} />
        </>
      )}
      {adding && (
        <PromiseDialog
          about={null}
          providerId={route.providerId}
          providers={providers}
          provider={null}
          contacts={directory === null ? [] : [...directory.contacts.values()]}
          actions={actions}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
