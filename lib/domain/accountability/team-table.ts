import { MINUTE } from '../time/instant.ts';
import { durationsOf, type Durations } from './statistics/durations.ts';

/** What one team saw of one issue. Teams are compared, persons never. */
export type TeamSighting = Readonly<{ team: string; occurrences: number }>;

export type TeamIssue = Readonly<{
  sightings: readonly TeamSighting[];
  /** In our working hours. */
  unreportedMs: number;
  ourAnswersMs: readonly number[];
}>;

export type TeamRow = Readonly<{
  team: string;
  issues: number;
  occurrences: number;
  /** Seen by another team, too. */
  shared: number;
  /** Minutes of our working hours. */
  reporting: Durations;
  answers: Durations;
}>;

/** Most occurrences first, then by name. */
export function teamRows(issues: readonly TeamIssue[]): TeamRow[] {
  const teams = [...new Set(issues.flatMap(({ sightings }) => sightings.map(({ team }) => team)))];
  const rows = teams.map((team): TeamRow => {
    const own = issues.filter(({ sightings }) => sightings.some((sighting) => sighting.team === team));
    const seen = own.flatMap(({ sightings }) => sightings.filter((sighting) => sighting.team === team));
    const minutes = (values: readonly number[]) => durationsOf(values.map((ms) => ms / MINUTE));
    return {
      team,
      issues: own.length,
      occurrences: seen.reduce((sum, { occurrences }) => sum + occurrences, 0),
      shared: own.filter(({ sightings }) => new Set(sightings.map((sighting) => sighting.team)).size > 1)
        .length,
      reporting: minutes(own.map(({ unreportedMs }) => unreportedMs)),
      answers: minutes(own.flatMap(({ ourAnswersMs }) => ourAnswersMs)),
    };
  });
  return rows.toSorted((a, b) => b.occurrences - a.occurrences || (a.team < b.team ? -1 : 1));
}

export type Breadth = Readonly<{
  /** "5 of 7 teams report it." */
  reporting: number;
  teams: number;
  /** The team with most occurrences and its share: look at its own setup first when it is nearly all. */
  most: Readonly<{ team: string; percent: number }> | null;
}>;

export function breadthOf(rows: readonly TeamRow[], allTeams: number): Breadth {
  const [first] = rows;
  const occurrences = rows.reduce((sum, row) => sum + row.occurrences, 0);
  return {
    reporting: rows.length,
    teams: Math.max(allTeams, rows.length),
    most:
      first && occurrences > 0
        ? { team: first.team, percent: (first.occurrences / occurrences) * 100 }
        : null,
  };
}
