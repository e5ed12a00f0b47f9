import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { zonedTime } from '../../../export/model/local-time.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { chronologyId, course } from './annex-chronology.ts';
import { findingsOf, priorityOf, ticketsOf, waitingOn } from './issue-words.ts';

/** The issue that the pack is about; the first one where none was chosen. */
export function theIssue({ described, order }: Pick<PackContext, 'described' | 'order'>): Described | null {
  return described.find(({ row }) => row.id === order.issueId) ?? described[0] ?? null;
}

function facts(one: Described, context: PackContext): Readonly<{ label: string; line: Line }>[] {
  const { t, r, facts: all, date } = context;
  const { row, shared } = one;
  const [first] = shared.occurrences;
  const system = thingOf(all.directory, 'system', row.systemId)?.name ?? null;
  const fact = (label: string, text: string | null | undefined) =>
    text == null || text === '' ? [] : [{ label, line: { text: visibleText(text) } }];
  return [
    ...fact(t.single.reference, shared.key),
    ...fact(t.open.ticket, ticketsOf(one) || t.open.noTicket),
    ...fact(t.single.system, system),
    ...fact(t.single.page, shared.url),
    ...fact(
      t.single.when,
      first === undefined
        ? null
        : `${zonedTime(shared.firstAt, first.offsetMin)} (${shared.firstAt.slice(0, 16)}Z)`,
    ),
    ...fact(t.single.often, t.single.times(shared.occurrences.length, date(Date.parse(shared.firstAt)))),
    ...fact(t.single.impact, shared.impact === null ? null : r.impactLevel[shared.impact as 1]), // as: 1..3 by schema
    ...fact(t.single.urgency, shared.urgency === null ? null : r.urgencyLevel[shared.urgency as 1]), // as: 1..3 by schema
    ...fact(t.open.priority, priorityOf(one)),
    ...fact(t.open.waiting, waitingOn(one, context).text),
  ];
}

function askOf({ row }: Described, { t, a, time }: PackContext): string {
  if (row.turn === 'closed') return t.single.askNothing;
  if (row.duty === 'answer' || row.duty === 'verify') return t.single.askUs;
  if (row.due === null) return t.single.askOpen;
  return t.single.askDue(a.clock[row.due.clock], time(row.due.at));
}

/** One issue as a provider's portal asks for it: what, where, when, how often, and what we ask. */
export const asked: Section = (context) => {
  const { t, r } = context;
  const one = theIssue(context);
  if (one === null) return [{ kind: 'text', line: { text: t.open.none } }];
  const { shared } = one;
  const findings = findingsOf(shared);
  const blocks: Block[] = [
    { kind: 'facts', facts: facts(one, context) },
    { kind: 'heading', level: 2, text: t.single.what },
    {
      kind: 'said',
      text: shared.description.trim() === '' ? r.noDescription : visibleText(shared.description),
    },
  ];
  if (findings.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: t.single.errors },
      {
        kind: 'list',
        items: findings.map(({ kind, value }) => ({ text: `${r.chipKind[kind]}: ${visibleText(value)}` })),
      },
    );
  blocks.push(
    { kind: 'heading', level: 2, text: t.single.ask },
    {
      kind: 'text',
      line: { text: askOf(one, context) },
    },
  );
  return blocks;
};

/** The same with all that happened in it. */
export const single: Section = (context) => {
  const one = theIssue(context);
  if (one === null) return asked(context);
  const heading = {
    kind: 'heading',
    level: 2,
    text: context.t.single.course,
    id: chronologyId(one),
  } as const;
  return [...asked(context), heading, ...course(one, context)];
};
