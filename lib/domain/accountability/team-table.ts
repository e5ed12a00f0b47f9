import type { Durations } from './statistics/durations.ts';

/** What one team saw of one issue. Teams are compared, persons never. */
export type TeamSighting = Readonly<{ team: string; occurrences: number }>;

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
