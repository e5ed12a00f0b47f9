import { viewOf } from '../../lib/app/log/log-filter.ts';
import type { ExportSelection } from '../../lib/app/export/selection.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useApp } from '../state/app.tsx';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BulkBar } from './BulkBar.tsx';
import type { LogModel } from './log-model.ts';
import type { Actions } from './use-actions.ts';

type Props = Readonly<{
  model: LogModel;
  actions: Actions;
  onMap: () => void;
  onJoin: () => void;
  onExport: (what: ExportSelection) => void;
}>;

const FEW = 50;

/** How many there are, or what can be done with those ticked. One height for both, so that nothing jumps. */
export function StatusLine({ model, actions, onMap, onJoin, onExport }: Props) {
  const t = useText(log);
  const accountWords = useText(accounts);
  const format = useFormat();
  const following = model.accounts.counts.value?.following ?? null;
  // What takes a blink is not worth a word.
  const isLong = following !== null && following.total > FEW;
  const { services } = useApp();
  const { total, phase, filter } = model.list.snapshot.value;
  const count = model.selection.count.value;

  async function exportSelection(): Promise<void> {
    const { marked } = model.selection;
    const now = marked.value;
    if (now.kind === 'view' && now.except.size === 0)
      return onExport({ kind: 'view', view: now.view, text: now.text });
    const issueIds = await services.log.bulk.resolve(
      model.selection.selection(),
      new AbortController().signal,
    );
    onExport({ kind: 'selection', issueIds });
  }
  if (count > 0 || actions.work.value !== null) {
    return (
      <div class="log-status-line">
        <BulkBar model={model} actions={actions} onExport={() => void exportSelection()} onJoin={onJoin} />
      </div>
    );
  }
  const found = filter.text.trim() !== '';
  return (
    <div class="log-status-line">
      <p class="quiet num" role="status">
        {total === null ? '' : found ? t.found(total, phase === 'ready') : t.total(total)}
        {isLong &&
          ` · ${accountWords.following(format.number(following.done), format.number(following.total))}`}
      </p>
      <span class="log-status-end">
        {total !== null && total > 0 && (
          <>
            <Button size="s" variant="quiet" onClick={() => model.selectAll()}>
              {t.selection.all}
            </Button>
            <Button
              size="s"
              variant="quiet"
              onClick={() =>
                onExport({ kind: 'view', view: viewOf(filter, services.log.now()), text: filter.text })
              }
            >
              {t.exportView}
            </Button>
          </>
        )}
        <IconButton label={t.shortcuts.open} onClick={onMap}>
          ?
        </IconButton>
      </span>
    </div>
  );
}
