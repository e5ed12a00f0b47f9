import { describe, expect, it } from 'vitest';
import { figuresOf, type IssueFigures } from '../../../../lib/domain/accountability/issue-figures.ts';
import { ourCard, providerCard } from '../../../../lib/domain/accountability/scorecards.ts';
import { promisesOf } from '../../../../lib/domain/accountability/statistics/promises.ts';
import { breadthOf } from '../../../../lib/domain/accountability/team-table.ts';
import { scoreboardOf, teamRows } from '../../../support/boards.ts';
import type { TimelineEvent } from '../../../../lib/domain/accountability/timeline.ts';
import { event, march, OFFICE, OURS, terms, told } from '../../../support/timelines.ts';

function figures(
  events: readonly TimelineEvent[],
  more: { occurrences?: number[]; asOf?: string; evidence?: boolean } = {},
): IssueFigures {
  const account = told(events, {
    occurred: '10 08:30',
    asOf: more.asOf ?? '20 12:00',
    terms: terms({ targets: { any: { responseMin: 60, resolutionMin: 240, updateEveryMin: 60 } } }),
  });
  return figuresOf(account, {
    occurrences: more.occurrences ?? [march('10 08:30')],
    evidence: more.evidence ?? true,
    updateEveryMs: 3_600_000,
    providerCalendar: OFFICE,
    ours: OURS,
    outage: null,
  });
}

const good = figures([
  event('reported', '10 09:00'),
  event('acknowledged', '10 09:30'),
  event('resolved', '10 10:00'),
  event('verified', '10 11:00'),
]);
const bad = figures(
  [
    event('reported', '10 12:00'),
    event('acknowledged', '10 15:00'),
    event('resolved', '11 12:00'),
    event('reopened', '12 09:00'),
  ],
  { occurrences: [march('10 08:30'), march('12 09:00')], evidence: false },
);
const nothing = promisesOf([], 'us', 0);

describe('a scoreboard', () => {
  const board = scoreboardOf([good, good, bad]);

  it('tells both sides in the same words', () => {
    expect(board.response.compliance).toMatchObject({ hits: 2, n: 3, manner: 'counts' });
    expect(board.resolution.counts).toMatchObject({ met: 2, openOverdue: 1 });
    expect(board.resolution.business).toMatchObject({ n: 2, median: 60, open: 1 });
    expect(board.reopens).toMatchObject({ issues: { hits: 1, n: 3 }, events: 1 });
    expect(board.failedFixes).toMatchObject({ hits: 1, n: 3 });
    expect(board.repeats.occurrences).toMatchObject({ hits: 1, n: 4 });
    expect(board.lateReporting.median).toBe(30);
    expect(board.verifying).toMatchObject({ n: 3 });
    expect(board.withoutEvidence).toMatchObject({ hits: 1, n: 3 });
    expect(board.totalMs).toBe(board.sides.us.rawMs + board.sides.provider.rawMs + board.sides.nobody.rawMs);
  });

  it('does not judge what was withdrawn, and leaves it out of the times', () => {
    const withdrawn = figures([event('reported', '10 09:00'), event('withdrawn', '10 16:00')]);
    expect(scoreboardOf([withdrawn]).resolution).toMatchObject({
      compliance: { n: 0 },
      counts: { cancelled: 1 },
      business: { n: 0, open: 0 },
    });
    expect(scoreboardOf([withdrawn]).reopens.issues.n).toBe(0);
  });

  it('counts fixes that wait for us for more than five days', () => {
    const waiting = (asOf: string) =>
      scoreboardOf([figures([event('reported', '10 09:00'), event('resolved', '10 10:00')], { asOf })])
        .unverified;
    expect([waiting('15 10:00').hits, waiting('15 10:01').hits]).toEqual([0, 1]);
  });

  it('of nothing has no rates and no times', () => {
    expect(scoreboardOf([])).toMatchObject({
      issues: 0,
      updateDiscipline: { percent: null, n: 0 },
      response: { compliance: { percent: null } },
      lateReporting: { n: 0, median: null },
    });
  });
});

describe('a scorecard', () => {
  it('does not measure fewer than five, and says how much it measured', () => {
    const few = providerCard(scoreboardOf([good, bad]), nothing, null);
    expect(few).toMatchObject({ score: null, coveragePercent: 0 });
    const many = providerCard(scoreboardOf(Array.from({ length: 6 }, () => good)), nothing, {
      percent: 99.9,
      n: 1,
    });
    expect(many.parts.map(({ key, score }) => [key, score])).toEqual([
      ['response', 100],
      ['resolution', 100],
      ['commitments', null],
      ['fixQuality', 100],
      ['communication', 100],
      ['availability', 100],
    ]);
    expect(many).toMatchObject({ score: 100, coveragePercent: 80 });
    expect(many.parts.map(({ key, n }) => [key, n])).toContainEqual(['availability', 1]);
  });

  it('gives no points for words where they were agreed for fewer than five issues', () => {
    const unsaid: IssueFigures = { ...good, discipline: null };
    const card = providerCard(
      scoreboardOf([good, ...Array.from({ length: 9 }, () => unsaid)]),
      nothing,
      null,
    );
    expect(card.parts.find(({ key }) => key === 'communication')).toMatchObject({ n: 1, score: null });
    expect(card.parts.find(({ key }) => key === 'response')).toMatchObject({ n: 10, score: 100 });
  });

  it('is the same for us', () => {
    const card = ourCard(scoreboardOf(Array.from({ length: 6 }, () => bad)), nothing);
    const parts = Object.fromEntries(card.parts.map(({ key, score }) => [key, score]));
    expect(parts).toMatchObject({
      answers: null,
      evidence: 0,
      verifying: 100,
      withdrawn: 100,
      commitments: null,
    });
    // Reported three and a half hours after it was seen.
    expect(parts['reporting']).toBeCloseTo(60, 5);
  });
});

describe('teams', () => {
  const answered = (givenMs: number[]) => ({
    us: { givenMs, openMs: [] },
    provider: { givenMs: [], openMs: [] },
  });
  const rows = teamRows([
    {
      sightings: [
        { team: 'Sales', occurrences: 8 },
        { team: 'Stock', occurrences: 1 },
      ],
      unreportedMs: 600_000,
      answers: answered([]),
    },
    {
      sightings: [{ team: 'Sales', occurrences: 1 }],
      unreportedMs: 1_800_000,
      answers: answered([3_600_000]),
    },
  ]);

  it('are told with what they share', () => {
    expect(rows).toMatchObject([
      {
        team: 'Sales',
        issues: 2,
        occurrences: 9,
        shared: 1,
        reporting: { median: 20 },
        answers: { median: 60 },
      },
      { team: 'Stock', issues: 1, occurrences: 1, shared: 1 },
    ]);
  });

  it('say how broad it is, and whether it is one team’s', () => {
    expect(breadthOf(rows, 7)).toEqual({ reporting: 2, teams: 7, most: { team: 'Sales', percent: 90 } });
    expect(breadthOf([], 7)).toEqual({ reporting: 0, teams: 7, most: null });
  });
});
