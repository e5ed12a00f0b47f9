import type { AccountRow } from '../../domain/accountability/account-row.ts';
import { availabilityOver, availabilityWindows } from '../../domain/accountability/availability-windows.ts';
import { createBoardSums } from '../../domain/accountability/board/board-sums.ts';
import { createCourses } from '../../domain/accountability/board/courses.ts';
import { createTeamSums } from '../../domain/accountability/board/team-sums.ts';
import type { Scoreboard } from '../../domain/accountability/scoreboard.ts';
import { ourCard, providerCard } from '../../domain/accountability/scorecards.ts';
import { outcomeOf, promisesOf as keeping } from '../../domain/accountability/statistics/promises.ts';
import { breadthOf } from '../../domain/accountability/team-table.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { promiseFigure, type IssuePromise } from '../../domain/issue/promises-of.ts';
import { civilOf, dayOf, parseDate } from '../../domain/time/civil.ts';
import { dateIn } from '../../domain/accountability/terms-of.ts';
import { DAY, msOf, type Ms } from '../../domain/time/instant.ts';
import { zoneOf } from '../../domain/time/zone.ts';
import type { Period } from '../accounts/account-service.ts';
import { isOpen } from '../promises/create-promise-service.ts';
import type { PackAvailability, PackPart, PackScope } from './pack-facts.ts';

type SumInput = Readonly<{
  /** Of one provider, as of one instant. */
  rows: readonly AccountRow[];
  scope: PackScope;
  directory: Directory;
  promises: readonly IssuePromise[];
  asOf: Ms;
  since: Ms | null;
}>;

const inPeriod = (period: Period, at: Ms | null): boolean =>
  period === null || (at !== null && at >= period.from && at < period.to);

function sumsOf(rows: readonly AccountRow[], asOf: Ms) {
  const courses = createCourses(asOf);
  const [board, teams] = [createBoardSums(courses), createTeamSums(courses)];
  for (const { figures, sightings } of rows) {
    if (figures === null) continue;
    board.add({ figures, growth: null, asOf });
    teams.add({ figures, sightings, growth: null, asOf });
  }
  return { board: board.read(asOf), teams: teams.read(asOf) };
}

const QUARTERS = 4;

/** Calendar quarters of a zone up to the end of the period, oldest first. */
function quartersOf(rows: readonly AccountRow[], tz: string, period: Period, asOf: Ms): PackPart[] {
  const zone = zoneOf(tz);
  const end = Math.min(asOf, (period?.to ?? asOf) - 1);
  const { year, month } = civilOf(parseDate(dateIn(tz, end)) ?? 0);
  const start = (back: number): Ms => {
    const index = year * 12 + Math.floor((month - 1) / 3) * 3 - back * 3;
    return zone.instantOf(dayOf(Math.floor(index / 12), (index % 12) + 1, 1) * DAY);
  };
  return Array.from({ length: QUARTERS }, (_, i): PackPart => {
    const part = { from: start(QUARTERS - 1 - i), to: start(QUARTERS - 2 - i) };
    const board: Scoreboard = sumsOf(
      rows.filter(({ firstAt }) => inPeriod(part, firstAt)),
      asOf,
    ).board;
    return { ...part, board };
  });
}

/** The same figures as on the provider's page, of the issues in scope. Pure. */
export function sumUp({ rows, scope, directory, promises, asOf, since }: SumInput) {
  const { providerId, period, systemId, teamId } = scope;
  const ours = rows
    .filter((row) => systemId === null || row.systemId === systemId)
    .filter(({ sightings }) => teamId === null || sightings.some(({ team }) => team === teamId));
  const counted = ours
    .filter(({ firstAt }) => inPeriod(period, firstAt))
    .toSorted((a, b) => (a.firstAt ?? 0) - (b.firstAt ?? 0));
  const { board, teams } = sumsOf(counted, asOf);
  const ofProvider = promises
    .filter((one) => one.providerId === providerId)
    .map((one) => ({ ...one, outcome: outcomeOf(promiseFigure(one), asOf) }));
  const isTold = (one: IssuePromise) => inPeriod(period, msOf(one.dueOriginal));
  const told = ofProvider.filter(isTold);
  const later = ofProvider.filter((one) => isOpen(one) && !isTold(one));
  const figures = told.map(promiseFigure);
  const [theirs, own] = [keeping(figures, 'provider', asOf), keeping(figures, 'us', asOf)];
  const outages = ours.flatMap(({ figures: of }) => (of?.outage ? [of.outage] : []));
  const availability: PackAvailability[] = [...directory.agreements.values()]
    .filter((one) => one.providerId === providerId && one.type !== 'none')
    .filter(({ versions }) => versions.some((version) => version.availability !== undefined))
    .map((agreement) => ({
      agreement,
      windows: availabilityWindows({ agreement, outages, period, observedSince: since, asOf }),
    }));
  const available = availabilityOver(availability.flatMap(({ windows }) => windows));
  const tz = directory.providers.get(providerId)?.tz ?? 'UTC';
  return {
    rows: counted,
    board,
    cards: { provider: providerCard(board, theirs, available), us: ourCard(board, own) },
    promises: { provider: theirs, us: own, all: told, later },
    teams,
    breadth: breadthOf(teams, directory.teams.size),
    availability,
    quarters: quartersOf(ours, tz, period, asOf),
  };
}
