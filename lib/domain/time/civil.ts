/** A date of the proleptic Gregorian calendar as whole days since 1970-01-01. Has no zone and no time of day. */
export type Day = number;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function leapDaysBefore(year: number): number {
  return Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
}
const LEAP_DAYS_BEFORE_1970 = leapDaysBefore(1970);

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `month` 1..12; a `day` beyond the month runs on into the next ones. */
export function dayOf(year: number, month: number, day: number): Day {
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1;
  return (year - 1970) * 365 + leapDaysBefore(year) - LEAP_DAYS_BEFORE_1970 + inYear;
}

export type CivilDate = Readonly<{ year: number; month: number; day: number }>;

const DAYS_IN_400_YEARS = 146_097;

/** Year, month 1..12 and day of the month. */
export function civilOf(day: Day): CivilDate {
  // Years are counted from March here, so that the leap day is the last of its year.
  const sinceMarch0 = day - dayOf(0, 3, 1);
  const era = Math.floor(sinceMarch0 / DAYS_IN_400_YEARS);
  const inEra = sinceMarch0 - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearInEra = Math.floor((inEra - leapDays) / 365);
  const inYear = inEra - (yearInEra * 365 + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  // March … July and August … December have the same rhythm of 31 and 30: 153 days in five months.
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearInEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

const two = (n: number) => String(n).padStart(2, '0');

/** `2026-03-29` */
export function dateText(date: Day): string {
  const { year, month, day } = civilOf(date);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** null for what is not a date of the calendar, such as `2026-02-30`. */
export function parseDate(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const day = dayOf(Number(match[1]), month, Number(match[3]));
  return dateText(day) === text ? day : null;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The last day of the month that lies `months` after the month of `date`. */
export function endOfMonth(date: Day, months = 0): Day {
  const { year, month } = civilOf(date);
  const index = year * 12 + month + months;
  return dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1) - 1;
}
