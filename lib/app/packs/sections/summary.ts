import type { IssueFigures } from '../../../domain/accountability/issue-figures.ts';
import type { Rate } from '../../../domain/accountability/statistics/compliance.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import { CLOCK_NAMES } from './targets.ts';
import { recurring } from './patterns.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { PackContext, Section } from '../context.ts';
import type { PackPart } from '../pack-facts.ts';
import { quarterName, quarterRef } from './trend.ts';

/** Made only when it is shown: only then its figure is numbered. */
type Maker = () => Line;

const SHOWN = 3;
const shown = (lines: readonly Maker[]): Line[] => lines.slice(0, SHOWN).map((line) => line());
/** Fewer in one of two quarters say nothing about a change. */
const FEWEST = 5;

/** Half of what was judged or more: less is nothing that works, and stands with what is to settle. */
const holds = ({ hits, n }: Rate): boolean => hits > 0 && hits * 2 >= n;

const JUDGED: readonly (string | null | undefined)[] = ['met', 'missed', 'overdue'];

/** What became better from the quarter before to this one; its reference leads to what was judged in this one. */
function improved(context: PackContext): Maker[] {
  const { facts, t, say } = context;
  const [before, now] = facts.quarters.slice(-2);
  if (before === undefined || now === undefined) return [];
  const name = ({ from, to }: PackPart): string => {
    const quarter = quarterName(from, context);
    return to > facts.asOf ? t.trend.soFar(quarter) : quarter;
  };
  const rate = (clock: 'response' | 'resolution'): Maker[] => {
    const [x, y] = [before.board[clock].compliance, now.board[clock].compliance];
    if (x.percent === null || y.percent === null || x.n < FEWEST || y.n < FEWEST || y.percent <= x.percent)
      return [];
    const what = t.trend[clock];
    return [
      () => ({
        text: t.summary.improved(what, name(before), say.rate(x), name(now), say.rate(y)),
        ref: quarterRef(now, what, (figures) => JUDGED.includes(figures[clock]?.verdict), context),
      }),
    ];
  };
  return [...rate('response'), ...rate('resolution')];
}

function works(context: PackContext): Line[] {
  const { facts, t, b, say, refs } = context;
  const { response, resolution } = facts.board;
  const lines = improved(context);
  const rate = (words: (rate: string) => string, of: Rate, clock: 'response' | 'resolution'): void => {
    if (holds(of))
      lines.push(() => ({
        text: words(say.rate(of)),
        ref: refs.of(`${b.targets[clock]}: ${t.targets.met}`, (f) => f[clock]?.verdict === 'met'),
      }));
  };
  rate(t.summary.response, response.compliance, 'response');
  rate(t.summary.resolution, resolution.compliance, 'resolution');
  const { kept } = facts.promises.provider;
  if (holds(kept)) lines.push(() => ({ text: t.summary.kept(say.rate(kept)), to: 'annex-e' }));
  const isVerified = (_: IssueFigures, { row }: { row: { status: string } }) => row.status === 'verified';
  const verified = facts.issues.filter((one) => one.row.status === 'verified').length;
  if (verified > 0)
    lines.push(() => ({
      text: t.summary.verified(verified),
      ref: refs.of(t.summary.verified(verified), isVerified),
    }));
  return lines.length > 0 ? shown(lines) : [{ text: t.summary.nothing }];
}

/** What is to be settled, ours first. `titled` false: issues by their key only, for what is kept when an issue is erased. */
export function pointsToSettle(context: PackContext, titled = true): Line[] {
  const { facts, t, b, refs, date } = context;
  const lines: Maker[] = [];
  const count = (
    words: (count: number) => string,
    is: (row: PackContext['facts']['issues'][number]) => boolean,
    label: string | null = null,
  ) => {
    const hits = facts.issues.filter(is).length;
    if (hits > 0)
      lines.push(() => ({
        text: words(hits),
        ref: refs.of(label ?? words(hits), (_, issue) => is(issue)),
      }));
  };
  count(t.ours.unreported, ({ row }) => row.duty === 'report');
  count(t.summary.unanswered, ({ row }) => row.duty === 'answer');
  count(t.summary.unverified, ({ row }) => row.duty === 'verify');
  count(t.summary.overdue, ({ row }) => row.due?.overdue === true);
  const [top] = recurring(context);
  if (top !== undefined)
    lines.push(() => ({
      text: t.summary.pattern(
        titled ? t.summary.named(top.shared.key, visibleText(top.shared.title)) : top.shared.key,
        String(top.row.figures?.occurrences ?? 0),
        date(top.row.firstAt ?? facts.asOf),
      ),
      to: top.anchor,
    }));
  const late = facts.promises.provider.counts.openOverdue;
  if (late > 0) lines.push(() => ({ text: t.summary.promises(late), to: 'promises' }));
  for (const clock of ['response', 'resolution'] as const)
    count(
      (hits) => t.summary.missed(b.targets[clock], hits),
      ({ row }) => row.figures?.[clock]?.verdict === 'missed',
      `${b.targets[clock]}: ${t.targets.missed}`,
    );
  count(t.summary.unproven, ({ row }) =>
    CLOCK_NAMES.some((clock) => row.figures?.[clock]?.verdict === 'unproven'),
  );
  return shown(lines);
}

function settle(context: PackContext): Line[] {
  const lines = pointsToSettle(context);
  return lines.length > 0 ? lines : [{ text: context.t.summary.none }];
}

/** What works, then at most three points to settle, ours first. */
export const summary: Section = (context) => {
  const { facts, t, format, refs } = context;
  const closed = facts.issues.filter(({ row }) => row.turn === 'closed').length;
  const number = format.number;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: t.summary.heading },
    {
      kind: 'text',
      line: {
        text: t.summary.counts(
          t.head.issues(facts.board.issues),
          number(closed),
          number(facts.issues.length - closed),
        ),
        ref: refs.of(t.head.counted, () => true),
      },
    },
    {
      kind: 'pair',
      sides: [
        [
          { kind: 'heading', level: 3, text: t.summary.works },
          { kind: 'list', items: works(context) },
        ],
        [
          { kind: 'heading', level: 3, text: t.summary.settle },
          { kind: 'list', items: settle(context) },
        ],
      ],
    },
  ];
  return blocks;
};
