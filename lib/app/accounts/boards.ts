import { ourCard, providerCard } from '../../domain/accountability/scorecards.ts';
import { promisesOf as promiseFigures } from '../../domain/accountability/statistics/promises.ts';
import { breadthOf } from '../../domain/accountability/team-table.ts';
import { promiseFigure, type IssuePromise } from '../../domain/issue/promises-of.ts';
import { msOf } from '../../domain/time/instant.ts';
import type { AccountCounts } from '../../storage/types/accounts.ts';
import type { Period, ProviderBoard } from './account-service.ts';
import type { BoardKeeper } from './board-keeper.ts';
import type { CountedAsOf } from './counted-account.ts';

export type BoardInput = CountedAsOf &
  Readonly<{
    providerId: string;
    period: Period;
    keeper: BoardKeeper;
    promises: readonly IssuePromise[];
    now: AccountCounts;
  }>;

/** Both sides of one provider over a period: its issues by their first occurrence, promises by their first date. */
export function boardOf(input: BoardInput): ProviderBoard | null {
  const { providerId, period, keeper, directory, now, asOf } = input;
  const kept = keeper.board(period, input);
  if (kept === null) return null;
  const { board, teams } = kept;
  const promises = input.promises
    .filter(({ providerId: of, dueOriginal }) => {
      const due = msOf(dueOriginal);
      return of === providerId && (period === null || (due >= period.from && due < period.to));
    })
    .map(promiseFigure);
  const [theirs, ours] = [promiseFigures(promises, 'provider', asOf), promiseFigures(promises, 'us', asOf)];
  return {
    asOf,
    period,
    observedSince: input.around.observedSince ?? null,
    outages: keeper.outages(),
    board,
    cards: { provider: providerCard(board, theirs, null), us: ourCard(board, ours) },
    promises: { provider: theirs, us: ours },
    teams,
    breadth: breadthOf(teams, directory.teams.size),
    now,
    measured: () => keeper.measured(period, input),
  };
}
