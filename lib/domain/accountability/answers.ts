import { businessMs } from '../time/business-time.ts';
import type { CalendarRules } from '../time/calendar.ts';
import type { Ms } from '../time/instant.ts';
import type { Stretch } from './custody.ts';
import { sideOf } from './owner.ts';
import type { Wait } from './waits.ts';

/** How long one side took to answer, in ms of its own working hours; what waits for an answer apart. */
export type Answers = Readonly<{ givenMs: readonly number[]; openMs: readonly number[] }>;

export function answersIn(waits: readonly Wait[], calendar: CalendarRules, asOf: Ms): Answers {
  const lengths = (chosen: readonly Wait[]) =>
    chosen.map(({ from, to }) => businessMs(calendar, from, to ?? asOf));
  return {
    givenMs: lengths(waits.filter(({ answered }) => answered)),
    openMs: lengths(waits.filter(({ to }) => to === null)),
  };
}

/** How often the ball changed sides after the report. A wait that both agreed on is nobody's: no change. */
export function handOffs(stretches: readonly Stretch[]): number {
  const sides = stretches
    .filter(({ owner, from, to }) => owner !== 'us_unreported' && to.at > from.at)
    .map(({ owner }) => sideOf(owner))
    .filter((side) => side !== 'nobody');
  return sides.filter((side, i) => i > 0 && side !== sides[i - 1]).length;
}
