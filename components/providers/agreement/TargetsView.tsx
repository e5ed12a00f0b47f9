import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { thingOf } from '../../../lib/domain/directory/directory.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { FIELD_OF, TARGET_KEYS, TIMES } from './target-draft.ts';
import type { TargetKey } from './target-draft.ts';

const LEVEL = { P1: 1, P2: 2, P3: 3, P4: 4, P5: 5 } as const;

/** `1 Highest`, or the line for all others. */
export function usePriorityName(): (key: TargetKey) => string {
  const t = useText(words);
  const c = useText(common);
  return (key) => (key === 'any' ? t.anyPriority : `${LEVEL[key]} ${c.priorityLevel[LEVEL[key]]}`);
}

/** The agreed times as a table; columns in which nothing was agreed are left out. */
export function TargetsView({ version }: { version: AgreementVersion }) {
  const t = useText(words);
  const { directory } = useDirectory();
  const name = usePriorityName();
  const keys = TARGET_KEYS.filter((key) => version.targets[key] !== undefined);
  const times = TIMES.filter((time) =>
    keys.some((key) => version.targets[key]?.[FIELD_OF[time]] !== undefined),
  );
  const ownHours = keys.some((key) => version.targets[key]?.calendarId !== undefined);
  if (keys.length === 0) return <p class="quiet">{t.noTargets}</p>;
  return (
    <table class="prov-table prov-targets">
      <caption class="hidden-text">{t.targets}</caption>
      <thead>
        <tr>
          <th scope="col">{t.priority}</th>
          {times.map((time) => (
            <th scope="col" key={time}>
              {t[time]}
            </th>
          ))}
          {ownHours && <th scope="col">{t.hours}</th>}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const target = version.targets[key];
          const calendar = thingOf(directory, 'calendar', target?.calendarId);
          return (
            <tr key={key}>
              <th scope="row">{name(key)}</th>
              {times.map((time) => {
                const minutes = target?.[FIELD_OF[time]];
                return (
                  <td key={time} class="num">
                    {minutes === undefined ? <span class="quiet">–</span> : hoursAndMinutes(minutes)}
                  </td>
                );
              })}
              {ownHours && (
                <td>
                  {calendar === null ? (
                    <span class="quiet">
                      {target?.calendarId === undefined ? t.hoursMain : t.calendarMissing}
                    </span>
                  ) : (
                    <PageText text={calendar.name} />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
