import { holdsUntil, withoutVersion } from '../../../lib/domain/directory/versions.ts';
import type { WorkingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { todayIn, usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { HoursView } from './HoursView.tsx';

type Version = WorkingCalendar['versions'][number];
type Props = Readonly<{ calendar: WorkingCalendar; current: Version | null; fixed: boolean }>;

/** Every version by date, newest first; what is planned can be taken back. */
export function CalendarVersions({ calendar, current, fixed }: Props) {
  const t = useText(calendars);
  const plain = usePlainDate();
  const { save } = useSaving();
  const { versions, tz } = calendar;
  if (versions.length < 2) return null;
  const state = ({ validFrom }: Version): string => {
    if (validFrom === current?.validFrom) return t.now;
    return current === null || validFrom > current.validFrom ? t.planned : t.earlier;
  };
  return (
    <section class="prov-versions" aria-label={t.versions}>
      <h2 class="prov-minor">{t.versions}</h2>
      {versions.toReversed().map((version) => {
        const until = holdsUntil(versions, version);
        const date = plain(version.validFrom);
        return (
          <details key={version.validFrom} class="prov-fold">
            <summary>
              {t.versionFrom(date)}
              {until !== null && ` ${t.until(plain(until))}`} <span class="quiet">· {state(version)}</span>
            </summary>
            <HoursView hours={version.hours} today={todayIn(tz)} />
            {!fixed && state(version) === t.planned && (
              <Button
                size="s"
                aria-label={t.takeBackNamed(date)}
                onClick={() => {
                  const left = withoutVersion(versions, version.validFrom);
                  void save('calendar', { ...calendar, versions: left }, t.tookBack(date));
                }}
              >
                {t.takeBack}
              </Button>
            )}
          </details>
        );
      })}
    </section>
  );
}
