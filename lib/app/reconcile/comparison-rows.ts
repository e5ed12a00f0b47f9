import { TIME_FIELDS } from '../../domain/reconcile/fields.ts';
import type { OurIssue, Pair, TimeCompared, Verdict } from '../../domain/reconcile/compare.ts';
import type { TheirTicket } from '../../domain/reconcile/tickets.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { Line } from '../../export/packs/doc.ts';
import { apartText, type Telling } from './comparison.ts';
import { issueLine, line, numbersOf } from './comparison-blocks.ts';

function differenceText({ t, format }: Telling, { minutes }: TimeCompared): string {
  if (minutes === null) return t.doc.missing;
  const apart = apartText(format, minutes);
  return minutes > 0 ? t.doc.later(apart) : t.doc.earlier(apart);
}

const saidBy = (tickets: readonly TheirTicket[], what: 'priority' | 'status'): string =>
  visibleText(
    [...new Set(tickets.map((ticket) => ticket[what].text))].filter((text) => text !== '').join(', '),
  );

const oursOf = ({ t }: Telling, { status, priority }: OurIssue) => ({
  priority: priority === null ? t.doc.missing : `P${priority}`,
  status: t.status[status],
});

/** One line for each field of a pair that is as `wanted`. */
export function fieldRows(telling: Telling, pair: Pair, wanted: (verdict: Verdict) => boolean): Line[][] {
  const { t } = telling;
  const { issue, tickets, times } = pair;
  const begin = [line(numbersOf(tickets)), issueLine(issue)];
  const ofTimes = TIME_FIELDS.filter((field) => wanted(times[field].verdict)).map((field) => [
    ...begin,
    line(telling.field[field]),
    line(telling.theirs(times[field].theirs)),
    line(telling.ours(times[field].ours)),
    line(differenceText(telling, times[field])),
  ]);
  const ours = oursOf(telling, issue);
  const ofWords = (['priority', 'status'] as const)
    .filter((field) => wanted(pair[field]))
    .map((field) => [
      ...begin,
      line(t.doc[field]),
      line(saidBy(tickets, field) || t.doc.missing),
      line(ours[field]),
      line(pair[field] === 'differs' ? t.doc.other : t.doc.missing),
    ]);
  return [...ofTimes, ...ofWords];
}

/** One line of the annex: all fields of a pair, theirs above ours. */
export function sideBySide(telling: Telling, pair: Pair): Line[] {
  const { t } = telling;
  const { issue, tickets, times } = pair;
  const ours = oursOf(telling, issue);
  const words = (field: 'priority' | 'status') =>
    line(saidBy(tickets, field) || t.doc.missing, t.doc.us(ours[field]));
  return [
    line(numbersOf(tickets)),
    issueLine(issue),
    ...TIME_FIELDS.map((field) =>
      line(telling.theirs(times[field].theirs), t.doc.us(telling.ours(times[field].ours))),
    ),
    words('priority'),
    words('status'),
  ];
}
