import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Section } from '../context.ts';
import type { PackFacts } from '../pack-facts.ts';

const nameOf = ({ directory }: PackFacts, id: string) =>
  visibleText(thingOf(directory, 'team', id)?.name ?? id);

/** So many teams are named on the pages, those with the most issues first. */
const NAMED = 6;

/** How many of us see it, and which. */
export const teamsInShort: Section = ({ facts, b, t, format }) => {
  if (facts.teams.length === 0) return [];
  const { reporting, teams: all } = facts.breadth;
  const named = facts.teams
    .toSorted((x, y) => y.issues - x.issues)
    .slice(0, NAMED)
    .map(({ team, issues }) => t.full.team(nameOf(facts, team), format.number(issues)));
  return [
    { kind: 'heading', level: 2, text: b.teams.heading },
    { kind: 'text', line: { text: b.teams.breadth(format.number(reporting), format.number(all)) } },
    { kind: 'text', line: { text: t.full.teams(format.list(named)), to: 'annex-g' } },
  ];
};

/** Who of us sees it. Teams are compared, persons never. */
export const teams: Section = ({ facts, b, say, format, refs }) => {
  if (facts.teams.length === 0) return [];
  const t = b.teams;
  const name = (id: string) => nameOf(facts, id);
  const { reporting, teams: all } = facts.breadth;
  return [
    { kind: 'heading', level: 2, text: t.heading },
    { kind: 'text', line: { text: t.breadth(format.number(reporting), format.number(all)) } },
    {
      kind: 'table',
      caption: t.heading,
      columns: [
        { label: t.team },
        { label: t.issues, kind: 'number' },
        { label: t.occurrences, kind: 'number' },
        { label: t.shared, kind: 'number' },
        { label: t.reporting },
        { label: t.answers },
      ],
      rows: facts.teams.map((row) => [
        {
          text: name(row.team),
          ref: refs.of(name(row.team), (_, issue) =>
            issue.row.sightings.some(({ team }) => team === row.team),
          ),
        },
        { text: format.number(row.issues) },
        { text: format.number(row.occurrences) },
        { text: format.number(row.shared) },
        { text: say.median(row.reporting) },
        { text: say.median(row.answers) },
      ]),
    },
  ];
};
