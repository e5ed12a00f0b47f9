import type { Account } from '../../lib/domain/accountability/account.ts';
import type { Answers } from '../../lib/domain/accountability/answers.ts';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { providerName } from './account-words.ts';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

/** How long each side took to answer the other: the same statistic for both, ours first. */
export function AnswerLines({ of, account }: Readonly<{ of: IssueAccount; account: Account }>) {
  const t = useText(accounts);
  const format = useFormat();
  const words = ({ givenMs, openMs }: Answers): string => {
    const given =
      givenMs.length === 0 ? [] : [t.answers.given(givenMs.length, format.worked(median(givenMs)))];
    const open =
      openMs.length === 0 ? [] : [t.answers.open(openMs.length, format.worked(Math.max(...openMs)))];
    return [...given, ...open].join('; ') || t.answers.none;
  };
  const { us, provider } = account.answers;
  return (
    <section class="answers">
      <h4>
        {t.answers.heading} <span class="quiet small">({t.answers.worked})</span>
      </h4>
      <dl class="readings-list">
        <div class="reading">
          <dt>{t.answers.us}</dt>
          <dd class="num">{words(us)}</dd>
        </div>
        <div class="reading">
          <dt>{t.answers.provider(providerName(of, t))}</dt>
          <dd class="num">{words(provider)}</dd>
        </div>
      </dl>
      <p class="small quiet num">{t.bar.handOffs(account.handOffs)}</p>
    </section>
  );
}
