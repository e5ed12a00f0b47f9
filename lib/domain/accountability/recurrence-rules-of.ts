import type { AgreementVersion } from '../directory/agreement.ts';
import { RECURRENCE_RULES, type RecurrenceRules } from './statistics/recurrence.ts';

/** What the rules look for under a version of an agreement; the proposals where it says nothing. */
export function recurrenceRulesOf(version: Pick<AgreementVersion, 'recurrence'> | null): RecurrenceRules {
  const { often, spread, back, burst, pattern } = version?.recurrence ?? {};
  const is = RECURRENCE_RULES;
  return {
    often: often ?? is.often,
    spread: spread ?? is.spread,
    back: back ?? is.back,
    burst:
      burst === undefined
        ? is.burst
        : {
            least: burst.least,
            below: burst.belowMilliPercent / 100_000,
            days: burst.days,
            baselineDays: burst.baselineDays,
          },
    pattern: pattern ?? is.pattern,
  };
}
