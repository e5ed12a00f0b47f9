import type { ClockBoard } from '../../../domain/accountability/scoreboard.ts';
import { versionOn } from '../../../domain/directory/versions.ts';
import { dateIn } from '../../../domain/accountability/terms-of.ts';
import { wordsOf } from '../../../i18n/area.ts';
import { measures } from '../../../i18n/measures/measures.ts';
import type { Block, Column, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';

export const CLOCK_NAMES = ['response', 'restore', 'resolution'] as const;
type ClockName = (typeof CLOCK_NAMES)[number];

const SHARE = {
  response: 'responsePercent',
  restore: 'restorePercent',
  resolution: 'resolutionPercent',
} as const;

const isJudged = ({ counts }: ClockBoard): boolean =>
  counts.met + counts.missed + counts.openOverdue + counts.openNotDue + counts.unproven > 0;

/** The share that was agreed, where all agreements in force say the same. */
function agreedShare(clock: ClockName, { facts, b, format, order }: PackContext): string | undefined {
  const { windows } = wordsOf(measures, order.language).shares;
  const said = [...facts.directory.agreements.values()]
    .filter(({ providerId }) => providerId === facts.provider.id)
    .map(({ versions, tz }) => {
      const shares = versionOn(versions, dateIn(tz, facts.asOf))?.compliance;
      const value = shares?.[SHARE[clock]];
      return value === undefined || !shares
        ? undefined
        : b.targets.agreed(format.percent(value / 100), windows[shares.window]);
    });
  const [first, ...others] = said;
  return others.every((other) => other === first) ? first : undefined;
}

function row(clock: ClockName, judged: boolean, context: PackContext): Line[] {
  const { facts, b, t, say, format, refs } = context;
  const { counts, compliance, business } = facts.board[clock];
  const counted = (label: string, count: number, verdicts: readonly string[]): Line => ({
    text: format.number(count),
    ref: refs.of(`${b.targets[clock]}: ${label}`, (f) => verdicts.includes(f[clock]?.verdict ?? '')),
  });
  const lasted = refs.of(
    `${b.targets[clock]}: ${b.targets.median}`,
    (f) => f[clock]?.stopped === true && f[clock].verdict !== 'cancelled',
  );
  return [
    { text: b.targets[clock] },
    ...(judged
      ? [
          { text: say.rate(compliance), under: agreedShare(clock, context) },
          counted(t.targets.met, counts.met, ['met']),
          counted(t.targets.missed, counts.missed, ['missed']),
          counted(b.targets.overdue, counts.openOverdue, ['overdue']),
          counted(t.targets.unproven, counts.unproven, ['unproven']),
          counted(b.targets.notDue, counts.openNotDue, ['open']),
        ]
      : []),
    { text: say.median(business), ref: lasted },
    business.p90 === null ? { text: '–' } : { text: say.minutes(business.p90), ref: lasted },
  ];
}

/** What was agreed and what was measured: met, missed, cannot be shown. How it is counted says annex F. */
export const targetsInShort: Section = (context) => {
  const { facts, b, t } = context;
  const measured = CLOCK_NAMES.filter(
    (clock) => facts.board[clock].business.n + facts.board[clock].business.open > 0,
  );
  const judged = CLOCK_NAMES.some((clock) => isJudged(facts.board[clock]));
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: b.targets.heading }];
  if (!judged) blocks.push({ kind: 'text', line: { text: b.targets.none } });
  const number = (label: string): Column => ({ label, kind: 'number' });
  blocks.push({
    kind: 'table',
    caption: b.targets.heading,
    columns: [
      { label: b.targets.what, kind: 'whole' },
      ...(judged
        ? [
            { label: t.targets.share, kind: 'few' as const },
            number(t.targets.met),
            number(t.targets.missed),
            number(b.targets.overdue),
            number(t.targets.unproven),
            number(b.targets.notDue),
          ]
        : []),
      { label: b.targets.median, kind: 'few' },
      { label: b.targets.p90, kind: 'whole' },
    ],
    rows: measured.map((clock) => row(clock, judged, context)),
  });
  return blocks;
};

/** The same, and how it is counted. */
export const targets: Section = (context) => [
  ...targetsInShort(context),
  ...(CLOCK_NAMES.some((clock) => isJudged(context.facts.board[clock]))
    ? [{ kind: 'text' as const, quiet: true, line: { text: context.b.targets.hint } }]
    : []),
];
