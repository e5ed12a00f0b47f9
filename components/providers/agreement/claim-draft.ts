import type { ClaimRule } from '../../../lib/domain/directory/claim-rule.ts';

export const CLAIM_UNITS = ['hours', 'days', 'businessDays', 'months'] as const;
export type ClaimUnit = (typeof CLAIM_UNITS)[number];
export const CLAIM_ANCHORS = [
  'aware',
  'incident',
  'end_of_month',
  'end_of_following_month',
  'end_of_nth_billing_cycle_after',
  'end_of_quarter',
] as const satisfies readonly ClaimRule['anchor'][];

const FIELD_OF = {
  hours: 'plusHours',
  days: 'plusDays',
  businessDays: 'plusBusinessDays',
  months: 'plusMonths',
} as const satisfies Readonly<Record<ClaimUnit, keyof ClaimRule>>;

/** `kept`: a rule that says more than the fields can; it stays as it is. */
export type ClaimDraft = Readonly<{
  mode: 'none' | 'rule' | 'kept';
  amount: string;
  unit: ClaimUnit;
  anchor: ClaimRule['anchor'];
  cycles: string;
  cycleDay: string;
  /** Whose open days are working days; '' = Monday to Friday. */
  calendarId: string;
}>;
export type ClaimProblem = 'amount' | 'needed' | 'cycles' | 'day';

/** The parts of a rule that were written down, in units. */
export function partsOf(rule: ClaimRule): readonly (readonly [ClaimUnit, number])[] {
  return CLAIM_UNITS.flatMap((unit) => {
    const amount = rule[FIELD_OF[unit]];
    return amount === undefined || amount === 0 ? [] : [[unit, amount] as const];
  });
}

export function claimDraft(rule: ClaimRule | undefined): ClaimDraft {
  const parts = rule === undefined ? [] : partsOf(rule);
  const [first] = parts;
  const draft: ClaimDraft = {
    mode: 'none',
    amount: first === undefined ? '' : String(first[1]),
    unit: first?.[0] ?? 'hours',
    anchor: rule?.anchor ?? 'aware',
    cycles: String(rule?.n ?? 1),
    cycleDay: String(rule?.cycleFirstDay ?? 1),
    calendarId: rule?.calendarId ?? '',
  };
  if (rule === undefined) return draft;
  return { ...draft, mode: parts.length > 1 ? 'kept' : 'rule' };
}

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

export function claimProblem(draft: ClaimDraft): ClaimProblem | null {
  if (draft.mode !== 'rule') return null;
  const empty = draft.amount.trim() === '';
  if (!empty && whole(draft.amount, 0, 10_000) === null) return 'amount';
  const soon = draft.anchor === 'aware' || draft.anchor === 'incident';
  if (soon && (empty || Number(draft.amount) === 0)) return 'needed';
  if (draft.anchor !== 'end_of_nth_billing_cycle_after') return null;
  if (whole(draft.cycles, 1, 1000) === null) return 'cycles';
  return whole(draft.cycleDay, 1, 28) === null ? 'day' : null;
}

/** The rule as the fields say; undefined where there is none. Call it when there is no problem. */
export function claimFrom(draft: ClaimDraft, before: ClaimRule | undefined): ClaimRule | undefined {
  if (draft.mode === 'none') return undefined;
  if (draft.mode === 'kept' && before !== undefined) return before;
  const amount = Number(draft.amount);
  const cycle = draft.anchor === 'end_of_nth_billing_cycle_after';
  return {
    anchor: draft.anchor,
    ...(cycle ? { n: Number(draft.cycles) } : {}),
    ...(cycle && draft.cycleDay.trim() !== '1' ? { cycleFirstDay: Number(draft.cycleDay) } : {}),
    ...(amount > 0 ? { [FIELD_OF[draft.unit]]: amount } : {}),
    ...(draft.calendarId !== '' && draft.unit === 'businessDays' ? { calendarId: draft.calendarId } : {}),
  };
}
