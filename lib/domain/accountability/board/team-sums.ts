import type { Ms } from '../../time/instant.ts';
import type { TeamRow, TeamSighting } from '../team-table.ts';
import type { Growth } from '../growth.ts';
import type { IssueFigures } from '../issue-figures.ts';
import type { Course, Courses } from './courses.ts';
import { createSums, type Sums } from './sums.ts';

/** What one issue adds; each team once. */
export type CountedOfTeams = Readonly<{
  sightings: readonly TeamSighting[];
  figures: Pick<IssueFigures, 'unreportedMs' | 'answers'>;
  growth: Pick<Growth, 'unreported'> | null;
  asOf: Ms;
}>;

export type TeamSums = Readonly<{
  add(issue: CountedOfTeams): void;
  remove(issue: CountedOfTeams): void;
  /** Most occurrences first, then by name. */
  read(at: Ms): TeamRow[];
}>;

const NOTHING_OPEN = { n: 0, sumMs: 0 } as const;

/** What each team saw, added up. */
export function createTeamSums(courses: Courses): TeamSums {
  const teams = new Map<string, Sums>();
  function count({ sightings, figures, growth, asOf }: CountedOfTeams, sign: 1 | -1): void {
    for (const { team, occurrences } of sightings) {
      const sums = teams.get(team) ?? createSums(courses);
      teams.set(team, sums);
      const figure = (value: number, course: Course | null = null) => ({ value, at: asOf, course });
      sums.sum('issues', figure(1), sign);
      sums.sum('occurrences', figure(occurrences), sign);
      if (sightings.length > 1) sums.sum('shared', figure(1), sign);
      sums.value('reporting', figure(figures.unreportedMs, growth?.unreported), sign);
      for (const ms of figures.answers.us.givenMs) sums.value('answers', figure(ms), sign);
    }
  }
  return {
    add: (issue) => count(issue, 1),
    remove: (issue) => count(issue, -1),
    read: (at) =>
      [...teams]
        .map(([team, sums]): TeamRow => ({
          team,
          issues: sums.total('issues', at),
          occurrences: sums.total('occurrences', at),
          shared: sums.total('shared', at),
          reporting: sums.durations('reporting', NOTHING_OPEN, at),
          answers: sums.durations('answers', NOTHING_OPEN, at),
        }))
        .filter(({ issues }) => issues > 0)
        .toSorted((a, b) => b.occurrences - a.occurrences || (a.team < b.team ? -1 : 1)),
  };
}
