import { elapsedIn } from '../../lib/domain/accountability/elapsed.ts';
import { exactly, type Moment } from '../../lib/domain/accountability/timeline.ts';
import { settled } from '../../lib/domain/accountability/verdict.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { z } from '../../lib/domain/z.ts';
import { compareFields } from './compare.ts';
import { calendarOf, caseHead, ms, span, spanOf, type CheckCase } from './file.ts';

const uncertainCase = z.strictObject({
  ...caseHead,
  calendar: z.string(),
  start: span,
  stop: span,
  pauses: z.optional(z.array(span)),
  targetMinutes: z.number(),
  expected: z.record(z.string(), z.unknown()),
});

function between(pair: readonly [string, string]): Moment {
  const [earliest, latest] = spanOf(pair);
  return { at: earliest, earliest, latest };
}

export const checkUncertainty: CheckCase = (value, calendars) => {
  const { calendar, start, stop, pauses = [], targetMinutes, expected } = uncertainCase.parse(value);
  const elapsed = elapsedIn(
    calendarOf(calendars, calendar),
    [{ from: between(start), to: between(stop) }],
    pauses.map(([from, to]) => ({ from: exactly(ms(from)), to: exactly(ms(to)) })),
    ms(stop[1]),
  );
  return compareFields(expected, {
    min: elapsed.least / MINUTE,
    max: elapsed.most / MINUTE,
    verdict: settled(elapsed, targetMinutes * MINUTE),
  });
};
