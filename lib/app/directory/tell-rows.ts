import { claimsAt } from '../../domain/accountability/claims-of.ts';
import { dateIn } from '../../domain/accountability/terms-of.ts';
import type { Agreement, AgreementVersion } from '../../domain/directory/agreement.ts';
import type { ClaimRule } from '../../domain/directory/claim-rule.ts';
import type { CalendarRules } from '../../domain/time/calendar.ts';
import { dateText, parseDate, type Day } from '../../domain/time/civil.ts';
import { DAY, MINUTE, type Ms } from '../../domain/time/instant.ts';
import { zoneOf } from '../../domain/time/zone.ts';
import type { RuleName } from '../client/system-view.ts';
import type { TellRow } from './digest.ts';

/** A popup may go on with a record that is this old. */
const DAYS_BACK = 2;
/** Rules that count in days are spread out so far; after that somebody has to open the log again. */
const DAYS_AHEAD = 120;

type CalendarOf = (id: string) => CalendarRules | null;

/** The one number the rule is called by; none where it is made of several. */
function ruleName({ anchor, plusHours, plusDays, plusMonths, plusBusinessDays }: ClaimRule): RuleName | null {
  if (anchor !== 'incident' && anchor !== 'aware') return null;
  const named: readonly RuleName[] = [
    ...(plusHours === undefined ? [] : [hours(plusHours)]),
    ...(plusDays === undefined ? [] : [{ unit: 'days', n: plusDays } as const]),
    ...(plusBusinessDays === undefined ? [] : [{ unit: 'businessDays', n: plusBusinessDays } as const]),
  ];
  return named.length === 1 && plusMonths === undefined ? (named[0] ?? null) : null;
}

function hours(n: number): RuleName {
  return n === 1 ? { unit: 'minutes', n: 60 } : { unit: 'hours', n };
}

/** What holds on every instant of a day: of two that differ, the earlier. */
function rowOfDay(
  day: Day,
  agreement: Agreement,
  version: AgreementVersion,
  calendarOf: CalendarOf,
): TellRow {
  const zone = zoneOf(agreement.tz);
  const from = zone.instantOf(day * DAY);
  const row: { from: Ms; minutes?: number; by?: string } = { from };
  for (const at of [from, zone.instantOf((day + 1) * DAY) - 1]) {
    const found = claimsAt({ occurred: at, noticed: at }, agreement, version, calendarOf)?.notifyBy?.cautious;
    if (found === undefined) continue;
    if (found.at === null) row.by = dateText(found.day);
    else row.minutes = Math.min(row.minutes ?? Infinity, Math.floor((found.at - at) / MINUTE));
  }
  return row;
}

function sameTerm(a: TellRow | undefined, b: TellRow): boolean {
  return (
    a !== undefined &&
    a.minutes === b.minutes &&
    a.by === b.by &&
    a.rule?.unit === b.rule?.unit &&
    a.rule?.n === b.rule?.n
  );
}

/**
 * By when the provider must be told of an incident, for every instant about now: the rule of the agreement in its simplest
 * form, so that whoever shows it needs neither calendars nor zones. Empty where no version in that time has such a rule.
 */
export function tellRows(agreement: Agreement, calendarOf: CalendarOf, now: Ms): TellRow[] {
  const today = parseDate(dateIn(agreement.tz, now)) ?? 0;
  const rows: TellRow[] = [];
  for (let day = today - DAYS_BACK; day <= today + DAYS_AHEAD; day += 1) {
    const date = dateText(day);
    const version = agreement.versions.findLast(({ validFrom }) => validFrom <= date);
    const rule = version?.claim?.notifyBy;
    const row =
      version === undefined || rule === undefined
        ? { from: zoneOf(agreement.tz).instantOf(day * DAY) }
        : { ...rowOfDay(day, agreement, version, calendarOf), ...named(rule) };
    if (!sameTerm(rows.at(-1), row)) rows.push(row);
  }
  if (!holdsForEver(rows.at(-1), agreement, dateText(today + DAYS_AHEAD)))
    rows.push({ from: zoneOf(agreement.tz).instantOf((today + DAYS_AHEAD + 1) * DAY) });
  return rows.some(({ minutes, by }) => minutes !== undefined || by !== undefined) ? rows : [];
}

function named(rule: ClaimRule): Pick<TellRow, 'rule'> {
  const name = ruleName(rule);
  return name === null ? {} : { rule: name };
}

/** A number of hours is the same on every day, as long as no other version begins; days were looked up one by one. */
function holdsForEver(last: TellRow | undefined, { versions }: Agreement, until: string): boolean {
  const unit = last?.rule?.unit;
  return (unit === 'minutes' || unit === 'hours') && versions.every(({ validFrom }) => validFrom <= until);
}
