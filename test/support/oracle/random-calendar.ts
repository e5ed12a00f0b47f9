import { calendarRules, WEEKDAYS, type CalendarRules } from '../../../lib/domain/time/calendar.ts';
import type { Random } from './random.ts';

type Window = [string, string];

const two = (n: number) => String(n).padStart(2, '0');

/** Often a time at which clocks change, so that edges and changes meet. */
function time(random: Random): string {
  if (random.chance(0.4))
    return random.one([
      '00:00',
      '00:01',
      '00:30',
      '01:00',
      '01:30',
      '02:00',
      '02:30',
      '02:45',
      '03:00',
      '24:00',
    ]);
  return `${two(random.int(0, 23))}:${two(random.chance(0.5) ? 0 : random.int(0, 59))}`;
}

function windows(random: Random): Window[] {
  const kind = random.int(0, 9);
  if (kind <= 1) return [];
  if (kind === 2) return [['00:00', '24:00']];
  if (kind === 3) return [['22:00', '06:00']];
  if (kind <= 5) return [['09:00', '17:00']];
  return Array.from({ length: random.int(1, 3) }, (): Window => [time(random), time(random)]);
}

function dateNear(random: Random, near: string): string {
  const at = new Date(`${near}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + random.int(-6, 6));
  return at.toISOString().slice(0, 10);
}

/** Any calendar that the schema accepts, with its oddities near a date. */
export function randomCalendar(random: Random, tz: string, near: string): CalendarRules {
  const hours = () => ({
    weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, windows(random)])),
    ...(random.chance(0.6)
      ? {
          exceptions: Object.fromEntries(
            Array.from({ length: random.int(1, 3) }, () => [dateNear(random, near), windows(random)]),
          ),
        }
      : {}),
    ...(random.chance(0.4)
      ? {
          recurring: Array.from({ length: random.int(1, 2) }, () => ({
            from: dateNear(random, near).slice(5),
            to: dateNear(random, near).slice(5),
            windows: random.chance(0.6) ? [] : windows(random),
          })),
        }
      : {}),
    ...(random.chance(0.5) ? { holidayPolicy: random.one(['date', 'shift'] as const) } : {}),
  });
  const later = dateNear(random, near);
  return calendarRules.parse({
    tz,
    versions: [
      { validFrom: '1970-01-01', hours: hours() },
      ...(random.chance(0.3) ? [{ validFrom: later, hours: hours() }] : []),
    ],
  });
}
