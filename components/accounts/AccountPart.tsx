import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { recurrenceRulesOf } from '../../lib/domain/accountability/recurrence-rules-of.ts';
import { instantOf, MINUTE } from '../../lib/domain/time/instant.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { providerName } from './account-words.ts';
import { AnswerLines } from './AnswerLines.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { ClockTable } from './ClockTable.tsx';
import { LedgerPart } from './LedgerPart.tsx';
import { Readings } from './Readings.tsx';
import { RecurrenceLines } from './RecurrenceLines.tsx';
import { Standing } from './Standing.tsx';
import './account.css';

/** Where an issue stands between us and the provider: in a line, in a bar, in a sentence, and what lies behind them. */
export function AccountPart({ of }: Readonly<{ of: IssueAccount | null }>) {
  const t = useText(accounts);
  const now = useNow();
  return (
    <section class="account" aria-labelledby="issue-account" aria-busy={of === null}>
      <h3 id="issue-account" class="hidden-text">
        {t.heading}
      </h3>
      {of === null ? (
        <p class="quiet account-loading">{t.loading}</p>
      ) : (
        <>
          <Standing of={of} now={now} />
          <LedgerPart of={of} account={of.account} now={now} />
          <ClaimLines of={of} now={now} />
          <RecurrenceLines flags={of.recurrence} rules={recurrenceRulesOf(of.version)} />
          {of.provider !== null && (
            <details class="issue-details account-details">
              <summary>{t.basis.details}</summary>
              <div class="account-inside">
                <ClockTable
                  account={of.account}
                  updateEveryMs={
                    of.target?.updateEveryMin === undefined ? null : of.target.updateEveryMin * MINUTE
                  }
                  now={now}
                />
                <Readings account={of.account} />
                <AnswerLines of={of} account={of.account} />
                <Basis of={of} now={now} />
              </div>
            </details>
          )}
        </>
      )}
    </section>
  );
}

/** By which agreement, calendars and zone, and as of when: a figure without these is none. */
function Basis({ of, now }: Readonly<{ of: IssueAccount; now: Date }>) {
  const t = useText(accounts).basis;
  const all = useText(accounts);
  const format = useFormat();
  const { agreement, version, basis, calendars, asOf } = of;
  const p = providerName(of, all);
  const named = ({ id, name, rules }: IssueAccount['calendars']['ours']): string =>
    id === null || name === null ? t.assumed(rules.tz) : t.calendar(visibleText(name), rules.tz);
  const why = basis === 'agreed' ? null : t[basis];
  return (
    <p class="small quiet account-basis">
      {basis === 'agreed' && agreement !== null && version !== null
        ? t.agreed(visibleText(agreement.name), format.date(`${version.validFrom}T12:00:00.000Z`, 'UTC'))
        : typeof why === 'function'
          ? why(p)
          : why}{' '}
      {t.hours(named(calendars.provider), named(calendars.ours))} {t.asOf(format.when(instantOf(asOf), now))}
      {calendars.ours.id === null && (
        <>
          {' '}
          <a href="#/providers">{t.addHours}</a>
        </>
      )}
    </p>
  );
}
