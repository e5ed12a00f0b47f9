import { z } from '../z.ts';

const times = z.int().check(z.gte(1), z.lte(1000));
const days = z.int().check(z.gte(1), z.lte(1000));

/** What the rules R1–R5 look for; a rule that is missing looks for what is proposed. */
export const recurrence = z.strictObject({
  often: z.optional(z.strictObject({ times, days })),
  spread: z.optional(z.strictObject({ teams: times, days })),
  back: z.optional(z.strictObject({ days })),
  burst: z.optional(
    z.strictObject({
      least: times,
      days,
      baselineDays: days,
      /** Thousandths of a percent: 1000 = less likely than 1 %. */
      belowMilliPercent: z.int().check(z.gte(1), z.lte(100_000)),
    }),
  ),
  pattern: z.optional(
    z.strictObject({
      percent: z.int().check(z.gte(1), z.lte(100)),
      of: times,
      hours: z.int().check(z.gte(1), z.lte(24)),
    }),
  ),
});
export type RecurrenceThresholds = Readonly<z.infer<typeof recurrence>>;
