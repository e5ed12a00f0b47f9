import { visibleText } from '../../../domain/privacy/display.ts';
import type { Section } from '../context.ts';

/** Signed by both, with the dates that bind. */
export const contractDates: Section = ({ facts, t, format }) => {
  const agreements = [...facts.directory.agreements.values()].filter(
    ({ providerId, type }) => providerId === facts.provider.id && type !== 'none',
  );
  if (agreements.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t.risks.heading },
    {
      kind: 'table',
      caption: t.risks.heading,
      columns: [{ label: t.risks.agreement }, { label: t.risks.renewal }, { label: t.risks.notice }],
      rows: agreements.map(({ name, renewalDate, noticePeriodDays }) => [
        { text: visibleText(name) },
        {
          text: renewalDate === undefined ? t.risks.unknown : format.date(`${renewalDate}T12:00:00Z`, 'UTC'),
        },
        { text: noticePeriodDays === undefined ? t.risks.unknown : t.risks.days(noticePeriodDays) },
      ]),
    },
  ];
};

export const signatures: Section = ({ t, name }) => [
  { kind: 'heading', level: 2, text: t.sign.heading },
  {
    kind: 'blanks',
    caption: t.sign.caption,
    columns: [t.sign.side, t.sign.role, t.sign.date, t.sign.signature].map((label) => ({ label })),
    rows: [t.us, name],
  },
];
