import { TIME_FIELDS, type TimeField } from '../../domain/reconcile/fields.ts';
import type { OurIssue, Pair } from '../../domain/reconcile/compare.ts';
import type { Reading } from '../../domain/reconcile/read-time.ts';
import type { TheirTicket } from '../../domain/reconcile/tickets.ts';
import { instantOf, MINUTE } from '../../domain/time/instant.ts';
import { peopleTable } from '../../export/formats/csv/people-table.ts';
import { tellingOf, type Comparison, type Telling } from './comparison.ts';

type Cells = (string | number)[];

const instant = (reading: Reading | null): string => (reading === null ? '' : instantOf(reading.from));
const joined = (tickets: readonly TheirTicket[], what: (ticket: TheirTicket) => string | number): string =>
  [...new Set(tickets.map(what))].join(', ');

function theirCells(tickets: readonly TheirTicket[]): Cells {
  return [
    joined(tickets, ({ number, ourRef }) => number || ourRef),
    joined(tickets, ({ line }) => line),
    joined(tickets, ({ title }) => title),
  ];
}

const ourCells = (issue: OurIssue | null): Cells =>
  issue === null ? ['', '', ''] : [issue.key, issue.title, issue.tickets.join(', ')];

function ourTime(issue: OurIssue | null, field: TimeField): Cells {
  const moment = issue?.times[field] ?? null;
  return moment === null
    ? ['', '']
    : [instantOf(moment.at), Math.round((moment.latest - moment.at) / MINUTE)];
}

/** A line with all columns; a pair has what was compared. */
function row(
  { t, verdict }: Telling,
  kind: string,
  tickets: readonly TheirTicket[],
  issue: OurIssue | null,
  pair: Pair | null,
): Cells {
  const time = (field: TimeField): Cells => {
    const compared = pair?.times[field];
    const theirs = compared === undefined ? (tickets[0]?.times[field] ?? null) : compared.theirs;
    return [
      instant(theirs),
      ...ourTime(issue, field),
      compared?.minutes ?? '',
      compared === undefined ? '' : verdict(compared.verdict),
    ];
  };
  return [
    kind,
    ...theirCells(tickets),
    ...ourCells(issue),
    ...TIME_FIELDS.flatMap(time),
    joined(tickets, ({ priority }) => priority.text),
    issue?.priority == null ? '' : `P${issue.priority}`,
    pair === null ? '' : verdict(pair.priority),
    joined(tickets, ({ status }) => status.text),
    issue === null ? '' : t.status[issue.status],
    pair === null ? '' : verdict(pair.status),
    '',
  ];
}

function heading({ t, field }: Telling): string[] {
  const { ofThem, ofUs, certainty, minutesOf, verdictOf, kind } = t.table;
  const { ticket, line, titleColumn, issue, numbers, priority, status, reason } = t.doc;
  return [
    kind,
    ticket,
    line,
    ofThem(titleColumn),
    issue,
    ofUs(titleColumn),
    ofUs(numbers),
    ...TIME_FIELDS.flatMap((one) => [
      `${ofThem(field[one])} UTC`,
      `${ofUs(field[one])} UTC`,
      certainty(field[one]),
      minutesOf(field[one]),
      verdictOf(field[one]),
    ]),
    ...[priority, status].flatMap((one) => [ofThem(one), ofUs(one), verdictOf(one)]),
    reason,
  ];
}

/** Everything of a comparison as a table for people: nothing in it is run by a spreadsheet. */
export async function comparisonCsv(of: Comparison, delimiter: ',' | ';'): Promise<Blob> {
  const table = await peopleTable(delimiter);
  const telling = tellingOf(of);
  const { t } = telling;
  const { reconciled } = of;
  const names = heading(telling);
  const note = (kind: string, number: string, lines: string, reason: string) =>
    table.add([kind, number, lines, ...names.slice(4).map(() => ''), reason]);
  table.add(names);
  for (const pair of reconciled.pairs) table.add(row(telling, t.table.pair, pair.tickets, pair.issue, pair));
  for (const ticket of reconciled.onlyTheirs) table.add(row(telling, t.doc.onlyTheirs, [ticket], null, null));
  for (const issue of reconciled.onlyOurs) table.add(row(telling, t.doc.onlyOurs, [], issue, null));
  for (const issue of reconciled.withoutNumber) table.add(row(telling, t.doc.withoutNumber, [], issue, null));
  for (const { number, lines, same } of reconciled.duplicates)
    note(t.doc.duplicates, number, lines.join(', '), same ? t.doc.same : t.doc.notSame);
  for (const { line, field, reason } of reconciled.unreadable) {
    const why = t.doc.reasons[reason];
    note(
      t.doc.unreadable,
      '',
      String(line),
      field === null ? why : t.doc.inField(why, t.screen.column[field]),
    );
  }
  return table.end();
}
