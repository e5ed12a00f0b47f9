import type { ClaimRule } from '../../../lib/domain/directory/claim-rule.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import type { AgreementWords } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { partsOf } from './claim-draft.ts';

function anchorWords({ anchor, n = 1 }: ClaimRule, t: AgreementWords['claim']): string {
  return anchor === 'end_of_nth_billing_cycle_after' ? t.nthCycle(n) : t.anchors[anchor];
}

/** `within 24 hours of when we noticed it`, `by the end of the following month`. */
export function useClaimWords(): (rule: ClaimRule) => string {
  const t = useText(words).claim;
  return (rule) => {
    const anchor = anchorWords(rule, t);
    const parts = partsOf(rule).map(([unit, amount]) => t[unit](amount));
    return parts.length === 0 ? t.by(anchor) : t.within(parts.join(` ${t.and} `), anchor);
  };
}
