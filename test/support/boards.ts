import { createBoardSums, type Counted } from '../../lib/domain/accountability/board/board-sums.ts';
import { createCourses } from '../../lib/domain/accountability/board/courses.ts';
import { createTeamSums, type CountedOfTeams } from '../../lib/domain/accountability/board/team-sums.ts';
import type { IssueFigures } from '../../lib/domain/accountability/issue-figures.ts';
import type { Scoreboard } from '../../lib/domain/accountability/scoreboard.ts';
import type { TeamRow } from '../../lib/domain/accountability/team-table.ts';

/** The board of figures as they are. */
export function scoreboardOf(issues: readonly IssueFigures[]): Scoreboard {
  const still = issues.map((figures): Counted => ({ figures, growth: null, asOf: 0 }));
  const sums = createBoardSums(createCourses(0));
  for (const issue of still) sums.add(issue);
  return sums.read(0);
}

type Seen = CountedOfTeams['figures'] & Pick<CountedOfTeams, 'sightings'>;

/** What teams saw, as it is. */
export function teamRows(issues: readonly Seen[]): TeamRow[] {
  const sums = createTeamSums(createCourses(0));
  for (const { sightings, ...figures } of issues) sums.add({ sightings, figures, growth: null, asOf: 0 });
  return sums.read(0);
}
