import { STANDARD_TERMS } from '../../../lib/domain/accountability/terms.ts';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useFormat, useText } from '../../state/locale.tsx';

export type PolicyFact = Readonly<{ term: string; text: string; standard: boolean }>;

/** The rules of a version in words, also those that nobody wrote down; `standard` marks what holds by itself. */
export function usePolicyFacts(): (version: AgreementVersion) => readonly PolicyFact[] {
  const { rule: t } = useText(words);
  const format = useFormat();
  return (version) => {
    const is = STANDARD_TERMS;
    const startAt = version.startAt ?? is.startAt;
    const pauseOn = version.pauseOn ?? is.pauseOn;
    const reopen = version.reopen ?? is.reopen;
    const priorityChange = version.priorityChange ?? is.priorityChange;
    const whosePriority = version.whosePriority ?? is.whosePriority;
    const atRisk = version.atRiskPercent ?? is.atRiskPercent;
    const autoAck = version.autoAckCounts ?? is.autoAckCounts;
    const samePauses =
      pauseOn.length === is.pauseOn.length && is.pauseOn.every((one) => pauseOn.includes(one));
    return [
      { term: t.startAt.term, text: t.startAt[startAt], standard: startAt === is.startAt },
      {
        term: t.pauseOn.term,
        text: format.list(pauseOn.map((owner) => t.pauseOn[owner])) || '–',
        standard: samePauses,
      },
      { term: t.reopen.term, text: t.reopen[reopen], standard: reopen === is.reopen },
      {
        term: t.priorityChange.term,
        text: t.priorityChange[priorityChange],
        standard: priorityChange === is.priorityChange,
      },
      {
        term: t.whosePriority.term,
        text: t.whosePriority[whosePriority],
        standard: whosePriority === is.whosePriority,
      },
      {
        term: t.atRiskPercent.term,
        text: t.atRiskPercent.value(format.percent(atRisk / 100)),
        standard: atRisk === is.atRiskPercent,
      },
      {
        term: t.autoAckCounts.term,
        text: autoAck ? t.autoAckCounts.yes : t.autoAckCounts.no,
        standard: autoAck === is.autoAckCounts,
      },
    ];
  };
}
