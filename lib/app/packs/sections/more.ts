import type { Line } from '../../../export/packs/doc.ts';
import type { Section } from '../context.ts';
import type { Counts, Refs } from '../refs.ts';

const COUNTS = {
  reopens: (f) => f.resolved && f.reopened > 0,
  repeats: (f) => f.occurrences > 1,
  chases: (f) => f.chased > 0,
} as const satisfies Readonly<Record<string, Counts>>;

const rowOf =
  ({ of }: Refs) =>
  (text: string, value: string, counts: Counts): Line[] => [{ text, ref: of(text, counts) }, { text: value }];

/** What is left, ours first: a line each. */
export const more: Section = ({ facts, b, say, format, refs }) => {
  const t = b.more;
  const s = facts.board;
  const row = rowOf(refs);
  return [
    { kind: 'heading', level: 2, text: t.heading },
    {
      kind: 'table',
      caption: t.heading,
      columns: [{ label: b.ball.what }, { label: b.card.measured }],
      rows: [
        row(t.late, say.median(s.lateReporting), () => true),
        row(t.verify, say.median(s.verifying), (f) => f.verifying.doneMs.length > 0),
        row(t.unverified, say.rate(s.unverified), (f) => f.verifying.openRawMs.length > 0),
        row(t.noEvidence, say.rate(s.withoutEvidence), (f) => !f.evidence),
        row(t.withdrawn, say.rate(s.withdrawn), (f) => f.withdrawn),
        row(t.reopens, say.rate(s.reopens.issues), COUNTS.reopens),
        row(t.failed, say.rate(s.failedFixes), (f) => f.resolved && f.failedFix),
        row(t.repeats, say.rate(s.repeats.occurrences), COUNTS.repeats),
        row(t.chases, format.number(s.chases), COUNTS.chases),
      ],
    },
  ];
};

/** What neither the scorecards nor the quarters have told. */
export const moreInShort: Section = ({ facts, b, say, format, refs }) => {
  const t = b.more;
  const s = facts.board;
  const row = rowOf(refs);
  return [
    { kind: 'heading', level: 2, text: t.heading },
    {
      kind: 'table',
      caption: t.heading,
      columns: [{ label: b.ball.what }, { label: b.card.measured }],
      rows: [
        row(t.reopens, say.rate(s.reopens.issues), COUNTS.reopens),
        row(t.repeats, say.rate(s.repeats.occurrences), COUNTS.repeats),
        row(t.chases, format.number(s.chases), COUNTS.chases),
      ],
    },
  ];
};
