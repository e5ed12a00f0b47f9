import type { LiveCounts } from '../../../lib/app/accounts/account-service.ts';
import { board } from '../../../lib/i18n/board/board.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { useLive } from '../../state/use-live.ts';

/** Says that the figures are still being worked out, after an agreement or calendar was changed. */
export function Following() {
  const t = useText(board);
  const format = useFormat();
  const { accounts } = useApp().services;
  const counts = useLive<LiveCounts | null>(
    (listener) => accounts.liveCounts(listener, () => undefined),
    null,
    [accounts],
  );
  const following = counts?.following ?? null;
  return (
    <p class="board-following quiet small" role="status">
      {following && t.following(format.number(following.done), format.number(following.total))}
    </p>
  );
}
