import { visibleText } from '../../../domain/privacy/display.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { CLOCK_NAMES } from './targets.ts';
import { firstSeen, priorityOf, ticketsOf, verdictOf } from './issue-words.ts';

/** `12, 15–18`: the entries that an issue is made of and that may be told of. */
export function entryNumbers({ shared }: Pick<Described, 'shared'>): string {
  const all = [...(shared.history ?? []), ...shared.occurrences, ...shared.events];
  const numbers = [...new Set(all.map(({ entry }) => entry.n))].toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function verdicts({ row }: Described, context: PackContext): string {
  const clocks = CLOCK_NAMES.map((clock) => row.figures?.[clock] ?? null);
  if (clocks.every((clock) => clock?.verdict == null)) return context.t.annex.noVerdict;
  return clocks.map((clock) => verdictOf(clock, context)).join(' / ');
}

/** Every issue that is described, a line each: what the figures of the pages lead to. */
export const annexIndex: Section = (context) => {
  const { t, a, described, format } = context;
  return [
    { kind: 'heading', level: 2, text: t.annex.index, id: 'annex-a' },
    { kind: 'text', quiet: true, line: { text: t.annex.indexText } },
    {
      kind: 'table',
      caption: t.annex.index,
      columns: [
        { label: t.annex.key, kind: 'whole' },
        { label: t.annex.title, kind: 'free' },
        { label: t.annex.ticket },
        { label: t.annex.priority },
        { label: t.annex.seen, kind: 'whole' },
        { label: t.annex.times, kind: 'number' },
        { label: t.annex.status },
        { label: t.annex.verdicts, kind: 'few' },
        { label: t.annex.entries, kind: 'numbers' },
      ],
      ids: described.map(({ anchor }) => anchor),
      rows: described.map((one) => [
        { text: one.shared.key },
        { text: visibleText(one.shared.title) },
        { text: ticketsOf(one) || '–' },
        { text: priorityOf(one) },
        firstSeen(one, context),
        { text: format.number(one.shared.occurrences.length) },
        { text: a.status[one.row.status] },
        { text: verdicts(one, context) },
        { text: entryNumbers(one) },
      ]),
    },
  ];
};
