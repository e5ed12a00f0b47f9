import { accountOfSource, type Around } from '../../domain/accountability/account-of-source.ts';
import { accountRowOf, type AccountRow } from '../../domain/accountability/account-row.ts';
import { ourCard, providerCard } from '../../domain/accountability/scorecards.ts';
import { scoreboardOf } from '../../domain/accountability/scoreboard.ts';
import { promisesOf as promiseFigures } from '../../domain/accountability/statistics/promises.ts';
import { breadthOf, teamRows } from '../../domain/accountability/team-table.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { promiseFigure, type IssuePromise } from '../../domain/issue/promises-of.ts';
import { msOf, type Ms } from '../../domain/time/instant.ts';
import type { AccountCounts, KeptAccount, ProviderAccounts } from '../../storage/types/accounts.ts';
import type { Period, ProviderBoard } from './account-service.ts';

/** The accounts of one provider as they were last read. */
export type Kept = Readonly<{ change: number; gone: number; rows: ReadonlyMap<number, KeptAccount> }>;

/** What was read, put into what is known: only what changed is read again. */
export function keep(known: Kept | null, { change, gone, all, rows }: ProviderAccounts): Kept {
  if (!all && rows.length === 0 && known !== null) return { ...known, change, gone };
  const next = new Map(all || known === null ? [] : known.rows);
  for (const row of rows) next.set(row.row, row);
  return { change, gone, rows: next };
}

export type BoardInput = Readonly<{
  providerId: string;
  period: Period;
  kept: Kept;
  promises: readonly IssuePromise[];
  directory: Directory;
  around: Around;
  now: AccountCounts;
  asOf: Ms;
}>;

const within = (period: Period, at: Ms | null): boolean =>
  period === null || (at !== null && at >= period.from && at < period.to);

/** What is still open has gone on since it was stored. */
function asOfNow({ v, source }: KeptAccount, { directory, around, asOf }: BoardInput): AccountRow {
  if (v.turn === 'closed' || v.asOf >= asOf) return v;
  return accountRowOf(v.id, source, accountOfSource(source, directory, asOf, around), directory);
}

/** Both sides of one provider over a period: its issues by their first occurrence, promises by their first date. */
export function boardOf(input: BoardInput): ProviderBoard {
  const { providerId, period, kept, directory, now, asOf } = input;
  const rows = [...kept.rows.values()]
    .filter(({ v }) => within(period, v.firstAt))
    .map((one) => asOfNow(one, input))
    .flatMap(({ figures, ...row }) => (figures === null ? [] : [{ ...row, figures }]));
  const board = scoreboardOf(rows.map(({ figures }) => figures));
  const promises = input.promises
    .filter((one) => one.providerId === providerId && within(period, msOf(one.dueOriginal)))
    .map(promiseFigure);
  const [theirs, ours] = [promiseFigures(promises, 'provider', asOf), promiseFigures(promises, 'us', asOf)];
  const teams = teamRows(
    rows.map(({ sightings, figures: { unreportedMs, answers } }) => ({
      sightings,
      unreportedMs,
      ourAnswersMs: answers.us.givenMs,
    })),
  );
  return {
    asOf,
    period,
    observedSince: input.around.observedSince ?? null,
    outages: [...kept.rows.values()].flatMap(({ v }) => v.figures?.outage ?? []),
    board,
    cards: { provider: providerCard(board, theirs, null), us: ourCard(board, ours) },
    promises: { provider: theirs, us: ours },
    teams,
    breadth: breadthOf(teams, directory.teams.size),
    now,
    measured: rows.map(({ priority, figures: { response, resolution } }) => ({
      priority,
      response,
      resolution,
    })),
  };
}
