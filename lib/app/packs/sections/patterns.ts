import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { MINUTE } from '../../../domain/time/instant.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { issueLine } from './issue-words.ts';

/** For which a rule fired; most often seen first. */
export function recurring({ described }: Pick<PackContext, 'described'>): Described[] {
  const seen = ({ row }: Described) => row.figures?.occurrences ?? 0;
  return described.filter(({ row }) => row.recurring.length > 0).toSorted((x, y) => seen(y) - seen(x));
}

function line(one: Described, { t, say, format, facts, date }: PackContext): Line[] {
  const { row, shared } = one;
  const teams = row.sightings.map(({ team }) =>
    visibleText(thingOf(facts.directory, 'team', team)?.name ?? team),
  );
  const sides = row.figures?.sides;
  const time = (ms: number) => say.minutes(ms / MINUTE);
  const tried = shared.events.filter(
    ({ event }) => event === 'resolved' || event === 'workaround_provided',
  ).length;
  return [
    issueLine(one),
    { text: row.firstAt === null ? '–' : date(row.firstAt) },
    { text: format.number(row.figures?.occurrences ?? 0) },
    { text: teams.length === 0 ? '–' : format.list(teams) },
    { text: row.recurring.map((rule) => t.patterns.rules[rule]).join(', ') },
    { text: sides === undefined ? '–' : `${time(sides.us.rawMs)} / ${time(sides.provider.rawMs)}` },
    { text: format.number(tried) },
  ];
}

/** What keeps coming back: since when, how often, for whom, and what was tried. At most `most`, the others by their number. */
export const patterns =
  (most: number): Section =>
  (context) => {
    const { t } = context;
    const all = recurring(context);
    const more = all.length - most;
    return [
      { kind: 'heading', level: 2, text: t.patterns.heading },
      ...(all.length === 0
        ? [{ kind: 'text' as const, line: { text: t.patterns.none } }]
        : [
            {
              kind: 'table' as const,
              caption: t.patterns.caption,
              columns: [
                { label: t.patterns.issue, kind: 'free' as const },
                { label: t.patterns.since, kind: 'whole' as const },
                { label: t.patterns.times, kind: 'number' as const },
                { label: t.patterns.teams },
                { label: t.patterns.rule, kind: 'few' as const },
                { label: t.patterns.time, kind: 'few' as const },
                { label: t.patterns.tried, kind: 'number' as const },
              ],
              rows: all.slice(0, most).map((one) => line(one, context)),
            },
          ]),
      ...(more > 0
        ? [{ kind: 'text' as const, quiet: true, line: { text: t.patterns.more(more), to: 'annex-a' } }]
        : []),
    ];
  };
