import type { CardPart, Scorecard } from '../../../domain/accountability/scorecards.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import type { Counts } from '../refs.ts';

/** Parts measured in minutes; the others are percentages. */
const IN_MINUTES: ReadonlySet<string> = new Set(['answers', 'reporting']);

/** Clocks that a share of times in time is made of. */
const judged =
  (clock: 'response' | 'resolution'): Counts =>
  (f) =>
    ['met', 'missed', 'overdue'].includes(f[clock]?.verdict ?? '');

/** What each part is made of; of reports with a fault, those that have it. Promises are in an annex of their own. */
const COUNTED: Readonly<Record<string, Counts>> = {
  response: judged('response'),
  resolution: judged('resolution'),
  fixQuality: (f) => f.resolved,
  communication: (f) => f.discipline !== null,
  availability: (f) => f.outage !== null,
  answers: (f) => f.answers.us.givenMs.length > 0,
  reporting: () => true,
  verifying: (f) => f.verifying.doneMs.length + f.verifying.openRawMs.length > 0,
  evidence: (f) => !f.evidence,
  withdrawn: (f) => f.withdrawn,
};

function valueOf(key: string, value: number, { say, format }: PackContext): string {
  if (IN_MINUTES.has(key)) return say.minutes(value);
  // 99.9 % is another thing than 100 %.
  return key === 'availability'
    ? (value / 100).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 2 })
    : say.percent(value);
}

/** Its name, what was measured, and its points. */
function partLine(part: CardPart, context: PackContext): readonly [Line, Line, Line] {
  const { b, format, refs } = context;
  const counts = COUNTED[part.key];
  const name = Object.entries(b.card.parts).find(([key]) => key === part.key)?.[1] ?? part.key;
  return [
    { text: name },
    {
      text: part.value === null ? b.card.notMeasured : valueOf(part.key, part.value, context),
      ref: part.n === 0 || counts === undefined ? undefined : refs.of(name, counts),
      to: part.key === 'commitments' && part.n > 0 ? 'promises' : undefined,
      under: b.number(format.number(part.n)),
    },
    { text: part.score === null ? '–' : format.number(Math.round(part.score)) },
  ];
}

/** From where to where it counts, and how much. */
function graded(part: CardPart, context: PackContext): readonly Line[] {
  const { b, format } = context;
  const [name, ...measured] = partLine(part, context);
  const range = b.card.fromTo(
    valueOf(part.key, part.floor, context),
    valueOf(part.key, part.target, context),
  );
  return [{ ...name, under: `${range} · ${b.card.weight} ${format.number(part.weight)}` }, ...measured];
}

function scored(of: Scorecard, side: string, { b, format }: PackContext): Block {
  const score = of.score === null ? b.card.noScore : b.card.score(format.number(Math.round(of.score)));
  return { kind: 'heading', level: 2, text: `${b.card.of(side)} – ${score}` };
}

/** How much of a card was measured. */
const coverage = (of: Scorecard, { b, t, say }: PackContext): string =>
  t.full.coverage(b.card.coverage(say.percent(of.coveragePercent)));

const columnsOf = ({ b }: PackContext) =>
  [
    { label: b.card.part },
    { label: b.card.measured, kind: 'whole' },
    { label: b.card.points, kind: 'number' },
  ] as const;

/** What was measured, a line each; what was not, in one. */
function card(of: Scorecard, side: string, context: PackContext): Block[] {
  const { b, t, format } = context;
  const rows = of.parts.filter(({ value }) => value !== null).map((part) => partLine(part, context));
  const missing = of.parts.filter(({ value }) => value === null).map((part) => partLine(part, context));
  const names = missing.map(([name, measured]) => `${name.text} (${measured.under})`);
  return [
    scored(of, side, context),
    {
      kind: 'table',
      caption: b.card.of(side),
      columns: columnsOf(context),
      rows: rows.map(([name, { under, ...value }, points]) => [
        name,
        { ...value, text: `${value.text} (${under})` },
        points,
      ]),
    },
    {
      kind: 'text',
      quiet: true,
      line: {
        text: [
          coverage(of, context),
          ...(names.length === 0 ? [] : [t.full.missing(format.list(names))]),
        ].join(' '),
        to: 'annex-g',
      },
    },
  ];
}

/** Both cards with their parts, ours first: never one number without what it is made of. Each leads to annex G. */
export const scorecards: Section = (context) => {
  const { facts, t, name } = context;
  return [
    {
      kind: 'pair',
      sides: [card(facts.cards.us, t.us, context), card(facts.cards.provider, name, context)],
    },
  ];
};

/** Every part with its floor, its target and its weight. */
export const scorecardsInFull: Section = (context) => {
  const { facts, b, t, name } = context;
  const full = (of: Scorecard, side: string): Block[] => [
    scored(of, side, context),
    {
      kind: 'table',
      caption: t.full.card(b.card.of(side)),
      columns: columnsOf(context),
      rows: of.parts.map((part) => graded(part, context)),
    },
    { kind: 'text', quiet: true, line: { text: coverage(of, context) } },
  ];
  return [
    { kind: 'text', quiet: true, line: { text: b.card.hint } },
    ...full(facts.cards.us, t.us),
    ...full(facts.cards.provider, name),
  ];
};
