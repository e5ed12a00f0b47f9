import type { Agreement, AgreementVersion } from '../directory/agreement.ts';
import type { Priority } from '../issue/priority.ts';
import type { CalendarRules } from '../time/calendar.ts';
import { dateText } from '../time/civil.ts';
import { DAY, type Ms } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { STANDARD_TERMS, type Target, type Terms } from './terms.ts';

/** The date on the wall of a zone. */
export function dateIn(tz: string, at: Ms): string {
  return dateText(Math.floor((at + zoneOf(tz).offsetAt(at)) / DAY));
}

/** The version in force at an instant: dates begin at midnight of the contract's zone. null before the first one. */
export function versionAt({ tz, versions }: Agreement, at: Ms): AgreementVersion | null {
  const date = dateIn(tz, at);
  return versions.findLast(({ validFrom }) => validFrom <= date) ?? null;
}

const PRIORITIES: readonly (readonly [keyof AgreementVersion['targets'], Priority | 'any'])[] = [
  ['P1', 1],
  ['P2', 2],
  ['P3', 3],
  ['P4', 4],
  ['P5', 5],
  ['any', 'any'],
];

/** The rules that are written down, without those that are not. */
function written(version: AgreementVersion): Partial<Terms> {
  const {
    startAt,
    autoAckCounts,
    firstResponse,
    pauseOn,
    reopen,
    priorityChange,
    whosePriority,
    atRiskPercent,
  } = version;
  const rules = {
    startAt,
    autoAckCounts,
    firstResponse,
    pauseOn,
    reopen,
    priorityChange,
    whosePriority,
    atRiskPercent,
  };
  return Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== undefined));
}

/** A version with its calendars in place of their names; null when one of them is not there. */
export function termsOf(
  version: AgreementVersion,
  calendarOf: (id: string) => CalendarRules | null,
): Terms | null {
  const calendar = calendarOf(version.calendarId);
  if (calendar === null) return null;
  const targets: { [name in Priority | 'any']?: Target } = {};
  for (const [name, priority] of PRIORITIES) {
    const agreed = version.targets[name];
    if (!agreed) continue;
    const { calendarId, responseMin, updateEveryMin, restoreMin, resolutionMin } = agreed;
    const own = calendarId === undefined ? undefined : calendarOf(calendarId);
    if (own === null) return null;
    targets[priority] = {
      ...(responseMin === undefined ? {} : { responseMin }),
      ...(updateEveryMin === undefined ? {} : { updateEveryMin }),
      ...(restoreMin === undefined ? {} : { restoreMin }),
      ...(resolutionMin === undefined ? {} : { resolutionMin }),
      ...(own === undefined ? {} : { calendar: own }),
    };
  }
  return { ...STANDARD_TERMS, ...written(version), calendar, targets };
}
