import type { Section } from '../context.ts';

/** Which issues every figure of the pages counts. Last of all that refers to figures. */
export const annexFigures: Section = ({ t, refs, anchorOf, facts, format }) => {
  const keyOf = new Map(facts.issues.map(({ row, shared }) => [row.id, shared?.key]));
  return [
    { kind: 'heading', level: 2, text: t.annex.figures, id: 'annex-d' },
    {
      kind: 'table',
      caption: t.annex.figures,
      columns: [
        { label: t.annex.ref, kind: 'whole' },
        { label: t.annex.figure },
        { label: t.annex.issues, kind: 'free' },
      ],
      ids: refs.all().map(({ id }) => id),
      rows: refs.all().map(({ text, label, issues }) => {
        const described = issues.filter((one) => anchorOf(one) !== undefined);
        const rest = issues.length - described.length;
        return [
          { text },
          { text: label },
          {
            text:
              issues.length === facts.issues.length
                ? t.annex.all(format.number(described.length))
                : described.map(({ row }) => keyOf.get(row.id) ?? '').join(', '),
            under: rest === 0 ? undefined : t.annex.notDescribed(rest),
          },
        ];
      }),
    },
  ];
};
