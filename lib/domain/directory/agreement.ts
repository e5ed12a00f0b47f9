import { z } from '../z.ts';
import { OWNERS } from '../accountability/owner.ts';
import { EVENT_KINDS } from '../accountability/timeline.ts';
import { count, text } from '../ledger/primitives.ts';
import { plainDate, zoneName } from '../time/calendar.ts';
import { claimRule } from './claim-rule.ts';
import { recurrence } from './recurrence-thresholds.ts';
import { directoryId, name } from './parts.ts';

/** Ten years of minutes: more is a typing error. */
const minutes = z.int().check(z.gte(1), z.lte(5_270_400));
const percent = z.int().check(z.gte(0), z.lte(100));

const target = z.strictObject({
  responseMin: z.optional(minutes),
  /** A word from the provider at least this often while ours was the last. */
  updateEveryMin: z.optional(minutes),
  restoreMin: z.optional(minutes),
  resolutionMin: z.optional(minutes),
  /** Its own hours, where they are not those of the agreement. */
  calendarId: z.optional(directoryId),
});

const targets = z.strictObject({
  P1: z.optional(target),
  P2: z.optional(target),
  P3: z.optional(target),
  P4: z.optional(target),
  P5: z.optional(target),
  /** For every priority that is not named, and before there is one. */
  any: z.optional(target),
});

/** 99.9 % is written as 99900: whole numbers only. */
const milliPercent = z.int().check(z.gte(0), z.lte(100_000));

/** The contract's own: they begin at midnight of its zone. */
export const AVAILABILITY_WINDOWS = ['month', 'quarter', 'year'] as const;

const availability = z.strictObject({
  targetMilliPercent: milliPercent,
  /** Over which time of the contract it is kept; the month when missing. */
  window: z.optional(z.enum(AVAILABILITY_WINDOWS)),
  unit: z.enum(['minutes', 'userMinutes']),
  wholeMinutesOnly: z.boolean(),
  excludesMaintenance: z.boolean(),
  /** Issues of this priority and higher ones are downtime; 1 when missing. */
  downPriority: z.optional(z.int().check(z.gte(1), z.lte(5))),
});

const claim = z.strictObject({
  /** The provider must be told by then. */
  notifyBy: z.optional(claimRule),
  /** The claim must be filed by then. */
  fileBy: z.optional(claimRule),
  channel: z.optional(text(500)),
  subjectMustContain: z.optional(text(200)),
  requiredEvidence: z.array(text(300)).check(z.maxLength(30)),
});

/** What holds from one date on. What is missing is as in the standard terms. */
export const agreementVersion = z.strictObject({
  validFrom: plainDate,
  /** The provider's working hours. */
  calendarId: directoryId,
  targets,
  startAt: z.optional(z.enum(['reported', 'occurred'])),
  autoAckCounts: z.optional(z.boolean()),
  firstResponse: z.optional(z.array(z.enum(EVENT_KINDS))),
  pauseOn: z.optional(z.array(z.enum(OWNERS))),
  reopen: z.optional(z.enum(['resume', 'first', 'last', 'continuous'])),
  priorityChange: z.optional(z.enum(['retroactive', 'prospective'])),
  whosePriority: z.optional(z.enum(['us', 'provider'])),
  atRiskPercent: z.optional(percent),
  compliance: z.optional(
    z.strictObject({
      responsePercent: z.optional(percent),
      restorePercent: z.optional(percent),
      resolutionPercent: z.optional(percent),
      window: z.enum(['month', 'quarter']),
    }),
  ),
  availability: z.optional(availability),
  creditTiers: z.optional(
    z
      .array(z.strictObject({ belowMilliPercent: milliPercent, creditPercent: percent }))
      .check(z.maxLength(20)),
  ),
  claim: z.optional(claim),
  chronicFailure: z.optional(z.strictObject({ misses: count, inMonths: count })),
  /** From when on something keeps coming back (R1–R5), where the proposals are not taken. */
  recurrence: z.optional(recurrence),
});
export type AgreementVersion = Readonly<z.infer<typeof agreementVersion>>;

const ascending = (versions: readonly { validFrom: string }[]) =>
  versions.every(({ validFrom }, i) => i === 0 || validFrom > (versions[i - 1]?.validFrom ?? ''));

/** What was agreed with a provider (SLA, underpinning contract), or among ourselves (OLA). */
export const agreement = z.strictObject({
  id: directoryId,
  providerId: directoryId,
  type: z.enum(['sla', 'uc', 'ola', 'none']),
  name,
  documentRef: z.optional(text(500)),
  /** Zone of the contract: its dates and months begin at its midnight. */
  tz: zoneName,
  versions: z
    .array(agreementVersion)
    .check(z.minLength(1), z.maxLength(200), z.refine(ascending, 'versions must follow each other by date')),
  noticePeriodDays: z.optional(count),
  renewalDate: z.optional(plainDate),
});
export type Agreement = Readonly<z.infer<typeof agreement>>;
