import { ledgerBar } from '../../../domain/accountability/ledger-bar.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { zonedTime } from '../../../export/model/local-time.ts';
import type { SharedEvent, SharedOccurrence } from '../../../export/model/shared-issue.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { heldOf } from './held-of.ts';
import { eventLine, sideName } from './issue-words.ts';
import { pictureBlocks } from './pictures.ts';

/** Of more than that, only those that somebody will ask about. */
const MOST = 120;

type Told = Readonly<{ at: string; n: number; cells: readonly Line[] }>;

function when({ at, offsetMin, recordedAt }: SharedEvent | SharedOccurrence, { t }: PackContext): Line {
  const late = Date.parse(recordedAt) - Date.parse(at) > 60_000;
  return {
    text: zonedTime(at, offsetMin),
    under: late ? t.annex.written(zonedTime(recordedAt, offsetMin)) : undefined,
  };
}

function told({ shared }: Described, context: PackContext): Told[] {
  const { t, r } = context;
  const seen = shared.occurrences.map((one): Told => ({
    at: one.at,
    n: one.entry.n,
    cells: [
      when(one, context),
      { text: sideName(one.side, context) },
      { text: t.annex.seenAgain, under: visibleText(one.page.url ?? one.systemName ?? '') },
      { text: String(one.entry.n) },
    ],
  }));
  const events = shared.events.map((one): Told => ({
    at: one.at,
    n: one.entry.n,
    cells: [
      when(one, context),
      { text: sideName(one.side, context) },
      eventLine(one, r),
      { text: String(one.entry.n) },
    ],
  }));
  return [...seen, ...events].toSorted((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : x.n - y.n));
}

export const chronologyId = ({ row }: Pick<Described, 'row'>): string => `chronology-${row.id}`;

/** Who had the ball, everything in the order in which it happened, and its pictures. */
export function course(one: Described, context: PackContext): Block[] {
  const { t, a, say, name, facts } = context;
  const held = heldOf(one.row, facts.asOf);
  const bar = ledgerBar(held);
  const parts = held.map(({ owner, from, to }) => {
    const words = a.bar.owner[owner];
    const who = typeof words === 'string' ? words : words(name);
    return t.annex.part(who, say.minutes((to - from) / 60_000));
  });
  return [
    ...(bar === null
      ? []
      : [{ kind: 'bar' as const, alt: t.annex.alt(one.shared.key, parts.join(', ')), bar }]),
    {
      kind: 'table',
      caption: `${t.annex.chronology}: ${one.shared.key}`,
      columns: [
        { label: t.annex.when },
        { label: t.annex.side },
        { label: t.annex.what, kind: 'free' },
        { label: t.annex.entry, kind: 'number' },
      ],
      rows: told(one, context).map(({ cells }) => cells),
    },
    ...pictureBlocks(one, context),
  ];
}

/** The same under its title, with what was written about it. */
function chronology(one: Described, context: PackContext): Block[] {
  const description = one.shared.description.trim();
  const text = `${one.shared.key} ${visibleText(one.shared.title)}`;
  return [
    { kind: 'heading', level: 3, text, id: chronologyId(one) },
    ...(description === '' ? [] : [{ kind: 'said' as const, text: visibleText(description) }]),
    ...course(one, context),
  ];
}

const isAskedAbout = ({ row }: Described, { pictured }: PackContext['order']): boolean =>
  pictured.has(row.id) ||
  row.turn !== 'closed' ||
  row.recurring.length > 0 ||
  [row.figures?.response, row.figures?.restore, row.figures?.resolution].some(
    (clock) => clock?.verdict === 'missed' || clock?.verdict === 'unproven',
  );

/** For engineers: what happened in each issue, entry by entry. */
export const annexChronology: Section = (context) => {
  const { t, described, order, format } = context;
  const some =
    described.length <= MOST
      ? described
      : described
          .toReversed()
          .toSorted((x, y) => Number(isAskedAbout(y, order)) - Number(isAskedAbout(x, order)))
          .slice(0, MOST)
          .toSorted((x, y) => (x.row.firstAt ?? 0) - (y.row.firstAt ?? 0));
  if (some.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t.annex.chronology, id: 'annex-b' },
    ...(some.length < described.length
      ? [
          {
            kind: 'text' as const,
            quiet: true,
            line: {
              text: t.annex.chronologySome(format.number(some.length), format.number(described.length)),
            },
          },
        ]
      : []),
    ...some.flatMap((one) => chronology(one, context)),
  ];
};
