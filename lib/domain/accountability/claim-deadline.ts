import type { ClaimRule } from '../directory/claim-rule.ts';
import type { CalendarRules } from '../time/calendar.ts';
import { civilOf, dayOf, endOfMonth, weekdayOf, type Day } from '../time/civil.ts';
import { dayWindowsOf } from '../time/day-plan.ts';
import { DAY, HOUR, type Ms } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';

/** When it happened or was noticed: its date in the contract's zone, and the instant where it is known. */
export type Incident = Readonly<{ day: Day; at: Ms | null }>;

/** The last day, and the last instant where the rule counts in hours. */
export type Deadline = Readonly<{ day: Day; at: Ms | null }>;

/** What the rule says word for word, and the earliest that somebody could read into it. */
export type ClaimDeadline = Readonly<{ literal: Deadline; cautious: Deadline }>;

/** Last day of the billing cycle that many cycles after the one with `day`; cycles begin on the same day of each month. */
function endOfCycle(day: Day, cycles: number, firstDay: number): Day {
  if (firstDay === 1) return endOfMonth(day, cycles);
  const { year, month } = civilOf(day);
  const start = dayOf(year, month, firstDay);
  const months = (day >= start ? 0 : -1) + cycles;
  const lastOfMonth = endOfMonth(day, months);
  return Math.min(lastOfMonth + firstDay - 1, endOfMonth(day, months + 1));
}

function endOfQuarter(day: Day): Day {
  return endOfMonth(day, 2 - ((civilOf(day).month - 1) % 3));
}

/** The same day so many months later; the last one where the month is shorter. */
function plusMonths(day: Day, months: number): Day {
  const inMonth = day - endOfMonth(day, -1);
  return Math.min(endOfMonth(day, months - 1) + inMonth, endOfMonth(day, months));
}

function plusBusinessDays(day: Day, count: number, calendar: CalendarRules | null): Day {
  const windowsOf = calendar === null ? null : dayWindowsOf(calendar);
  const opens = (date: Day) => (windowsOf === null ? weekdayOf(date) < 5 : windowsOf(date).length > 0);
  let [date, left] = [day, count];
  // A calendar that never opens must not keep us here: three years hold every deadline.
  for (let looked = 0; left > 0 && looked < 1100; looked += 1) {
    date += 1;
    if (opens(date)) left -= 1;
  }
  return date;
}

function anchorDay(rule: ClaimRule, day: Day, cycles: number): Day {
  switch (rule.anchor) {
    case 'incident':
    case 'aware':
      return day;
    case 'end_of_month':
      return endOfMonth(day);
    case 'end_of_following_month':
      return endOfMonth(day, 1);
    case 'end_of_nth_billing_cycle_after':
      return endOfCycle(day, cycles, rule.cycleFirstDay ?? 1);
    case 'end_of_quarter':
      return endOfQuarter(day);
  }
}

type Place = Readonly<{
  /** Whose open days count as business days; null = Monday to Friday. */
  calendar: CalendarRules | null;
  zone: Zone;
}>;

function deadline(rule: ClaimRule, incident: Incident, cycles: number, { calendar, zone }: Place): Deadline {
  const anchor = anchorDay(rule, incident.day, cycles);
  const moved = plusMonths(anchor, rule.plusMonths ?? 0) + (rule.plusDays ?? 0);
  const day = plusBusinessDays(moved, rule.plusBusinessDays ?? 0, calendar);
  const local = (at: Ms) => at + zone.offsetAt(at);
  const counted = rule.anchor === 'incident' || rule.anchor === 'aware';
  if (counted && incident.at !== null) {
    const start =
      day === incident.day ? incident.at : zone.instantOf(local(incident.at) + (day - incident.day) * DAY);
    const at = start + (rule.plusHours ?? 0) * HOUR;
    return { day: rule.plusHours === undefined ? day : Math.floor(local(at) / DAY), at };
  }
  if (rule.plusHours === undefined) return { day, at: null };
  // Hours after a day: from its begin where the hour is not known, from its end where the anchor is an end.
  const at = zone.instantOf((counted ? day : day + 1) * DAY) + rule.plusHours * HOUR;
  return { day: Math.floor(local(at) / DAY), at };
}

/**
 * By when a claim must be made. "End of the second billing cycle after the incident" may mean after the cycle of the
 * incident (literal) or with it as the first (cautious); all other anchors have one reading.
 */
export function claimDeadline(rule: ClaimRule, incident: Incident, place: Place): ClaimDeadline {
  const cycles = rule.n ?? 1;
  return {
    literal: deadline(rule, incident, cycles, place),
    cautious: deadline(rule, incident, Math.max(0, cycles - 1), place),
  };
}
