import { MINUTE } from '../../domain/time/instant.ts';
import type { Store } from '../../storage/types/store.ts';
import { atTime, type Later } from '../timers.ts';
import type { Period, ProviderBoard } from './account-service.ts';
import type { ProviderDesk } from './provider-desk.ts';

export type LiveBoardDeps = Readonly<{ store: Pick<Store, 'live'>; now: () => Date; later: Later }>;

/** A board at once, if it is known; then whatever changes it, and every minute while something is open. */
export function liveBoard(
  { store, now, later }: LiveBoardDeps,
  desk: ProviderDesk,
  period: Period,
  onValue: (board: ProviderBoard) => void,
  onError: (code: string) => void,
): () => void {
  let stopped = false;
  let cancel = (): void => undefined;

  function show(): void {
    cancel();
    const board = stopped ? null : desk.board(period);
    if (board === null) return;
    onValue(board);
    // What is open goes on.
    if (board.now.open > 0) cancel = atTime(later, now, now().getTime() + MINUTE, show);
  }

  show();
  const forget = desk.onUpdate(show);
  const stop = store.live(
    () => desk.beside(),
    (beside) => void desk.update(beside, period).catch(() => onError('read')),
    (failure) => onError(failure.code),
  );
  return () => {
    stopped = true;
    stop();
    forget();
    cancel();
  };
}
