import { useSignalEffect } from '@preact/signals';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExportSelection } from '../../lib/app/export/selection.ts';
import type { ListRow } from '../../lib/app/log/log-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { IssuePane } from '../issue/IssuePane.tsx';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { EmptyLog } from './EmptyLog.tsx';
import { LogList } from './LogList.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { createLogModel } from './log-model.ts';
import { LogToolbar } from './LogToolbar.tsx';
import { ShortcutMap } from './ShortcutMap.tsx';
import { WishDialog } from './WishDialog.tsx';
import { StatusLine } from './StatusLine.tsx';
import { idle, later } from './timing.ts';
import { askToJoin, join } from './joining.ts';
import { useActions } from './use-actions.ts';
import { useLogKeys } from './use-log-keys.ts';
import './log.css';

const ExportDialog = lazy(async () => (await import('../data/ExportDialog.tsx')).ExportDialog);

/**
 * The log: list at the left, the open issue at the right; one below the other on narrow screens. What it shows
 * stands in the address, which it reads itself.
 */
export function LogScreen() {
  const { services, toasts } = useApp();
  const t = useText(log);
  const c = useText(common);
  const model = useMemo(
    () => createLogModel({ log: services.log, accounts: services.accounts, page: window, idle, later }),
    [services.log, services.accounts],
  );
  useEffect(() => () => model.dispose(), [model]);
  const actions = useActions(model.undo);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [map, setMap] = useState(false);
  const [exporting, setExporting] = useState<ExportSelection | null>(null);
  const [joining, setJoining] = useState<readonly ListRow[]>([]);
  const onJoin = (): void =>
    void askToJoin({ log: services.log, model, actions, say: toasts.show, t }, setJoining);
  useLogKeys({ model, actions, grid, search, onMap: () => setMap(true), onJoin });

  const { issue } = model.route.route.value;
  const wish = model.wish.value;
  const { total, phase, head } = model.list.snapshot.value;
  const failure = model.list.failure.value;
  const empty = phase === 'ready' && (total ?? head.length) === 0 && failure === null;
  // An issue opened by a link, or by back and forward, is the line that the keyboard is on.
  useSignalEffect(() => {
    const open = model.route.route.value.issue;
    const at = open === null ? -1 : model.list.indexOf(open);
    if (at !== -1 && model.active.peek().id !== open) model.moveTo(at);
  });

  return (
    <div class={issue === null ? 'log-screen' : 'log-screen log-screen-open'}>
      <h1 class="hidden-text">{t.heading}</h1>
      <section class="log-pane" aria-label={t.heading}>
        <LogToolbar model={model} searchRef={search} />
        <StatusLine
          model={model}
          actions={actions}
          onMap={() => setMap(true)}
          onJoin={onJoin}
          onExport={setExporting}
        />
        {failure !== null && (
          <Banner tone="problem" live>
            {failureText(c, failure)}
          </Banner>
        )}
        {empty ? <EmptyLog model={model} /> : <LogList model={model} gridRef={grid} />}
        <p class="hidden-text" id="log-list-help">
          {t.listHelp}
        </p>
      </section>
      {issue !== null && (
        <IssuePane
          key={issue}
          id={issue}
          model={model}
          actions={actions}
          onExport={(id) => setExporting({ kind: 'selection', issueIds: [id] })}
        />
      )}
      <JoinDialog
        rows={joining}
        onClose={() => setJoining([])}
        onJoin={(stays, others) => {
          setJoining([]);
          void join({ log: services.log, model, actions, t }, stays, others);
        }}
      />
      {wish !== null && issue === null && (
        <WishDialog
          key={`${wish.issueId} ${wish.what}`}
          wish={wish}
          actions={actions}
          onClose={() => {
            model.wish.value = null;
          }}
        />
      )}
      <ShortcutMap open={map} onClose={() => setMap(false)} />
      {exporting !== null && (
        <Suspense fallback={null}>
          <ExportDialog open selection={exporting} onClose={() => setExporting(null)} />
        </Suspense>
      )}
    </div>
  );
}
