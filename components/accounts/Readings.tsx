import type { Account } from '../../lib/domain/accountability/account.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { VerdictMark } from './VerdictMark.tsx';

const NAMES = ['agreed', 'provider', 'none'] as const;

/** Whether it matters how the clock of the fix is read. */
export function readingsDiffer({ readings, disputedHoldMs }: Account): boolean {
  const times = NAMES.map((name) => readings[name]?.elapsed.ms);
  return disputedHoldMs > 0 || times.some((time) => time !== times[0]);
}

/** The clock of the fix by three rules, side by side: nobody's reading is hidden. */
export function Readings({ account }: Readonly<{ account: Account }>) {
  const t = useText(accounts).readings;
  const format = useFormat();
  if (!readingsDiffer(account)) return null;
  return (
    <section class="readings">
      <h4>{t.heading}</h4>
      <dl class="readings-list">
        {NAMES.map((name) => {
          const clock = account.readings[name];
          return (
            clock !== null && (
              <div key={name} class="reading">
                <dt>
                  {t[name]} {name === 'agreed' && <span class="quiet small">({t.decides})</span>}
                </dt>
                <dd class="num">
                  {format.worked(clock.elapsed.ms)}{' '}
                  {clock.verdict !== null && <VerdictMark verdict={clock.verdict} />}
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {account.disputedHoldMs > 0 && <p class="small">{t.hold(format.worked(account.disputedHoldMs))}</p>}
    </section>
  );
}
