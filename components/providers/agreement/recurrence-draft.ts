import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { milliPercentText, readMilliPercent } from '../../../lib/domain/directory/read-percent.ts';
import type { RecurrenceThresholds } from '../../../lib/domain/directory/recurrence-thresholds.ts';
import { recurrenceRulesOf } from '../../../lib/domain/accountability/recurrence-rules-of.ts';

/** The numbers of the rules R1–R5 in the order of the form, and the most that each may be. */
export const THRESHOLDS = {
  often: { times: 1000, days: 1000 },
  spread: { teams: 1000, days: 1000 },
  back: { days: 1000 },
  burst: { least: 1000, days: 1000, baselineDays: 1000, below: 100 },
  pattern: { percent: 100, of: 1000, hours: 24 },
} as const;
export const RULES = ['often', 'spread', 'back', 'burst', 'pattern'] as const;
export type Rule = (typeof RULES)[number];

/** As typed, by rule and number: `often times`. */
export type RecurrenceDraft = Readonly<Record<string, string>>;

export const thresholdKey = (rule: Rule, part: string): string => `${rule} ${part}`;

function draftOf(version: Pick<AgreementVersion, 'recurrence'> | null, decimal: '.' | ','): RecurrenceDraft {
  const { burst, ...rules } = recurrenceRulesOf(version);
  const below = milliPercentText(Math.round(burst.below * 100_000), decimal);
  const all = { ...rules, burst: { ...burst, below } };
  return Object.fromEntries(
    RULES.flatMap((rule) =>
      Object.entries(all[rule]).map(([part, value]) => [thresholdKey(rule, part), String(value)]),
    ),
  );
}

export function recurrenceDraft(
  version: Pick<AgreementVersion, 'recurrence'>,
  decimal: '.' | ',',
): RecurrenceDraft {
  return draftOf(version, decimal);
}

const isWhole = (text: string, most: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

/** The numbers that cannot be taken. */
export function recurrenceProblems(draft: RecurrenceDraft): ReadonlySet<string> {
  const problems = new Set<string>();
  for (const rule of RULES)
    for (const [part, most] of Object.entries(THRESHOLDS[rule])) {
      const key = thresholdKey(rule, part);
      const typed = draft[key] ?? '';
      if (part === 'below' ? !readMilliPercent(typed) : !isWhole(typed, most)) problems.add(key);
    }
  return problems;
}

/** What differs from the proposals, or was written down before. Call it when there is no problem. */
export function recurrenceFrom(
  draft: RecurrenceDraft,
  before: RecurrenceThresholds | undefined,
): Pick<AgreementVersion, 'recurrence'> {
  const number = (rule: Rule, part: string) => Number(draft[thresholdKey(rule, part)]);
  const all: Required<RecurrenceThresholds> = {
    often: { times: number('often', 'times'), days: number('often', 'days') },
    spread: { teams: number('spread', 'teams'), days: number('spread', 'days') },
    back: { days: number('back', 'days') },
    burst: {
      least: number('burst', 'least'),
      days: number('burst', 'days'),
      baselineDays: number('burst', 'baselineDays'),
      belowMilliPercent: readMilliPercent(draft[thresholdKey('burst', 'below')] ?? '') ?? 0,
    },
    pattern: {
      percent: number('pattern', 'percent'),
      of: number('pattern', 'of'),
      hours: number('pattern', 'hours'),
    },
  };
  const proposed = draftOf(null, '.');
  const same = (rule: Rule): boolean =>
    Object.keys(THRESHOLDS[rule]).every((part) => {
      const key = thresholdKey(rule, part);
      return readMilliPercent(draft[key] ?? '') === readMilliPercent(proposed[key] ?? '');
    });
  const written = RULES.filter((rule) => before?.[rule] !== undefined || !same(rule));
  if (written.length === 0) return {};
  return { recurrence: Object.fromEntries(written.map((rule) => [rule, all[rule]])) };
}
