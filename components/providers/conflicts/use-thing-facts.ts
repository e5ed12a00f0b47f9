import { thingOf } from '../../../lib/domain/directory/directory.ts';
import type { DirectoryThing, Things } from '../../../lib/domain/directory/read-entry.ts';
import { hoursText } from '../../../lib/domain/directory/read-hours.ts';
import { agreement as agreementWords } from '../../../lib/i18n/agreement/agreement.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { FIELD_OF, TARGET_KEYS, TIMES } from '../agreement/target-draft.ts';
import { usePriorityName } from '../agreement/TargetsView.tsx';
import { useOtherFacts } from '../agreement/use-other-facts.ts';
import { usePolicyFacts } from '../agreement/use-policy-facts.ts';
import { useDayDate, useMonthDay } from '../calendars/ExceptionsView.tsx';
import { useHoursWords } from '../calendars/use-hours-words.ts';
import { useDirectory } from '../directory-context.tsx';
import { criticalityOf } from '../systems/criticality.ts';
import { usePatternWords } from '../systems/use-pattern-words.ts';
import { usePlainDate } from '../use-plain-date.ts';

/** What differs, in words: name of the field, what it says. */
type Fact = readonly [term: string, text: string];

/** A thing of the directory as facts that can be compared. What is not said is left out. */
export function useThingFacts(): (thing: DirectoryThing) => readonly Fact[] {
  const t = useText(providers);
  const { directory } = useDirectory();
  const words = usePatternWords();
  const ofAgreement = useAgreementFacts();
  const ofCalendar = useCalendarFacts();
  return ({ kind, value }) => {
    switch (kind) {
      case 'provider':
        return [
          [t.provider.name, value.name],
          [t.provider.kind, t.kind[value.kind]],
          [t.provider.zone, value.tz ?? ''],
          [t.provider.statusPage, value.statusPageUrl ?? ''],
          [t.provider.owner, value.contractOwner ?? ''],
          [t.provider.notes, value.notes ?? ''],
        ];
      case 'system':
        return [
          [t.systems.name, value.name],
          [t.systems.address, value.patterns.map(words).join(' · ')],
          [t.systems.provider, thingOf(directory, 'provider', value.providerId)?.name ?? ''],
          [t.systems.agreement, thingOf(directory, 'agreement', value.agreementId)?.name ?? ''],
          [t.systems.environment, t.systems.environments[value.environment]],
          [t.systems.criticality, t.systems.criticalities[criticalityOf(value.criticality)]],
          [t.systems.aliases, value.aliases.join(', ')],
        ];
      case 'contact':
        return [
          [t.contacts.name, value.name],
          [t.contacts.role, t.contacts.roles[value.role]],
          [t.contacts.side, t.contacts.sides[value.side]],
          [t.contacts.level, value.escalationLevel?.toString() ?? ''],
          [t.contacts.team, thingOf(directory, 'team', value.teamId)?.name ?? ''],
          [
            t.contacts.channels,
            value.channels.map(({ kind: way, address }) => `${t.contacts.kinds[way]} ${address}`).join(' · '),
          ],
        ];
      case 'team':
        return [
          [t.teams.name, value.name],
          [t.teams.hours, thingOf(directory, 'calendar', value.calendarId)?.name ?? t.teams.hoursNone],
        ];
      case 'reporter':
        return [
          [t.contacts.name, value.name],
          [t.contacts.team, thingOf(directory, 'team', value.teamId)?.name ?? ''],
        ];
      case 'agreement':
        return ofAgreement(value);
      case 'calendar':
        return ofCalendar(value);
    }
  };
}

function useAgreementFacts(): (agreement: Things['agreement']) => readonly Fact[] {
  const t = useText(agreementWords);
  const { directory } = useDirectory();
  const plain = usePlainDate();
  const policy = usePolicyFacts();
  const others = useOtherFacts();
  const priority = usePriorityName();
  return (agreement) => [
    [t.name, agreement.name],
    [t.type, t.types[agreement.type]],
    [t.document, agreement.documentRef ?? ''],
    [t.zone, agreement.tz],
    [t.notice, agreement.noticePeriodDays?.toString() ?? ''],
    [t.renewal, agreement.renewalDate === undefined ? '' : plain(agreement.renewalDate)],
    ...agreement.versions.flatMap((version): Fact[] => {
      const at = (term: string) => `${t.versionFrom(plain(version.validFrom))}: ${term}`;
      return [
        [at(t.calendar), thingOf(directory, 'calendar', version.calendarId)?.name ?? t.calendarMissing],
        ...TARGET_KEYS.map((key): Fact => {
          const target = version.targets[key];
          const own = thingOf(directory, 'calendar', target?.calendarId)?.name;
          const times = TIMES.flatMap((time) => {
            const minutes = target?.[FIELD_OF[time]];
            return minutes === undefined ? [] : [`${t[time]} ${hoursAndMinutes(minutes)}`];
          });
          return [at(priority(key)), [...times, ...(own === undefined ? [] : [own])].join(' · ')];
        }),
        ...others(version).map(({ term, text }): Fact => [at(term), text]),
        ...policy(version).map(({ term, text }): Fact => [at(term), text]),
      ];
    }),
  ];
}

function useCalendarFacts(): (calendar: Things['calendar']) => readonly Fact[] {
  const t = useText(calendars);
  const plain = usePlainDate();
  const words = useHoursWords();
  const dayDate = useDayDate();
  const monthDay = useMonthDay();
  return (calendar) => [
    [t.name, calendar.name],
    [t.zone, calendar.tz],
    ...calendar.versions.flatMap(({ validFrom, hours }): Fact[] => {
      const at = (term: string) => `${t.versionFrom(plain(validFrom))}: ${term}`;
      return [
        [at(t.week), words(calendar, validFrom)],
        ...Object.entries(hours.exceptions ?? {}).map(([date, windows]): Fact => [
          at(dayDate(date)),
          hoursText(windows) || t.closed,
        ]),
        ...(hours.recurring ?? []).map(({ from, to, windows }): Fact => [
          at(t.yearlyRange(monthDay(from), monthDay(to))),
          hoursText(windows) || t.closed,
        ]),
        [at(t.policy.term), t.policy[hours.holidayPolicy ?? 'date']],
      ];
    }),
  ];
}
