import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { wholePercent } from './availability-draft.ts';

type Compliance = NonNullable<AgreementVersion['compliance']>;

export const SHARES = ['response', 'restore', 'resolution'] as const;
export type Share = (typeof SHARES)[number];
export const SHARE_OF = {
  response: 'responsePercent',
  restore: 'restorePercent',
  resolution: 'resolutionPercent',
} as const satisfies Readonly<Record<Share, keyof Compliance>>;

/** Which share of a clock is to be kept, and from how many misses on it is a chronic failure; '' = not agreed. */
export type ShareDraft = Readonly<
  Record<Share, string> & { window: Compliance['window']; misses: string; months: string }
>;
export type ShareProblem = Share | 'misses' | 'months';

export function shareDraft({ compliance, chronicFailure }: AgreementVersion): ShareDraft {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    response: text(compliance?.responsePercent),
    restore: text(compliance?.restorePercent),
    resolution: text(compliance?.resolutionPercent),
    window: compliance?.window ?? 'month',
    misses: text(chronicFailure?.misses),
    months: text(chronicFailure?.inMonths),
  };
}

const isEmpty = (text: string): boolean => text.trim() === '';
const whole = (text: string, most: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

/** Of a chronic failure both numbers are needed, or none. */
export function shareProblems(draft: ShareDraft): ReadonlySet<ShareProblem> {
  const problems = new Set<ShareProblem>();
  for (const share of SHARES)
    if (!isEmpty(draft[share]) && wholePercent(draft[share]) === null) problems.add(share);
  const said = !isEmpty(draft.misses) || !isEmpty(draft.months);
  if (said && !whole(draft.misses, 1000)) problems.add('misses');
  if (said && !whole(draft.months, 120)) problems.add('months');
  return problems;
}

/** Call it when there is no problem. */
export function sharesFrom(draft: ShareDraft): Pick<AgreementVersion, 'compliance' | 'chronicFailure'> {
  const shares = SHARES.filter((share) => !isEmpty(draft[share]));
  const percents = Object.fromEntries(shares.map((share) => [SHARE_OF[share], Number(draft[share])]));
  return {
    ...(shares.length === 0 ? {} : { compliance: { ...percents, window: draft.window } }),
    ...(isEmpty(draft.misses)
      ? {}
      : { chronicFailure: { misses: Number(draft.misses), inMonths: Number(draft.months) } }),
  };
}
