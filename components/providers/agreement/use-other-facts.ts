import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { useClaimWords } from './use-claim-words.ts';

export type Fact = Readonly<{ term: string; text: string }>;

/** What else a version says: claims, availability, credits, shares to be kept. */
export function useOtherFacts(): (version: AgreementVersion) => readonly Fact[] {
  const t = useText(words);
  const { other } = t;
  const claim = useClaimWords();
  const format = useFormat();
  const milli = (value: number) =>
    (value / 100_000).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 3 });
  const share = (value: number | undefined) => (value === undefined ? '–' : format.percent(value / 100));
  return ({ claim: rules, availability, creditTiers = [], compliance, chronicFailure }) => {
    const credits = creditTiers.map(({ belowMilliPercent, creditPercent }) =>
      other.credit(milli(belowMilliPercent), format.percent(creditPercent / 100)),
    );
    return [
      ...(rules?.notifyBy ? [{ term: t.claim.notifyBy, text: claim(rules.notifyBy) }] : []),
      ...(rules?.fileBy ? [{ term: t.claim.fileBy, text: claim(rules.fileBy) }] : []),
      ...(rules && rules.requiredEvidence.length > 0
        ? [{ term: other.evidenceTerm, text: format.list(rules.requiredEvidence) }]
        : []),
      ...(availability ? [{ term: other.availability, text: milli(availability.targetMilliPercent) }] : []),
      ...(credits.length > 0 ? [{ term: other.credits, text: credits.join(' · ') }] : []),
      ...(compliance
        ? [
            {
              term: other.complianceTerm,
              text: other.compliance(
                share(compliance.responsePercent),
                share(compliance.resolutionPercent),
                other.windows[compliance.window],
              ),
            },
          ]
        : []),
      ...(chronicFailure
        ? [
            {
              term: other.chronicTerm,
              text: other.chronic(chronicFailure.misses, chronicFailure.inMonths),
            },
          ]
        : []),
    ];
  };
}
