import { z } from '../z.ts';
import { count, text } from '../ledger/primitives.ts';

const some = z.int().check(z.gte(1), z.lte(1000));

/** How long a claim may be made, or by when the provider must be told. */
export const claimRule = z.strictObject({
  anchor: z.enum([
    'incident',
    'aware',
    'end_of_month',
    'end_of_following_month',
    'end_of_nth_billing_cycle_after',
    'end_of_quarter',
  ]),
  /** Billing cycles after the one of the incident; 1 when missing. */
  n: z.optional(some),
  /** Day of the month on which a billing cycle begins; 1 when missing. */
  cycleFirstDay: z.optional(z.int().check(z.gte(1), z.lte(28))),
  plusHours: z.optional(count),
  plusDays: z.optional(count),
  plusMonths: z.optional(count),
  plusBusinessDays: z.optional(count),
  /** Whose open days are business days; Monday to Friday when missing. */
  calendarId: z.optional(text(60)),
});
export type ClaimRule = Readonly<z.infer<typeof claimRule>>;
