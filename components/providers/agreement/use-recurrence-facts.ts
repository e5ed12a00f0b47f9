import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useFormat, useText } from '../../state/locale.tsx';

/** The thresholds that were written down; what is as proposed says nothing. */
export function useRecurrenceFacts(): (version: AgreementVersion) => readonly string[] {
  const t = useText(measures).recurring.facts;
  const { tag, percent } = useFormat();
  return ({ recurrence }) => {
    const { often, spread, back, burst, pattern } = recurrence ?? {};
    const chance = ((burst?.belowMilliPercent ?? 0) / 100_000).toLocaleString(tag, {
      style: 'percent',
      maximumFractionDigits: 3,
    });
    return [
      ...(often ? [t.often(often.times, often.days)] : []),
      ...(spread ? [t.spread(spread.teams, spread.days)] : []),
      ...(back ? [t.back(back.days)] : []),
      ...(burst ? [t.burst(burst.least, burst.days, chance)] : []),
      ...(pattern ? [t.pattern(percent(pattern.percent / 100), pattern.of, pattern.hours)] : []),
    ];
  };
}
