import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Section } from '../context.ts';

/** Who of us sees it. Teams are compared, persons never. */
export const teams: Section = ({ facts, b, say, format, refs }) => {
  if (facts.teams.length === 0) return [];
  const t = b.teams;
  const name = (id: string) => visibleText(thingOf(facts.directory, 'team', id)?.name ?? id);
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
