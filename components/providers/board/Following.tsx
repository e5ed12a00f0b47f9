import type { Following as Followed, LiveCounts } from '../../../lib/app/accounts/account-service.ts';
import { board } from '../../../lib/i18n/board/board.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { useLive } from '../../state/use-live.ts';

/** How far the accounts are being worked out; null: they are up to date. */
export function useFollowing(): Followed {
  const { accounts } = useApp().services;
  const counts = useLive<LiveCounts | null>(
    (listener) => accounts.liveCounts(listener, () => undefined),
    null,
    [accounts],
  );
  return counts?.following ?? null;
}

/** Says that the figures are still being worked out, after an agreement or calendar was changed. */
export function Following({ following }: { following: Followed }) {
  const t = useText(board);
  const format = useFormat();
  return (
    <p class="board-following quiet small" role="status">
      {following && t.following(format.number(following.done), format.number(following.total))}
    </p>
  );
}
