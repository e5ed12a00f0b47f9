import type {
  RecurrenceFlag,
  RecurrenceRules,
} from '../../lib/domain/accountability/statistics/recurrence.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { accounts, type AccountWords } from '../../lib/i18n/accounts/accounts.ts';
import type { Format } from '../../lib/i18n/format.ts';
import { useFormat, useText } from '../state/locale.tsx';

type Props = Readonly<{ flags: readonly RecurrenceFlag[]; rules: RecurrenceRules }>;

/** What keeps coming back, each with the rule that says so. */
export function RecurrenceLines({ flags, rules }: Props) {
  const t = useText(accounts).recurring;
  const format = useFormat();
  if (flags.length === 0) return null;
  return (
    <section class="recurring">
      <h4>{t.heading}</h4>
      <ul class="recurring-list">
        {flags.map((flag) => (
          <li key={flag.rule}>
            {flagWords(flag, rules, t, format)}{' '}
            <span class="quiet small">
              {t.rule}: {ruleWords(flag.rule, rules, t, format)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A Monday; only its weekday and hours are ever shown. */
const hourAt = (day: number, hour: number): Date => new Date(Date.UTC(2024, 0, 1 + day, hour));

function flagWords(
  flag: RecurrenceFlag,
  rules: RecurrenceRules,
  t: AccountWords['recurring'],
  format: Format,
): string {
  const { count } = flag;
  const [from, to] = [format.date(instantOf(flag.from)), format.date(instantOf(flag.to))];
  switch (flag.rule) {
    case 'often':
      return t.often(count, rules.often.days, from, to);
    case 'spread':
      return t.spread(count, rules.spread.days, from, to);
    case 'back':
      return t.back(count, rules.back.days, to);
    case 'burst':
      return t.burst(count, rules.burst.days, rules.burst.baselineDays);
    case 'pattern': {
      const begin = hourAt(flag.weekday, flag.hour);
      const end = hourAt(flag.weekday, flag.hour + rules.pattern.hours);
      const day = begin.toLocaleDateString(format.tag, { weekday: 'long', timeZone: 'UTC' });
      return t.pattern(
        count,
        day,
        format.time(begin.toISOString(), 'UTC'),
        format.time(end.toISOString(), 'UTC'),
      );
    }
  }
}

/** 0.5 % is another thing than 1 %. */
const shareOf = (share: number, { tag }: Format): string =>
  share.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 3 });

function ruleWords(
  rule: RecurrenceFlag['rule'],
  { often, spread, back, burst, pattern }: RecurrenceRules,
  { rules: t }: AccountWords['recurring'],
  format: Format,
): string {
  switch (rule) {
    case 'often':
      return t.often(often.times, often.days);
    case 'spread':
      return t.spread(spread.teams, spread.days);
    case 'back':
      return t.back(back.days);
    case 'burst':
      return t.burst(burst.least, shareOf(burst.below, format));
    case 'pattern':
      return t.pattern(pattern.of, format.percent(pattern.percent / 100), pattern.hours);
  }
}
