import type { Deadline } from '../../lib/domain/accountability/claim-deadline.ts';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import { DAY, instantOf } from '../../lib/domain/time/instant.ts';
import { zoneOf } from '../../lib/domain/time/zone.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { providerName } from './account-words.ts';
import { DueMark } from './DueMark.tsx';

/** By when the provider must be told and a claim filed: the cautious date first, the literal one beside it. */
export function ClaimLines({ of, now }: Readonly<{ of: IssueAccount; now: Date }>) {
  const t = useText(accounts);
  const format = useFormat();
  const { claims, agreement, account } = of;
  if (claims === null || agreement === null) return null;
  const { tz } = agreement;
  const endOf = ({ day, at }: Deadline): number => at ?? zoneOf(tz).instantOf((day + 1) * DAY);
  const when = ({ day, at }: Deadline): string =>
    at === null
      ? format.date(instantOf(zoneOf(tz).instantOf(day * DAY + DAY / 2)), tz)
      : format.when(instantOf(at), now, tz);
  // Telling the provider is what reporting does.
  const toldAt = account.clocks.response?.startedAt ?? null;
  const lines = [
    {
      deadline: claims.notifyBy,
      words: (day: string) => t.claims.notify(providerName(of, t), day),
      doneAt: toldAt,
    },
    { deadline: claims.fileBy, words: t.claims.file, doneAt: null },
  ];
  return (
    <section class="claims">
      <h4>{t.claims.heading}</h4>
      <ul class="claims-list">
        {lines.map(({ deadline, words, doneAt }, i) => {
          if (deadline === null) return null;
          const { cautious, literal } = deadline;
          const said = words(when(cautious));
          const inTime = doneAt !== null && doneAt <= endOf(literal);
          const passed = endOf(literal) <= of.asOf;
          const differ = endOf(cautious) !== endOf(literal);
          return (
            <li key={i}>
              {inTime ? (
                t.claims.told(said)
              ) : (
                <DueMark tone={passed ? 'late' : endOf(cautious) <= of.asOf ? 'risk' : 'ahead'}>
                  {passed ? t.claims.passed(said) : said}
                </DueMark>
              )}
              {differ && <span class="quiet small"> {t.claims.literal(when(literal))}</span>}
            </li>
          );
        })}
      </ul>
      <p class="quiet small">{t.claims.rule}</p>
    </section>
  );
}
