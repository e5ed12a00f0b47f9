import { createBoardSums } from '../../domain/accountability/board/board-sums.ts';
import { createCourses } from '../../domain/accountability/board/courses.ts';
import { createTeamSums } from '../../domain/accountability/board/team-sums.ts';
import type { Outage } from '../../domain/accountability/outages.ts';
import type { Scoreboard } from '../../domain/accountability/scoreboard.ts';
import type { TeamRow } from '../../domain/accountability/team-table.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { KnownUpTo, ProviderAccounts } from '../../storage/types/accounts.ts';
import type { MeasuredAccount, Period } from './account-service.ts';
import { counted, countedAgain, type CountedAccount, type CountedAsOf } from './counted-account.ts';
import { measuredOf } from './measured.ts';

/**
 * Adds up the accounts of one provider. The first time reads all of them; after that it costs what changed, however
 * many there are: what is open grows by a rule, and is made anew only when more than time has changed it.
 */
export type BoardKeeper = Readonly<{
  /** Up to where it has read; null: nothing yet. */
  known(): KnownUpTo | null;
  /** Takes in what was read; `breathe` is awaited between two accounts. */
  take(read: ProviderAccounts, now: CountedAsOf, breathe: () => Promise<void>): Promise<void>;
  /** Adds up a period for the first time; nothing else may be asked for meanwhile. */
  prepare(period: Period, breathe: () => Promise<void>): Promise<void>;
  /** By first occurrences within the period; null: it is not prepared. */
  board(period: Period, now: CountedAsOf): Readonly<{ board: Scoreboard; teams: TeamRow[] }> | null;
  /** Of all its issues, whatever the period. */
  outages(): readonly Outage[];
  /** One by one, for targets that are proposed from what is achieved. */
  measured(period: Period, now: CountedAsOf): MeasuredAccount[];
}>;

/** Periods that are kept added up: those that somebody looks at. */
const PERIODS = 4;

const keyOf = (period: Period): string => (period === null ? '' : `${period.from} ${period.to}`);
const within = (period: Period, at: Ms | null): boolean =>
  period === null || (at !== null && at >= period.from && at < period.to);

export function createBoardKeeper(begin: Ms): BoardKeeper {
  const courses = createCourses(begin);
  const rows = new Map<number, CountedAccount>();
  /** When more than time changes those that are open. */
  const untils = new Map<number, Ms>();
  const outages = new Map<number, Outage>();
  const boards = new Map<string, ReturnType<typeof sumsOf>>();
  let known: KnownUpTo | null = null;

  function sumsOf(period: Period) {
    const [board, teams] = [createBoardSums(courses), createTeamSums(courses)];
    const sums = [board, teams];
    const change = (by: 'add' | 'remove') => (one: CountedAccount) => {
      if (within(period, one.firstAt)) for (const each of sums) each[by](one);
    };
    return { board, teams, add: change('add'), remove: change('remove') };
  }

  function put(row: number, next: CountedAccount | null): void {
    const before = rows.get(row);
    for (const kept of boards.values()) {
      if (before !== undefined) kept.remove(before);
      if (next !== null) kept.add(next);
    }
    const until = next?.growth?.until ?? null;
    if (until === null) untils.delete(row);
    else untils.set(row, until);
    if (next === null) rows.delete(row);
    else rows.set(row, next);
    const outage = next?.figures.outage ?? null;
    if (outage === null) outages.delete(row);
    else outages.set(row, outage);
  }

  /** Makes anew what more than time has changed. */
  function ripen(now: CountedAsOf): void {
    for (const [row, until] of untils) {
      const again = until <= now.asOf ? rows.get(row)?.again : null;
      if (again != null) put(row, countedAgain(again, now));
    }
  }

  return {
    known: () => known,
    async take(read, now, breathe) {
      if (read.all) {
        rows.clear();
        untils.clear();
        outages.clear();
        boards.clear();
      }
      for (const one of read.rows) {
        put(one.row, counted(one, now));
        await breathe();
      }
      ({ known } = read);
    },
    async prepare(period, breathe) {
      const key = keyOf(period);
      const before = boards.get(key);
      const kept = before ?? sumsOf(period);
      for (const one of before === undefined ? rows.values() : []) {
        kept.add(one);
        await breathe();
      }
      // The one that was looked at last stands last.
      boards.delete(key);
      boards.set(key, kept);
      for (const old of [...boards.keys()].slice(0, -PERIODS)) boards.delete(old);
    },
    board(period, now) {
      ripen(now);
      const kept = boards.get(keyOf(period));
      return kept === undefined
        ? null
        : { board: kept.board.read(now.asOf), teams: kept.teams.read(now.asOf) };
    },
    outages: () => [...outages.values()],
    measured(period, now) {
      ripen(now);
      return [...rows.values()]
        .filter(({ firstAt }) => within(period, firstAt))
        .map((one) => measuredOf(one, courses, now.asOf));
    },
  };
}
