import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OurIssue } from '../../../../lib/domain/reconcile/compare.ts';
import { recognise } from '../../../../lib/domain/reconcile/fields.ts';
import { reconcile, type Reconciled } from '../../../../lib/domain/reconcile/reconcile.ts';
import { readTickets, ticketKey } from '../../../../lib/domain/reconcile/tickets.ts';
import { seedIssueId } from '../../../support/seed.ts';
import { HOUR, MINUTE } from '../../../../lib/domain/time/instant.ts';

const HEADERS = ['Number', 'Title', 'Priority', 'Status', 'Created at', 'First response at', 'Resolved at'];
const DAY_BEGIN = Date.UTC(2026, 10, 23);
const PERIOD = { from: DAY_BEGIN, to: DAY_BEGIN + 24 * HOUR };
const at = (hours: number, plusMinus = 0) => {
  const when = DAY_BEGIN + hours * HOUR;
  return { at: when, earliest: when - plusMinus * MINUTE, latest: when + plusMinus * MINUTE };
};
const cell = (hours: number | null) =>
  hours === null ? '' : new Date(DAY_BEGIN + hours * HOUR).toISOString();

function ours(number: string, given: Partial<OurIssue> = {}): OurIssue {
  return {
    id: seedIssueId(Number(number) || 99),
    key: `K-${number}`,
    title: number,
    tickets: number === '' ? [] : [number],
    times: { created: at(8), responded: at(9), resolved: null },
    status: 'with_provider',
    priority: 2,
    ...given,
  };
}

function compare(
  lines: readonly (readonly string[])[],
  issues: readonly OurIssue[],
  toleranceMin = 1,
): Reconciled {
  const rows = lines.map((cells, index) => ({ line: index + 2, cells }));
  const how = { columns: recognise(HEADERS), order: null, zone: 'UTC', serviceNow: false };
  return reconcile(readTickets(rows, HEADERS.length, how), issues, PERIOD, toleranceMin);
}

describe('theirs against ours', () => {
  it('says in minutes how far times differ, and which side knows none', () => {
    const [pair] = compare(
      [['#inc 1', 'a', 'Low', 'Closed', cell(8.5), '', cell(12)]],
      [ours('INC 1')],
    ).pairs;
    expect(pair?.times.created).toMatchObject({ minutes: 30, verdict: 'differs' });
    expect(pair?.times.responded).toMatchObject({ minutes: null, verdict: 'only-ours' });
    expect(pair?.times.resolved).toMatchObject({ minutes: null, verdict: 'only-theirs' });
    expect([pair?.priority, pair?.status]).toEqual(['differs', 'differs']);
  });

  it('finds no difference within what we are certain of, nor below what was asked for', () => {
    const line = ['1', '', 'High', 'Open', cell(8.5), cell(9), ''];
    const verdict = (plusMinus: number, tolerance: number) =>
      compare(
        [line],
        [ours('1', { times: { created: at(8, plusMinus), responded: at(9), resolved: null } })],
        tolerance,
      ).pairs[0]?.times.created.verdict;
    expect(verdict(0, 1)).toBe('differs');
    expect(verdict(29, 1)).toBe('differs');
    expect(verdict(30, 1)).toBe('within');
    expect(verdict(0, 60)).toBe('within');
    expect(verdict(20, 15)).toBe('within');
  });

  it('a date without a time is certain of the day only', () => {
    const [pair] = compare([['1', '', '', '', '2026-11-23', '', '']], [ours('1')]).pairs;
    expect(pair?.times.created.verdict).toBe('within');
  });

  it('names what is missing on either side of the period, and nothing of other days', () => {
    const result = compare(
      [
        ['1', 'only theirs', '', '', cell(10), '', ''],
        ['2', 'of another day', '', '', cell(-30), '', ''],
        ['3', 'without a time', '', '', '', '', ''],
      ],
      [
        ours('4'),
        ours('5', { times: { created: at(100), responded: null, resolved: null } }),
        ours('', { id: seedIssueId(7) }),
        ours('6', { times: { created: null, responded: null, resolved: null } }),
      ],
    );
    expect(result.onlyTheirs.map(({ title }) => title)).toEqual(['only theirs']);
    expect(result.onlyOurs.map(({ key }) => key)).toEqual(['K-4']);
    expect(result.withoutNumber.map(({ id }) => id)).toEqual([seedIssueId(7)]);
    expect([result.theirs, result.ours]).toEqual([1, 2]);
  });

  it('pairs what lies in the period on one side only, so that no edge hides a difference', () => {
    const line = ['1', '', '', '', cell(30), '', ''];
    const result = compare([line], [ours('1')]);
    expect(result.pairs).toHaveLength(1);
    expect(result.onlyOurs).toHaveLength(0);
  });

  it('takes several tickets of one issue together', () => {
    const lines = [
      ['1', '', 'High', 'Closed', cell(8), cell(9), cell(10)],
      ['2', '', 'Low', 'Open', cell(11), cell(12), ''],
    ];
    const [pair] = compare(lines, [ours('1', { tickets: ['1', '2'] })]).pairs;
    expect(pair?.times.created.verdict).toBe('same');
    expect(pair?.times.resolved.verdict).toBe('neither');
    expect([pair?.priority, pair?.status]).toEqual(['same', 'same']);
  });

  it('names numbers on several lines, and lines without a number or with too many cells', () => {
    const result = compare(
      [
        ['1', 'a', '', '', cell(8), '', ''],
        ['1', 'a', '', '', cell(8), '', ''],
        ['2', 'a', '', '', cell(8), '', ''],
        [' #2', 'b', '', '', cell(9), '', ''],
        ['', 'c', '', '', cell(9), '', ''],
        ['3', 'd', '', '', cell(9), '', '', 'cell too many'],
        ['4', 'e', '', '', 'soon', '', ''],
      ],
      [],
    );
    expect(result.duplicates).toEqual([
      { number: '1', lines: [2, 3], same: true },
      { number: '2', lines: [4, 5], same: false },
    ]);
    expect(result.unreadable).toEqual([
      { line: 6, field: null, reason: 'no-number' },
      { line: 7, field: null, reason: 'too-many-cells' },
      { line: 8, field: 'created', reason: 'no-time' },
    ]);
  });

  it('compares ticket numbers without what tools and spreadsheets put around them', () => {
    expect(ticketKey(" '#inc0012 ")).toBe('INC0012');
    expect(ticketKey('0012')).not.toBe(ticketKey('12'));
  });
});

