import type { Scoreboard } from '../../../domain/accountability/scoreboard.ts';
import { instantOf } from '../../../domain/time/instant.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import type { PackPart } from '../pack-facts.ts';
import type { Counts } from '../refs.ts';

/** `Q3 2026` */
export function quarterName(from: number, { t, facts }: PackContext): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Date(instantOf(from + 12 * 3_600_000)).toLocaleDateString('en', { ...options, timeZone: facts.zone });
  return t.trend.quarter(
    String(Math.ceil(Number(part({ month: 'numeric' })) / 3)),
    part({ year: 'numeric' }),
  );
}

/** Only of a quarter that lies within the period as a whole: the others count issues that are not in this pack. */
export function quarterRef(
  { from, to, board }: PackPart,
  what: string,
  counts: Counts,
  context: PackContext,
): Line['ref'] {
  const { facts, refs } = context;
  const isIn = (at: number | null): boolean => at !== null && at >= from && at < to;
  if (facts.issues.filter(({ row }) => isIn(row.firstAt)).length !== board.issues) return undefined;
  return refs.of(
    `${quarterName(from, context)}: ${what}`,
    (figures, issue) => isIn(issue.row.firstAt) && counts(figures, issue),
  );
}

/** The same figures quarter by quarter, ours first; fewer than five are only counted. */
export const trend: Section = (context) => {
  const { facts, t, say, format } = context;
  const rows: readonly (readonly [string, (board: Scoreboard) => string])[] = [
    [t.trend.issues, ({ issues }) => format.number(issues)],
    [t.trend.answers, ({ answers }) => say.median(answers.us)],
    [t.trend.reporting, ({ lateReporting }) => say.median(lateReporting)],
    [t.trend.response, ({ response }) => say.rate(response.compliance)],
    [t.trend.resolution, ({ resolution }) => say.rate(resolution.compliance)],
    [t.trend.failed, ({ failedFixes }) => say.rate(failedFixes)],
  ];
  return [
    { kind: 'heading', level: 2, text: t.trend.heading },
    {
      kind: 'table',
      caption: t.trend.caption,
      columns: [
        { label: t.trend.what },
        ...facts.quarters.map(({ from }) => ({
          label: quarterName(from, context).replaceAll(' ', '\u00a0'),
        })),
      ],
      rows: rows.map(([text, value]) => [
        { text },
        ...facts.quarters.map(({ from, to, board }) => ({
          text: board.issues === 0 && text !== t.trend.issues ? '–' : value(board),
          ref:
            text === t.trend.issues ? quarterRef({ from, to, board }, text, () => true, context) : undefined,
        })),
      ]),
    },
  ];
};
