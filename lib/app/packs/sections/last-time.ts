import { visibleText } from '../../../domain/privacy/display.ts';
import type { Line } from '../../../export/packs/doc.ts';
import { wordsOf } from '../../../i18n/area.ts';
import { minutes, type MinutesWords } from '../../../i18n/minutes/minutes.ts';
import { becameLine } from '../../conversations/became-line.ts';
import type { PackContext, Section } from '../context.ts';
import type { PackDecision } from '../pack-facts.ts';
import { opensWithLast } from '../promise-items.ts';

/** So many stand on the pages, those that are not settled first; all of them in the annex. */
const SHOWN = 3;
const SETTLED: readonly (string | undefined)[] = ['onTime', 'late', 'withdrawn'];

type Numbered = PackDecision & Readonly<{ ref: NonNullable<Line['ref']> }>;

const isSettled = ({ promise }: PackDecision): boolean => SETTLED.includes(promise?.outcome);

/** Those that are not left out, ours first, numbered as in the annex. */
export function decidedLastTime({ facts, order }: Pick<PackContext, 'facts' | 'order'>): Numbered[] {
  if (!opensWithLast(order.kind)) return [];
  const rank = ({ decision: { owner } }: PackDecision) => (owner === 'us' ? 0 : owner === 'provider' ? 1 : 2);
  return (facts.last?.decisions ?? [])
    .filter(({ decision, promise }) => !order.untold.has(promise?.promiseId ?? decision.id))
    .toSorted((x, y) => rank(x) - rank(y))
    .map((one, at) => ({ ...one, ref: { id: `decision-${one.decision.id}`, text: `E${at + 1}` } }));
}

function cells(one: PackDecision, what: Line, m: MinutesWords, { t, name, format }: PackContext): Line[] {
  const { owner, due } = one.decision;
  return [
    what,
    { text: owner === undefined ? m.decisions.nobody : owner === 'us' ? t.us : name },
    { text: due === undefined ? m.decisions.nobody : format.date(due) },
    becameLine(one.promise, m.became, format),
  ];
}

const columns = (m: MinutesWords) =>
  [
    { label: m.decisions.what, kind: 'free' },
    { label: m.decisions.owner },
    { label: m.decisions.due, kind: 'whole' },
    { label: m.last.became },
  ] as const;

/** What was decided last time and what became of it, with which a conversation opens. */
export const lastTime: Section = (context) => {
  const { facts, order, t, format } = context;
  const m = wordsOf(minutes, order.language);
  if (facts.last === null) return [];
  const all = decidedLastTime(context);
  const shown = all.toSorted((x, y) => Number(isSettled(x)) - Number(isSettled(y))).slice(0, SHOWN);
  const more = all.length - shown.length;
  const on = format.date(facts.last.startedAt);
  return [
    { kind: 'heading', level: 2, text: m.last.heading },
    {
      kind: 'text',
      quiet: true,
      line: { text: facts.last.decisions.length === 0 ? t.last.none(on) : t.last.on(on) },
    },
    {
      kind: 'table',
      caption: m.last.caption,
      columns: columns(m),
      rows: shown.map((one) =>
        cells(one, { text: visibleText(one.decision.text), ref: one.ref }, m, context),
      ),
    },
    ...(more > 0
      ? [{ kind: 'text' as const, quiet: true, line: { text: t.last.more(more), to: 'annex-e' } }]
      : []),
  ];
};

/** Every decision of last time with the entries that say so. */
export const annexLastTime: Section = (context) => {
  const { facts, order, t, format } = context;
  const all = decidedLastTime(context);
  if (facts.last === null || all.length === 0) return [];
  const m = wordsOf(minutes, order.language);
  const heading = t.last.annex(format.date(facts.last.startedAt));
  return [
    { kind: 'heading', level: 3, text: heading },
    {
      kind: 'table',
      caption: heading,
      columns: [
        { label: t.annex.ref, kind: 'whole' },
        ...columns(m),
        { label: t.annex.entries, kind: 'numbers' },
      ],
      ids: all.map(({ ref }) => ref.id),
      rows: all.map((one) => {
        const { text, acceptance } = one.decision;
        const under = acceptance === undefined ? undefined : m.decisions.acceptance(visibleText(acceptance));
        return [
          { text: one.ref.text },
          ...cells(one, { text: visibleText(text), under }, m, context),
          { text: one.entries.join(', ') },
        ];
      }),
    },
  ];
};
