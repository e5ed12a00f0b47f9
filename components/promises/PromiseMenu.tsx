import { useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { useText } from '../state/locale.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { PromiseActions } from './PromiseLine.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Props = Readonly<{ promise: PromiseRow; actions: PromiseActions }>;

/** What can still become of an open promise. Afterwards the way back is that of every change: undo. */
export function PromiseMenu({ promise, actions }: Props) {
  const t = useText(words).actions;
  const [dialog, setDialog] = useState<'keep' | 'move' | 'withdraw' | null>(null);
  const open = promise.outcome === 'openNotDue' || promise.outcome === 'openOverdue';
  const close = (): void => setDialog(null);
  const shared = { promise, actions, onClose: close };
  if (!open) return null;
  return (
    <span class="promise-menu">
      <Menu
        label={t.of(visibleText(promise.deliverable))}
        trigger={<Icon name="more" />}
        size="s"
        items={[
          { id: 'keep', label: `${t.keep}…`, onSelect: () => setDialog('keep') },
          { id: 'move', label: t.move, onSelect: () => setDialog('move') },
          { id: 'withdraw', label: t.withdraw, onSelect: () => setDialog('withdraw') },
        ]}
      />
      {dialog === 'keep' && <KeepDialog {...shared} />}
      {dialog === 'move' && <MoveDialog {...shared} />}
      {dialog === 'withdraw' && <WithdrawDialog {...shared} />}
    </span>
  );
}
