import {
  availabilityOf,
  userAvailability,
  wholeMinutesDown,
} from '../../lib/domain/accountability/statistics/availability.ts';
import { complianceOf } from '../../lib/domain/accountability/statistics/compliance.ts';
import { durationsOf } from '../../lib/domain/accountability/statistics/durations.ts';
import { repeatsOf, reopensOf } from '../../lib/domain/accountability/statistics/fix-quality.ts';
import { lostMinutes } from '../../lib/domain/accountability/statistics/lost-time.ts';
import { burstOf } from '../../lib/domain/accountability/statistics/poisson.ts';
import { keepingOf } from '../../lib/domain/accountability/statistics/promises.ts';
import { recurrenceOf } from '../../lib/domain/accountability/statistics/recurrence.ts';
import { scoreOf } from '../../lib/domain/accountability/statistics/scorecard.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { z } from '../../lib/domain/z.ts';
import { compareFields } from './compare.ts';
import { caseHead, instant, ms, span, spanOf, type CheckCase } from './file.ts';
import { expectedRules, ruleLabel } from './recurrence-labels.ts';

type Figures = Readonly<Record<string, unknown>>;

const amount = z.number().check(z.nonnegative());
const none = (value: z.ZodMiniType<number>) => z._default(value, 0);

function statistic<S extends z.ZodMiniType>(shape: S, figures: (input: z.output<S>) => Figures) {
  return (input: unknown): Figures => figures(shape.parse(input));
}

const STATISTICS: Readonly<Record<string, (input: unknown) => Figures>> = {
  compliance: statistic(
    z.strictObject({
      met: none(amount),
      missed: none(amount),
      openOverdue: none(amount),
      openNotDue: none(amount),
      cancelled: none(amount),
      unproven: none(amount),
    }),
    (counts) => {
      const { n, hits, percent, wilson95 } = complianceOf(counts);
      return { denominator: n, n, met: hits, unproven: counts.unproven, percent, wilson95 };
    },
  ),
  responseStats: statistic(
    z.strictObject({ acknowledged: z.array(amount), openUnacknowledged: z._default(z.array(amount), []) }),
    ({ acknowledged, openUnacknowledged }) => {
      const { open, meanLowerBound, ...rest } = durationsOf(acknowledged, openUnacknowledged);
      return { ...rest, unacknowledged: open, meanLowerBoundInclOpen: meanLowerBound };
    },
  ),
  reopenRate: statistic(z.strictObject({ reopensPerResolvedIssue: z.array(amount) }), (input) => {
    const { issues, events } = reopensOf(input.reopensPerResolvedIssue);
    return {
      resolvedIssues: issues.n,
      reopenedIssues: issues.hits,
      reopenRatePercent: issues.percent,
      reopenEvents: events,
    };
  }),
  repeatRate: statistic(z.strictObject({ occurrencesPerIssue: z.array(amount) }), (input) => {
    const { occurrences, issues } = repeatsOf(input.occurrencesPerIssue);
    return {
      occurrences: occurrences.n,
      repeats: occurrences.hits,
      repeatOccurrencePercent: occurrences.percent,
      issues: issues.n,
      issuesRepeated: issues.hits,
      issuesRepeatedPercent: issues.percent,
    };
  }),
  uptime: statistic(z.strictObject({ from: instant, to: instant, downMinutes: amount }), (input) => {
    const { total, percent } = availabilityOf((ms(input.to) - ms(input.from)) / MINUTE, input.downMinutes);
    return { totalMinutes: total, uptimePercent: percent };
  }),
  userUptime: statistic(
    z.strictObject({ users: amount, totalMinutes: amount, down: z.array(z.tuple([amount, amount])) }),
    ({ users, totalMinutes, down }) => {
      const outages = down.map(([hit, minutes]) => ({ users: hit, minutes }));
      const found = userAvailability(users, totalMinutes, outages);
      return { userMinutes: found.total, downUserMinutes: found.down, uptimePercent: found.percent };
    },
  ),
  wholeMinutesDown: statistic(z.array(span), (outages) => ({
    minutes: wholeMinutesDown(outages.map(spanOf)),
  })),
  commitments: statistic(
    z.strictObject({
      onTime: none(amount),
      late: none(amount),
      missed: none(amount),
      openOverdue: none(amount),
      openNotDue: none(amount),
      withdrawn: none(amount),
    }),
    (counts) => {
      const { kept, delivered } = keepingOf(counts);
      return { due: kept.n, keptOnTimePercent: kept.percent, deliveredPercent: delivered.percent };
    },
  ),
  lostTime: statistic(
    z.array(z.strictObject({ users: amount, minutes: amount, degradation: amount })),
    (losses) => ({ personMinutes: lostMinutes(losses), personHours: lostMinutes(losses) / 60 }),
  ),
  scorecard: statistic(
    z.array(z.strictObject({ k: z.string(), w: amount, score: z.nullable(z.number()) })),
    (parts) => scoreOf(parts.map(({ w, score }) => ({ weight: w, score }))),
  ),
  poissonTail: statistic(
    z.strictObject({ baselineCount: amount, baselineDays: amount, windowDays: amount, k: amount }),
    ({ baselineCount, baselineDays, windowDays, k }) => {
      const { mean, p, flag } = burstOf(
        { count: baselineCount, days: baselineDays },
        { count: k, days: windowDays },
      );
      return { lambda: mean, p, flag };
    },
  ),
  recurrence: statistic(
    z.strictObject({
      occurrences: z.array(z.tuple([instant, z.nullable(z.string())])),
      resolvedAt: z._default(z.array(instant), []),
      tz: z.optional(z.string()),
      observedSince: z.optional(instant),
    }),
    ({ occurrences, resolvedAt, tz, observedSince }) => ({
      rules: recurrenceOf({
        sightings: occurrences.map(([at, team]) => ({ at: ms(at), team })),
        fixedAt: resolvedAt.map(ms),
        observedSince: observedSince === undefined ? null : ms(observedSince),
        tz: tz ?? null,
      })
        .map(ruleLabel)
        .toSorted(),
    }),
  ),
};

/** Decimals in which the figures are given. */
const DECIMALS = {
  percent: 2,
  wilson95: 2,
  reopenRatePercent: 2,
  repeatOccurrencePercent: 2,
  issuesRepeatedPercent: 2,
  keptOnTimePercent: 2,
  deliveredPercent: 2,
  coveragePercent: 2,
  mean: 2,
  meanLowerBoundInclOpen: 2,
  uptimePercent: 4,
  lambda: 4,
  p: 4,
  score: 1,
};

const statCase = z.strictObject({
  ...caseHead,
  fn: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
});

export const checkStatistic: CheckCase = (value) => {
  const { fn, input, expected } = statCase.parse(value);
  const statistics = Object.hasOwn(STATISTICS, fn) ? STATISTICS[fn] : undefined;
  if (!statistics) throw new Error(`unknown fn ${fn}`);
  return compareFields(expectedRules(expected), statistics(input), DECIMALS);
};
