import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { turnOf } from '../../lib/domain/accountability/owner.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { providerName, turnWords } from './account-words.ts';
import { BallGlyph } from './BallGlyph.tsx';
import { DueMark } from './DueMark.tsx';

/** What stands, whose turn it is since when, and what is due next. */
export function Standing({ of, now }: Readonly<{ of: IssueAccount; now: Date }>) {
  const t = useText(accounts);
  const format = useFormat();
  const { account, due } = of;
  const { owner, ownerSince, status } = account;
  const tone = due === null ? null : due.overdue ? 'late' : due.atRisk ? 'risk' : 'ahead';
  const clock = due === null || due.clock === 'update' ? null : account.clocks[due.clock];
  return (
    <p class="standing" role="status">
      <span class="standing-status">{t.status[status]}</span>
      {owner !== null && (
        <span class="standing-turn">
          <BallGlyph turn={turnOf(owner)} /> <strong>{turnWords(owner, providerName(of, t), t)}</strong>{' '}
          {ownerSince !== null && (
            <time class="quiet" datetime={instantOf(ownerSince)} title={format.full(instantOf(ownerSince))}>
              {t.since(format.when(instantOf(ownerSince), now))}
            </time>
          )}
        </span>
      )}
      {due !== null && tone !== null && (
        <DueMark tone={tone} title={format.full(instantOf(due.at))}>
          {t.due[tone](t.clock[due.clock], format.when(instantOf(due.at), now))}
          {clock?.overMs != null && clock.overMs > 0 && ` (${t.due.over(format.worked(clock.overMs))})`}
        </DueMark>
      )}
    </p>
  );
}
