import { visibleText } from '../../../domain/privacy/display.ts';
import { msOf } from '../../../domain/time/instant.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import { decidedLastTime } from './last-time.ts';
import type { PackPromise } from '../pack-facts.ts';

const OUTCOMES = ['onTime', 'late', 'missed', 'openOverdue', 'openNotDue', 'withdrawn'] as const;
const SHOWN = 4;

function promiseLine(one: PackPromise, { t, name, date }: PackContext): Line[] {
  const moved = one.due !== one.dueOriginal;
  return [
    {
      text: visibleText(one.deliverable),
      under: one.acceptance === null ? undefined : t.promises.acceptance(visibleText(one.acceptance)),
    },
    { text: one.owner === 'us' ? t.us : name },
    {
      text: date(msOf(one.due)),
      under: moved ? t.promises.dueFirst(date(msOf(one.dueOriginal))) : undefined,
    },
    { text: t.promises.outcome[one.outcome] },
  ];
}

const toldOnes = ({ facts, order }: PackContext): PackPromise[] =>
  [...facts.promises.all, ...facts.promises.later].filter(({ promiseId }) => !order.untold.has(promiseId));

const columns = ({ t }: PackContext) =>
  [
    { label: t.promises.deliverable, kind: 'free' },
    { label: t.promises.owner },
    { label: t.promises.due, kind: 'whole' },
    { label: t.promises.state },
  ] as const;

/** Kept, late and open, both sides in one table, ours first; then those that are open. */
export const commitments: Section = (context) => {
  const { facts, t, b, name, say, format } = context;
  const { us, provider, all, later } = facts.promises;
  const heading: Block = { kind: 'heading', level: 2, text: t.promises.heading, id: 'promises' };
  if (all.length + later.length === 0) return [heading, { kind: 'text', line: { text: t.promises.none } }];
  const to = 'annex-e';
  const rows: Line[][] = [
    [{ text: b.ball.promises, to }, { text: say.rate(us.kept) }, { text: say.rate(provider.kept) }],
    ...OUTCOMES.filter((outcome) => us.counts[outcome] + provider.counts[outcome] > 0).map((outcome) => [
      { text: t.promises.outcome[outcome], to },
      { text: format.number(us.counts[outcome]) },
      { text: format.number(provider.counts[outcome]) },
    ]),
    ...(us.moves + provider.moves > 0
      ? [
          [
            { text: t.promises.moved, to },
            { text: format.number(us.moves) },
            { text: format.number(provider.moves) },
          ],
        ]
      : []),
  ];
  // What was decided last time stands there with what became of it.
  const decided = new Set(decidedLastTime(context).map(({ promise }) => promise?.promiseId));
  const open = toldOnes(context)
    .filter(({ promiseId }) => !decided.has(promiseId))
    .filter(({ outcome }) => outcome === 'openOverdue' || outcome === 'openNotDue')
    .toSorted((x, y) => Number(x.owner === 'provider') - Number(y.owner === 'provider'));
  return [
    heading,
    {
      kind: 'table',
      caption: t.promises.caption,
      columns: [{ label: t.promises.what }, { label: t.us, kind: 'us' }, { label: name, kind: 'them' }],
      rows,
    },
    {
      kind: 'table',
      caption: t.promises.heading,
      columns: columns(context),
      rows: open.slice(0, SHOWN).map((one) => promiseLine(one, context)),
    },
  ];
};

/** Every commitment with the entries that say so. */
export const annexPromises: Section = (context) => {
  const { facts, t } = context;
  const all = toldOnes(context);
  if (facts.promises.all.length + facts.promises.later.length + decidedLastTime(context).length === 0)
    return [];
  return [
    { kind: 'heading', level: 2, text: t.annex.promises, id: 'annex-e' },
    {
      kind: 'table',
      caption: t.annex.promises,
      columns: [...columns(context), { label: t.annex.entries, kind: 'numbers' }],
      rows: all.map((one) => [
        ...promiseLine(one, context),
        { text: one.entries.map(({ n }) => n).join(', ') },
      ]),
    },
  ];
};
