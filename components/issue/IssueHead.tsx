import { useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { ticketText } from '../../lib/app/log/ticket-text.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { LogModel } from '../log/log-model.ts';
import { PurgeDialog } from '../log/PurgeDialog.tsx';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { MenuItem } from '../ui/Menu.tsx';

type Props = Readonly<{ detail: IssueDetail; model: LogModel; actions: Actions; onExport: () => void }>;

/** Key and what can be done with the whole issue; stays in sight while the rest scrolls. */
export function IssueHead({ detail, model, actions, onExport }: Props) {
  const t = useText(words);
  const c = useText(common);
  const format = useFormat();
  const { toasts } = useApp();
  const [purging, setPurging] = useState(false);
  const { issue } = detail;

  async function copy(): Promise<void> {
    const { text, html } = ticketText(detail, { issue: t, common: c, format });
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
      toasts.show({ text: t.actions.copied });
    } catch {
      toasts.show({ tone: 'problem', text: t.actions.copyFailed });
    }
  }
  const items: readonly MenuItem[] = [
    { id: 'export', label: t.actions.export, onSelect: onExport },
    { id: 'print', label: t.actions.print, onSelect: () => print() },
    ...(issue.trashed
      ? [
          { id: 'restore', label: t.actions.restore, onSelect: () => void actions.restore([issue.id]) },
          { id: 'purge', label: t.actions.purge, danger: true, onSelect: () => setPurging(true) },
        ]
      : [{ id: 'trash', label: t.actions.trash, keys: '#', onSelect: () => void actions.trash([issue.id]) }]),
  ];
  return (
    <header class="issue-head">
      <span class="issue-back">
        <Button size="s" variant="quiet" onClick={() => model.close()}>
          ← {t.back}
        </Button>
      </span>
      <span class="issue-key num">{issue.key}</span>
      <span class="issue-head-actions">
        <Button size="s" variant="primary" onClick={() => void copy()}>
          {t.actions.copy}
        </Button>
        <Menu label={t.actions.more} trigger={<Icon name="more" />} items={items} size="s" />
        <span class="issue-close">
          <IconButton label={t.close} icon="close" onClick={() => model.close()} />
        </span>
      </span>
      <PurgeDialog
        open={purging}
        count={1}
        onClose={() => setPurging(false)}
        onPurge={() => {
          setPurging(false);
          void actions.purge([issue.id]).then((done) => done && model.close());
        }}
      />
    </header>
  );
}
