import { TIME_FIELDS } from '../../domain/reconcile/fields.ts';
import type { OurIssue, Pair, TimeCompared, Verdict } from '../../domain/reconcile/compare.ts';
import type { TheirTicket } from '../../domain/reconcile/tickets.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { Block, Column, Line, PackDoc } from '../../export/packs/doc.ts';
import { apartText, tellingOf, type Comparison, type Telling } from './comparison.ts';

/** More than these are read by nobody on paper: the table has them all. */
const MOST_ROWS = 200;
const MOST_ANNEX = 500;

const line = (text: string, under?: string): Line => ({ text, under });

const numbersOf = (tickets: readonly TheirTicket[]): string =>
  visibleText(
    tickets
      .slice(0, 5)
      .map(({ number, ourRef }) => number || ourRef)
      .join(', '),
  ) + (tickets.length > 5 ? ' …' : '');

function part(
  { t }: Telling,
  heading: string,
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
  most = MOST_ROWS,
  count = rows.length,
): Block[] {
  const head: Block = { kind: 'heading', level: 2, text: heading };
  if (rows.length === 0) return [head, { kind: 'text', line: line(t.doc.none), quiet: true }];
  const shown = rows.slice(0, most);
  const rest = count - shown.length;
  const more: Block[] = rest === 0 ? [] : [{ kind: 'text', line: line(t.doc.more(rest)), quiet: true }];
  return [head, { kind: 'table', caption: heading, columns, rows: shown }, ...more];
}

const issueLine = ({ key, title }: OurIssue): Line => line(key, visibleText(title));

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
function fieldRows(telling: Telling, pair: Pair, wanted: (verdict: Verdict) => boolean): Line[][] {
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

function sideBySide(telling: Telling, pair: Pair): Line[] {
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

function facts(telling: Telling, of: Comparison): Block {
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

function counts({ t, format }: Telling, { reconciled }: Comparison): Block[] {
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

function missing(telling: Telling, { reconciled }: Comparison): Block[] {
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

function doubtful(telling: Telling, { reconciled }: Comparison): Block[] {
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

/** The comparison as its reader will meet it, on the screen and in the file. */
export function comparisonDoc(of: Comparison): PackDoc {
  const telling = tellingOf(of);
  const { t } = telling;
  const { pairs } = of.reconciled;
  const fieldColumns: readonly Column[] = [
    { label: t.doc.ticket },
    { label: t.doc.issue, kind: 'free' },
    { label: t.doc.what },
    { label: t.doc.byThem, kind: 'them' },
    { label: t.doc.byUs, kind: 'us' },
    { label: t.doc.difference },
  ];
  const fields = (wanted: (verdict: Verdict) => boolean) =>
    pairs.flatMap((pair) => fieldRows(telling, pair, wanted));
  const { methods } = t.doc;
  return {
    language: of.language,
    title: t.doc.title(visibleText(of.provider)),
    issues: pairs.length,
    pages: [
      { kind: 'text', line: line(t.doc.lead) },
      facts(telling, of),
      ...counts(telling, of),
      ...part(
        telling,
        t.doc.differences,
        fieldColumns,
        fields((verdict) => verdict === 'differs'),
      ),
      ...missing(telling, of),
      ...part(
        telling,
        t.doc.oneSided,
        fieldColumns,
        fields((verdict) => verdict === 'only-theirs' || verdict === 'only-ours'),
      ),
      ...doubtful(telling, of),
    ],
    annex: [
      ...part(
        telling,
        t.doc.sideBySide,
        [
          { label: t.doc.ticket },
          { label: t.doc.issue, kind: 'free' },
          ...TIME_FIELDS.map((field) => ({ label: telling.field[field] })),
          { label: t.doc.priority },
          { label: t.doc.status },
        ],
        pairs.slice(0, MOST_ANNEX).map((pair) => sideBySide(telling, pair)),
        MOST_ANNEX,
        pairs.length,
      ),
      { kind: 'text', line: line(t.doc.sideBySideHint), quiet: true },
      { kind: 'heading', level: 2, text: t.doc.method },
      {
        kind: 'list',
        items: [
          methods.number,
          methods.times(t.screen.minutes(of.toleranceMin)),
          methods.several,
          methods.priority,
          methods.status,
          methods.trash,
        ].map((text) => line(text)),
      },
    ],
  };
}
