import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { DOWN_PRIORITIES } from './availability-draft.ts';
import { SHARE_OF, SHARES } from './share-draft.ts';
import { useClaimWords } from './use-claim-words.ts';
import { useRecurrenceFacts } from './use-recurrence-facts.ts';

export type Fact = Readonly<{ term: string; text: string }>;

/** What else a version says: claims, availability, credits, shares to be kept. */
export function useOtherFacts(): (version: AgreementVersion) => readonly Fact[] {
  const t = useText(words).claim;
  const m = useText(measures);
  const claim = useClaimWords();
  const recurrence = useRecurrenceFacts();
  const format = useFormat();
  const milli = (value: number) =>
    (value / 100_000).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 3 });
  const percent = (value: number) => format.percent(value / 100);
  const fact = (term: string, text: string | undefined): readonly Fact[] => (text ? [{ term, text }] : []);

  function shares({ compliance }: AgreementVersion): string | undefined {
    const kept = SHARES.flatMap((share) => {
      const value = compliance?.[SHARE_OF[share]];
      return value === undefined ? [] : [m.shares.kept[share](percent(value))];
    });
    return compliance && m.shares.per(kept.join(', '), m.shares.windows[compliance.window]);
  }
  function availability({ availability: agreed }: AgreementVersion): readonly Fact[] {
    if (!agreed) return [];
    const a = m.availability;
    const { targetMilliPercent, window = 'month', wholeMinutesOnly, excludesMaintenance } = agreed;
    const key = DOWN_PRIORITIES.find((one) => one === String(agreed.downPriority)) ?? '1';
    const down = [
      a.downOf[key],
      ...(agreed.unit === 'userMinutes' ? [a.units.userMinutes] : []),
      ...(wholeMinutesOnly ? [a.whole] : []),
      ...(excludesMaintenance ? [a.maintenance] : []),
    ];
    return [
      { term: a.promised, text: a.per(milli(targetMilliPercent), m.shares.windows[window]) },
      { term: a.downTerm, text: down.join(' · ') },
    ];
  }
  return (version) => {
    const { claim: rules, creditTiers = [], chronicFailure } = version;
    const credits = creditTiers.map((tier) =>
      m.credits.one(milli(tier.belowMilliPercent), percent(tier.creditPercent)),
    );
    return [
      ...fact(m.shares.term, shares(version)),
      ...availability(version),
      ...fact(m.credits.heading, credits.join(' · ')),
      ...fact(t.notifyBy, rules?.notifyBy && claim(rules.notifyBy)),
      ...fact(t.fileBy, rules?.fileBy && claim(rules.fileBy)),
      ...fact(m.evidence.term, rules?.requiredEvidence.join(' · ')),
      ...fact(m.evidence.channel, rules?.channel),
      ...fact(m.evidence.subject, rules?.subjectMustContain),
      ...fact(
        m.chronic.heading,
        chronicFailure && m.chronic.said(chronicFailure.misses, chronicFailure.inMonths),
      ),
      ...fact(m.recurring.heading, recurrence(version).join(' · ')),
    ];
  };
}