const hours = fc.option(fc.integer({ min: 0, max: 23 }), { nil: null });
const number = fc.constantFrom('1', '2', '3', '4', '__proto__', 'constructor', '');
const lines = fc.array(
  fc.tuple(
    number,
    fc.constantFrom('a', 'b'),
    fc.constantFrom('High', 'P3', '', '?'),
    fc.constantFrom('Open', 'Closed', '?'),
    hours.map(cell),
    hours.map(cell),
    hours.map(cell),
  ),
  { maxLength: 8 },
);
const issues = fc
  .array(
    fc.record({ number, hour: fc.integer({ min: 0, max: 23 }), plusMinus: fc.integer({ min: 0, max: 90 }) }),
    {
      maxLength: 5,
    },
  )
  .map((all) =>
    all.map(({ number: ref, hour, plusMinus }, index) =>
      ours(ref, {
        id: seedIssueId(index),
        times: { created: at(hour, plusMinus), responded: null, resolved: null },
      }),
    ),
  );

/** Where something stood does not count, only what it says. */
const withoutLines = (of: Reconciled): unknown =>
  JSON.parse(
    JSON.stringify(of, (key, value: unknown) =>
      key === 'line' ? 0 : key === 'lines' && Array.isArray(value) ? value.length : value,
    ),
  );

describe('what always holds', () => {
  it('the order of lines and of issues does not matter', () => {
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        issues.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([some, shuffled], [mine, mixed]) => {
          const sorted = (of: Reconciled) => {
            const { unreadable, ...rest } = of;
            return withoutLines({
              ...rest,
              unreadable: [...unreadable].sort((a, b) => (a.reason < b.reason ? -1 : 1)),
            });
          };
          expect(sorted(compare(shuffled, mixed))).toEqual(sorted(compare(some, mine)));
        },
      ),
    );
  });

  it('every ticket of the period is in a pair or missing with us, never both', () => {
    fc.assert(
      fc.property(lines, issues, (some, mine) => {
        const result = compare(some, mine);
        const paired = new Set(
          result.pairs.flatMap(({ tickets }) => tickets.map((one) => ticketKey(one.number))),
        );
        for (const ticket of result.onlyTheirs) expect(paired.has(ticketKey(ticket.number))).toBe(false);
        expect(result.onlyOurs.length + result.withoutNumber.length).toBeLessThanOrEqual(result.ours);
      }),
    );
  });

  it('ours against ours has no difference', () => {
    fc.assert(
      fc.property(issues, (mine) => {
        const own = mine.filter(({ tickets }) => tickets.length > 0);
        const seen = new Map(own.map((issue) => [ticketKey(issue.tickets[0] ?? ''), issue]));
        const file = [...seen.values()].map(({ tickets, times, priority }) => [
          tickets[0] ?? '',
          '',
          `P${priority ?? ''}`,
          'In progress',
          new Date(times.created?.at ?? 0).toISOString(),
          '',
          '',
        ]);
        const result = compare(file, [...seen.values()]);
        expect([result.differing, result.onlyTheirs.length, result.onlyOurs.length]).toEqual([0, 0, 0]);
      }),
    );
  });
});
