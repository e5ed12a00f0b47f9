import type { Section } from '../context.ts';

const ROWS = 3;

/** Empty lines, to be filled in together: decisions, not next steps. */
export const decisions: Section = ({ t }) => [
  { kind: 'heading', level: 2, text: t.decisions.heading },
  {
    kind: 'blanks',
    caption: t.decisions.caption,
    columns: [
      { label: t.decisions.number, kind: 'number' },
      { label: t.decisions.deliverable },
      { label: t.decisions.owner },
      { label: t.decisions.date },
      { label: t.decisions.acceptance },
    ],
    rows: ROWS,
  },
];
