import type { AvailabilityWindow } from '../../../domain/accountability/availability-windows.ts';
import type { Agreement } from '../../../domain/directory/agreement.ts';
import type { Estimate } from '../../../domain/accountability/statistics/lost-time.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import type { PackAvailability } from '../pack-facts.ts';

/** As entered, and what it can have been. */
function range({ low, likely, high }: Estimate, say: (value: number) => string, { b }: PackContext): Line {
  const under = say(low) === say(high) ? undefined : b.availability.fromTo(say(low), say(high));
  return { text: say(likely), under };
}

export function windowName(
  { span, window }: AvailabilityWindow,
  tz: string,
  { format, b }: PackContext,
): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Date(span[0]).toLocaleDateString(format.tag, { ...options, timeZone: tz });
  if (window === 'month') return part({ month: 'long', year: 'numeric' });
  if (window === 'year') return part({ year: 'numeric' });
  const month = Number(new Date(span[0]).toLocaleDateString('en', { month: 'numeric', timeZone: tz }));
  return b.availability.quarter(String(Math.ceil(month / 3)), part({ year: 'numeric' }));
}

function windowLine(of: AvailabilityWindow, { tz, name }: Agreement, context: PackContext): Line[] {
  const { b, format, refs } = context;
  const share = (value: number) =>
    (value / 100).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 3 });
  const { credit } = of;
  const sure = credit === null ? '–' : credit.sure > 0 ? share(credit.sure) : b.availability.noCredit;
  return [
    { text: windowName(of, tz, context) },
    {
      text: b.availability.verdict[of.verdict],
      under: of.doubt === null ? undefined : b.availability.doubt[of.doubt],
    },
    of.percent === null ? { text: '–' } : range(of.percent, share, context),
    { text: share(of.targetMilliPercent / 1000) },
    {
      ...range(of.downMs, (ms) => (ms === 0 ? '0 min' : format.elapsed(ms)), context),
      ref: refs.of(`${b.availability.of(visibleText(name))}: ${windowName(of, tz, context)}`, (_, { row }) =>
        of.outages.some(({ issue }) => issue === row.id),
      ),
    },
    {
      text: sure,
      under:
        credit !== null && credit.most > credit.sure ? b.availability.upTo(share(credit.most)) : undefined,
    },
  ];
}

/** So many of the latest windows stand on the pages of a review. */
const LATEST = 3;

function tableOf({ agreement, windows }: PackAvailability, context: PackContext): Block {
  const t = context.b.availability;
  return {
    kind: 'table',
    caption: t.of(visibleText(agreement.name)),
    columns: [t.window, t.standing, t.achieved, t.promised, t.down, t.credit].map((label) => ({ label })),
    rows: windows.map((one) => windowLine(one, agreement, context)),
  };
}

const headed = ({ agreement, windows }: PackAvailability, { b }: PackContext): Block[] => [
  { kind: 'heading', level: 2, text: b.availability.of(visibleText(agreement.name)) },
  ...(windows.length === 0 ? [{ kind: 'text' as const, line: { text: b.availability.none } }] : []),
];

/** What was promised and achieved per window, how long it was down, how sure that is, and what comes back. */
export const availability: Section = (context) =>
  context.facts.availability.flatMap((one): Block[] => [
    ...headed(one, context),
    ...(one.windows.length === 0
      ? []
      : [
          tableOf(one, context),
          { kind: 'text' as const, quiet: true, line: { text: context.b.availability.hint } },
        ]),
  ]);

/** The latest windows; all of them, and how they are counted, in the annex. */
export const latestAvailability: Section = (context) =>
  context.facts.availability.flatMap((one): Block[] => {
    const more = one.windows.length - LATEST;
    return [
      ...headed(one, context),
      tableOf({ ...one, windows: one.windows.slice(0, LATEST) }, context),
      ...(more > 0
        ? [{ kind: 'text' as const, quiet: true, line: { text: context.t.full.more(more), to: 'annex-g' } }]
        : []),
    ];
  });
