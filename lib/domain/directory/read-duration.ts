/** Why a typed duration cannot be taken. `days`: how long is a day of working time? Only hours say it. */
export type DurationProblem = 'unreadable' | 'unit' | 'days' | 'zero' | 'too_long';
export type DurationRead =
  | Readonly<{ ok: true; /** null: nothing typed, nothing agreed. */ minutes: number | null }>
  | Readonly<{ ok: false; problem: DurationProblem }>;

/** As in the schema of agreements: ten years. */
const MOST = 5_270_400;

const HOURS = /^(?:h|hr|hrs|hour|hours|std|stunde|stunden)$/u;
const MINUTES = /^(?:m|min|mins|minute|minutes|minuten)$/u;
const DAYS = /^(?:d|day|days|t|tag|tage|tagen|w|week|weeks|woche|wochen)$/u;

/** `30 min`, `4 h`, `1.5 h`, `1,5 Std.`, `2 h 30 min`, `1:30`; whole minutes. Days are refused: say hours. */
export function readDuration(typed: string): DurationRead {
  const text = typed
    .trim()
    .toLowerCase()
    .replaceAll('.', (dot, at: number, whole: string) => (/\d/.test(whole[at + 1] ?? '') ? dot : ''));
  if (text === '') return { ok: true, minutes: null };
  const clock = /^(\d{1,5}):([0-5]\d)(?:\s*h)?$/u.exec(text);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  if (/^\d+(?:[.,]\d+)?$/u.test(text)) return { ok: false, problem: 'unit' };
  if (!/^(?:\d{1,7}(?:[.,]\d{1,3})?\s*\p{L}+\s*)+$/u.test(text)) return { ok: false, problem: 'unreadable' };
  let minutes = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu)) {
    if (DAYS.test(unit)) return { ok: false, problem: 'days' };
    if (!HOURS.test(unit) && !MINUTES.test(unit)) return { ok: false, problem: 'unreadable' };
    minutes += Number(number.replace(',', '.')) * (HOURS.test(unit) ? 60 : 1);
  }
  return within(Math.round(minutes));
}

function within(minutes: number): DurationRead {
  if (minutes < 1) return { ok: false, problem: 'zero' };
  return minutes > MOST ? { ok: false, problem: 'too_long' } : { ok: true, minutes };
}
