import { wordsOf } from '../../../i18n/area.ts';
import { providers } from '../../../i18n/providers/providers.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Section } from '../context.ts';

/** What the next one takes over: systems with addresses, and contacts by role, without names of persons. */
export const setup: Section = ({ facts, t, order, format }) => {
  const { roles } = wordsOf(providers, order.language).contacts;
  const own = <T extends Readonly<{ providerId?: string | undefined }>>(things: Iterable<T>): T[] =>
    [...things].filter(({ providerId }) => providerId === facts.provider.id);
  const systems = own(facts.directory.systems.values());
  const contacts = own(facts.directory.contacts.values()).toSorted(
    (x, y) => (x.escalationLevel ?? 99) - (y.escalationLevel ?? 99),
  );
  return [
    { kind: 'heading', level: 2, text: t.setup.systems },
    {
      kind: 'table',
      caption: t.setup.systems,
      columns: [
        { label: t.setup.system },
        { label: t.setup.addresses, kind: 'free' },
        { label: t.setup.environment },
        { label: t.setup.criticality },
      ],
      rows: systems.map(({ name, patterns, environment, criticality }) => [
        { text: visibleText(name) },
        { text: patterns.map(({ pattern }) => visibleText(pattern)).join(', ') || '–' },
        { text: t.setup.environments[environment] },
        { text: format.number(criticality) },
      ]),
    },
    ...(contacts.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: t.setup.contacts },
          {
            kind: 'table' as const,
            caption: t.setup.contacts,
            columns: [{ label: t.setup.role }, { label: t.setup.level, kind: 'number' as const }],
            rows: contacts.map(({ role, escalationLevel }) => [
              { text: roles[role] },
              { text: escalationLevel === undefined ? '–' : format.number(escalationLevel) },
            ]),
          },
        ]),
  ];
};

/** What no log knows, so that nobody forgets it. */
export const checklist: Section = ({ t }) => [
  { kind: 'heading', level: 2, text: t.setup.checklist },
  {
    kind: 'list',
    boxes: true,
    items: Object.values(t.setup.items).map((text) => ({ text })),
  },
];
