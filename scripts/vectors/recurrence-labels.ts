import { compareText } from '../../lib/domain/text/compare.ts';
import {
  RECURRENCE_RULES,
  type RecurrenceFlag,
} from '../../lib/domain/accountability/statistics/recurrence.ts';

type Rule = RecurrenceFlag['rule'];

const { often, spread, back, burst, pattern } = RECURRENCE_RULES;

/** A rule as the vectors write it: its name and its thresholds. */
const LABELS: Readonly<Record<Rule, string>> = {
  often: `occurrences>=${often.times}/${often.days}d`,
  spread: `teams>=${spread.teams}/${spread.days}d`,
  back: `backAfterFix<=${back.days}d`,
  burst: `burst>=${burst.least}/${burst.days}d`,
  pattern: `timePattern>=${pattern.percent}%/${pattern.hours}h`,
};

/** What a label speaks of, where the vectors name it in other words. */
const WORDS: readonly (readonly [Rule, RegExp])[] = [
  ['spread', /team/i],
  ['back', /back|fix/i],
  ['burst', /burst|poisson/i],
  ['pattern', /pattern|weekday|hour/i],
  ['often', /occurrence|sighting|repeat|count|often|^[\d>≥]/i],
];

const numbers = (label: string) => label.match(/\d+/g)?.join(' ') ?? '';

const byText = (a: unknown, b: unknown) => compareText(String(a), String(b));

export function ruleLabel({ rule }: RecurrenceFlag): string {
  return LABELS[rule];
}

/** Our label for one of the file's: the same subject with the same thresholds. */
function known(label: unknown): unknown {
  if (typeof label !== 'string') return label;
  const rule = WORDS.find(([, word]) => word.test(label))?.[0];
  return rule !== undefined && numbers(LABELS[rule]) === numbers(label) ? LABELS[rule] : label;
}

/** `rules` is a set: its order says nothing. */
export function expectedRules(expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Array.isArray(expected['rules'])
    ? { ...expected, rules: expected['rules'].map(known).toSorted(byText) }
    : { ...expected };
}
