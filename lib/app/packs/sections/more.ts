import type { Block, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import type { Counts } from '../refs.ts';

type Row = (text: string, value: string, counts: Counts) => Line[];

/** Heading and table of these lines. */
function tableOf({ b, refs }: PackContext, rows: (row: Row) => Line[][]): Block[] {
  const t = b.more;
  return [
    { kind: 'heading', level: 2, text: t.heading },
    {
      kind: 'table',
      caption: t.heading,
      columns: [{ label: b.ball.what }, { label: b.card.measured }],
      rows: rows((text, value, counts) => [{ text, ref: refs.of(text, counts) }, { text: value }]),
    },
  ];
}

/** How often things came again, and how often we had to ask. */
function again({ facts, b, say, format }: PackContext, row: Row): Line[][] {
  const t = b.more;
  const s = facts.board;
  return [
    row(t.repeats, say.rate(s.repeats.occurrences), (f) => f.occurrences > 1),
    row(t.chases, format.number(s.chases), (f) => f.chased > 0),
  ];
}

function reopens({ facts, b, say }: PackContext, row: Row): Line[] {
  return row(b.more.reopens, say.rate(facts.board.reopens.issues), (f) => f.resolved && f.reopened > 0);
}

/** What is left, ours first: a line each. */
export const more: Section = (context) => {
  const { facts, b, say } = context;
  const t = b.more;
  const s = facts.board;
  return tableOf(context, (row) => [
    row(t.late, say.median(s.lateReporting), () => true),
    row(t.verify, say.median(s.verifying), (f) => f.verifying.doneMs.length > 0),
    row(t.unverified, say.rate(s.unverified), (f) => f.verifying.openRawMs.length > 0),
    row(t.noEvidence, say.rate(s.withoutEvidence), (f) => !f.evidence),
    row(t.withdrawn, say.rate(s.withdrawn), (f) => f.withdrawn),
    reopens(context, row),
    row(t.failed, say.rate(s.failedFixes), (f) => f.resolved && f.failedFix),
    ...again(context, row),
  ]);
};

/** Of these, what neither the scorecards nor the quarters have told. */
export const moreInShort: Section = (context) =>
  tableOf(context, (row) => [reopens(context, row), ...again(context, row)]);
