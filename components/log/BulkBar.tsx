import { useState } from 'preact/hooks';
import type { IssueId } from '../../lib/app/log/log-service.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { LabelDialog } from './LabelDialog.tsx';
import type { LogModel } from './log-model.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import type { Actions } from './use-actions.ts';
import './bulk-bar.css';

type Props = Readonly<{ model: LogModel; actions: Actions; onExport: () => void; onJoin: () => void }>;

/** What can be done with the ticked issues; takes the place of the line that says how many there are. */
export function BulkBar({ model, actions, onExport, onJoin }: Props) {
  const t = useText(log);
  const [dialog, setDialog] = useState<Readonly<{ kind: 'label' | 'purge'; ids: readonly IssueId[] }> | null>(
    null,
  );
  const count = model.selection.count.value;
  const inTrash = model.route.route.value.filter.scope === 'trash';
  const work = actions.work.value;

  const withIds = (act: (ids: readonly IssueId[]) => Promise<boolean> | void): void =>
    void actions.forSelected(model.selection, act);

  if (work !== null) {
    return <ProgressBar label={t.selection.region} done={work.done} total={work.of} onCancel={work.stop} />;
  }
  return (
    <div class="bulk-bar" role="group" aria-label={t.selection.region}>
      <span class="bulk-count num" role="status">
        {t.selection.count(count)}
      </span>
      {!inTrash && (
        <Button size="s" icon="trash" onClick={() => withIds(actions.trash)}>
          {t.selection.trash}
        </Button>
      )}
      {inTrash && (
        <Button size="s" icon="undo" onClick={() => withIds(actions.restore)}>
          {t.selection.restore}
        </Button>
      )}
      <Button size="s" onClick={() => withIds((ids) => setDialog({ kind: 'label', ids }))}>
        {t.selection.label}
      </Button>
      {!inTrash && count > 1 && (
        <Button size="s" title={t.join.hint} aria-keyshortcuts="m" onClick={onJoin}>
          {t.join.action}
        </Button>
      )}
      <Button size="s" onClick={onExport}>
        {t.selection.export}
      </Button>
      {inTrash && (
        <Button size="s" variant="danger" onClick={() => withIds((ids) => setDialog({ kind: 'purge', ids }))}>
          {t.selection.purge}
        </Button>
      )}
      <Button size="s" variant="quiet" onClick={() => model.selection.clear()}>
        {t.selection.none}
      </Button>
      <LabelDialog
        open={dialog?.kind === 'label'}
        count={dialog?.ids.length ?? 0}
        onClose={() => setDialog(null)}
        onLabel={(label) => {
          const ids = dialog?.ids ?? [];
          setDialog(null);
          void actions.addLabel(ids, label).then((done) => done && model.selection.clear());
        }}
      />
      <PurgeDialog
        open={dialog?.kind === 'purge'}
        count={dialog?.ids.length ?? 0}
        onClose={() => setDialog(null)}
        onPurge={() => {
          const ids = dialog?.ids ?? [];
          setDialog(null);
          void actions.purge(ids).then((done) => done && model.selection.clear());
        }}
      />
    </div>
  );
}
