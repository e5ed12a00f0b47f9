import { visibleText } from '../../../domain/privacy/display.ts';
import { thingOf } from '../../../domain/directory/directory.ts';
import type { Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import { linesOf } from '../pack-order.ts';
import { promiseItems } from '../promise-items.ts';
import { picturesLeft } from './pictures.ts';

type Fact = Readonly<{ label: string; line: Line }>;

const fact = (label: string, text: string | null, ref?: Line['ref']): Fact[] =>
  text === null ? [] : [{ label, line: { text: visibleText(text), ref } }];

function leftOutText(context: PackContext): string {
  const { facts, order, described, t } = context;
  const texts = facts.issues.filter(({ shared }) => shared !== null).length;
  const tooMany = facts.issues.length - texts;
  const issues = texts - described.length;
  const promises = promiseItems(facts, order.kind).filter(({ id }) => order.untold.has(id)).length;
  const pictures = picturesLeft(context);
  const parts = [
    ...(issues > 0 ? [t.head.leftOutText(issues)] : []),
    ...(tooMany > 0 ? [t.head.tooMany(tooMany)] : []),
    ...(pictures > 0 ? [t.head.picturesLeftOut(pictures)] : []),
    ...(promises > 0 ? [t.head.promisesLeftOut(promises)] : []),
  ];
  return parts.length === 0 ? t.head.nothing : parts.join('; ');
}

/** `Mar 1, 2026 to Mar 20, 2026` */
export function periodOf({ facts, t, date }: PackContext): string {
  const { period } = facts.scope;
  if (period === null) return t.head.allTime;
  return t.head.fromTo(date(period.from), date(Math.min(period.to - 1, facts.asOf)));
}

/** What this is about, as of when, and how much of it is here. */
export const scope: Section = (context) => {
  const { facts, t, name, refs, time } = context;
  const { systemId, teamId } = facts.scope;
  return [
    {
      kind: 'facts',
      facts: [
        ...fact(t.head.provider, name),
        ...fact(t.head.period, periodOf(context)),
        ...fact(t.head.asOf, time(facts.asOf)),
        ...fact(
          t.head.counted,
          t.head.issues(facts.board.issues),
          refs.of(t.head.counted, () => true),
        ),
        ...fact(t.head.leftOut, leftOutText(context)),
        ...fact(t.head.zone, facts.zone),
        ...fact(t.head.system, thingOf(facts.directory, 'system', systemId)?.name ?? null),
        ...fact(t.head.team, thingOf(facts.directory, 'team', teamId)?.name ?? null),
      ],
    },
  ];
};

export const coverNote: Section = ({ order, t }) => {
  const note = order.note.trim();
  const talk = order.kind === 'conversation' || order.kind === 'review';
  return note === ''
    ? []
    : [
        { kind: 'heading', level: 2, text: talk ? t.head.note : t.head.cover },
        { kind: 'said', text: visibleText(note) },
      ];
};

export const agenda: Section = ({ order, t }) => {
  const questions = linesOf(order.questions);
  return questions.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: t.head.agenda },
        { kind: 'list', numbered: true, items: questions.map((text) => ({ text: visibleText(text) })) },
      ];
};

/** Our own cover note and questions. */
export const purpose: Section = (context) => [...coverNote(context), ...agenda(context)];
