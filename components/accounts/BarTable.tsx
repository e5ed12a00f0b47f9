import type { Account } from '../../lib/domain/accountability/account.ts';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { sideOf, turnOf } from '../../lib/domain/accountability/owner.ts';
import { businessMs } from '../../lib/domain/time/business-time.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { ownerWords, providerName } from './account-words.ts';
import { BallGlyph } from './BallGlyph.tsx';

/** The bar in figures: every stretch, whose it was, and how much of it fell into working hours. */
export function BarTable({ of, account }: Readonly<{ of: IssueAccount; account: Account }>) {
  const t = useText(accounts);
  const format = useFormat();
  const p = providerName(of, t);
  const { provider, ours } = of.calendars;
  const when = (at: number): string => format.weekdayTime(instantOf(at));
  const last = account.stretches.at(-1);
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={t.bar.label}>
      <table class="plain-table">
        <caption class="hidden-text">{t.bar.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.bar.who}</th>
            <th scope="col">{t.bar.from}</th>
            <th scope="col">{t.bar.to}</th>
            <th scope="col" class="cell-number">
              {t.bar.long}
            </th>
            <th scope="col" class="cell-number">
              {t.bar.worked}
            </th>
          </tr>
        </thead>
        <tbody>
          {account.stretches.map((stretch) => {
            const { owner, from, to } = stretch;
            const side = sideOf(owner);
            const hours = side === 'us' ? ours : provider;
            const open = stretch === last && account.owner !== 'closed';
            return (
              <tr key={from.at}>
                <th scope="row">
                  <BallGlyph turn={turnOf(owner)} /> {ownerWords(owner, p, t)}
                </th>
                <td class="cell-time">{when(from.at)}</td>
                <td class="cell-time">{open ? t.bar.now : when(to.at)}</td>
                <td class="cell-number">{format.elapsed(to.at - from.at)}</td>
                <td class="cell-number">
                  {side === 'nobody' || hours.id === null
                    ? '–'
                    : format.worked(businessMs(hours.rules, from.at, to.at))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
