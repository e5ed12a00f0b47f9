import { businessMs } from '../../time/business-time.ts';
import type { CalendarRules } from '../../time/calendar.ts';
import type { Ms } from '../../time/instant.ts';
import type { Span } from '../../time/spans.ts';

export type Discipline = Readonly<{ openMs: number; coveredMs: number }>;

/**
 * Of the business time in which the issue was open and not paused, how much had a word of the provider within the
 * agreed interval. `words` in order; the interval begins anew with each of them and with the report.
 */
export function updateDiscipline(
  calendar: CalendarRules,
  open: Span,
  { words, pauses, everyMs }: Readonly<{ words: readonly Ms[]; pauses: readonly Span[]; everyMs: number }>,
): Discipline {
  const [from, to] = open;
  const edges = [from, ...words.filter((at) => at > from && at < to), to];
  let [openMs, coveredMs] = [0, 0];
  for (let i = 1; i < edges.length; i += 1) {
    const gap = businessMs(calendar, edges[i - 1] ?? from, edges[i] ?? to, pauses);
    openMs += gap;
    coveredMs += Math.min(gap, everyMs);
  }
  return { openMs, coveredMs };
}
