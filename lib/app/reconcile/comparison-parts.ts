import type { OurIssue } from '../../domain/reconcile/compare.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { Block } from '../../export/packs/doc.ts';
import type { Comparison, Telling } from './comparison.ts';
import { issueLine, line, MOST_ROWS, numbersOf, part } from './comparison-blocks.ts';

/** What was compared: provider, file, period, zones. */
export function facts(telling: Telling, of: Comparison): Block {
  const { t, time } = telling;
  const { reconciled, provider, fileName, zone, theirZone, asOf, encoding } = of;
  const { from, to } = reconciled.period;
  const fact = (label: string, text: string) => ({ label, line: line(text) });
  return {
    kind: 'facts',
    facts: [
      fact(t.doc.provider, visibleText(provider)),
      fact(t.doc.file, visibleText(fileName)),
      fact(t.doc.period, t.doc.fromTo(time(from), time(to))),
      fact(t.doc.asOf, time(asOf)),
      fact(t.doc.zone, zone),
      fact(t.doc.theirZone, theirZone),
      fact(t.doc.encoding, encoding.toUpperCase()),
    ],
  };
}

/** How many there are of each. */
export function counts({ t, format }: Telling, { reconciled }: Comparison): Block[] {
  const rows: [string, number][] = [
    [t.doc.theirs, reconciled.theirs],
    [t.doc.ours, reconciled.ours],
    [t.doc.pairs, reconciled.pairs.length],
    [t.doc.differing, reconciled.differing],
    [t.doc.onlyTheirs, reconciled.onlyTheirs.length],
    [t.doc.onlyOurs, reconciled.onlyOurs.length],
    [t.doc.withoutNumber, reconciled.withoutNumber.length],
    [t.doc.duplicates, reconciled.duplicates.length],
    [t.doc.unreadable, reconciled.unreadable.length],
  ];
  return [
    { kind: 'heading', level: 2, text: t.doc.counts },
    {
      kind: 'table',
      caption: t.doc.counts,
      columns: [{ label: t.doc.what }, { label: t.doc.count, kind: 'number' }],
      rows: rows.map(([what, count]) => [line(what), line(format.number(count))]),
    },
  ];
}

/** What one side has and the other has not. */
export function missing(telling: Telling, { reconciled }: Comparison): Block[] {
  const { t } = telling;
  const ours = ({ times, status }: OurIssue) => [line(telling.ours(times.created)), line(t.status[status])];
  return [
    ...part(
      telling,
      t.doc.onlyTheirs,
      [
        { label: t.doc.ticket },
        { label: t.doc.titleColumn, kind: 'free' },
        { label: t.doc.created },
        { label: t.doc.status },
      ],
      reconciled.onlyTheirs
        .slice(0, MOST_ROWS)
        .map((ticket) => [
          line(numbersOf([ticket])),
          line(visibleText(ticket.title)),
          line(telling.theirs(ticket.times.created)),
          line(visibleText(ticket.status.text)),
        ]),
      MOST_ROWS,
      reconciled.onlyTheirs.length,
    ),
    ...part(
      telling,
      t.doc.onlyOurs,
      [{ label: t.doc.issue }, { label: t.doc.numbers }, { label: t.doc.created }, { label: t.doc.status }],
      reconciled.onlyOurs.map((issue) => [
        issueLine(issue),
        line(visibleText(issue.tickets.join(', '))),
        ...ours(issue),
      ]),
    ),
    ...part(
      telling,
      t.doc.withoutNumber,
      [{ label: t.doc.issue }, { label: t.doc.created }, { label: t.doc.status }],
      reconciled.withoutNumber.map((issue) => [issueLine(issue), ...ours(issue)]),
    ),
  ];
}

/** What could not be compared, and why. */
export function doubtful(telling: Telling, { reconciled }: Comparison): Block[] {
  const { t, format } = telling;
  const field = (name: keyof typeof t.screen.column | null, reason: keyof typeof t.doc.reasons) =>
    name === null ? t.doc.reasons[reason] : t.doc.inField(t.doc.reasons[reason], t.screen.column[name]);
  const numbers = (lines: readonly number[]) =>
    lines
      .slice(0, 10)
      .map((one) => format.number(one))
      .join(', ') + (lines.length > 10 ? ' …' : '');
  return [
    ...part(
      telling,
      t.doc.duplicates,
      [{ label: t.doc.ticket }, { label: t.doc.lines }, { label: t.doc.what }],
      reconciled.duplicates.map(({ number, lines, same }) => [
        line(visibleText(number)),
        line(numbers(lines)),
        line(same ? t.doc.same : t.doc.notSame),
      ]),
    ),
    ...part(
      telling,
      t.doc.unreadable,
      [{ label: t.doc.line }, { label: t.doc.reason, kind: 'free' }],
      reconciled.unreadable.map((one) => [line(format.number(one.line)), line(field(one.field, one.reason))]),
    ),
  ];
}
