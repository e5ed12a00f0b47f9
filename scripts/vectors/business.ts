import { businessMs, dueAt } from '../../lib/domain/time/business-time.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import type { Span } from '../../lib/domain/time/spans.ts';
import { z } from '../../lib/domain/z.ts';
import { compareFields } from './compare.ts';
import { calendarOf, caseHead, instant, ms, span, spanOf, type CheckCase } from './file.ts';

const businessCase = z.strictObject({
  ...caseHead,
  calendar: z.string(),
  start: instant,
  end: instant,
  pauses: z.optional(z.array(span)),
  expectedMinutes: z.number(),
});

export const checkBusiness: CheckCase = (value, calendars) => {
  const { calendar, start, end, pauses = [], expectedMinutes } = businessCase.parse(value);
  const open = businessMs(calendarOf(calendars, calendar), ms(start), ms(end), pauses.map(spanOf));
  return compareFields({ expectedMinutes }, { expectedMinutes: open / MINUTE });
};

const dueCase = z.strictObject({
  ...caseHead,
  calendar: z.string(),
  start: instant,
  targetMinutes: z.number(),
  pauses: z.optional(z.array(span)),
  openPauseFrom: z.optional(z.nullable(instant)),
  expectedDue: z.nullable(instant),
  expectedRemainingMinutes: z.optional(z.nullable(z.number())),
});

/** What is left when the open pause began; the whole target where nothing pauses and nothing opens. */
export const checkDue: CheckCase = (value, calendars) => {
  const given = dueCase.parse(value);
  const calendar = calendarOf(calendars, given.calendar);
  const [from, target] = [ms(given.start), given.targetMinutes * MINUTE];
  const pauses: Span[] = (given.pauses ?? []).map(spanOf);
  const paused = given.openPauseFrom == null ? null : ms(given.openPauseFrom);
  const due = dueAt(calendar, from, target, paused === null ? pauses : [...pauses, [paused, Infinity]]);
  const used = businessMs(calendar, from, paused ?? from, pauses);
  const { expectedDue, expectedRemainingMinutes } = given;
  return compareFields(
    {
      expectedDue: expectedDue === null ? null : ms(expectedDue),
      ...(expectedRemainingMinutes == null ? {} : { expectedRemainingMinutes }),
    },
    { expectedDue: due, expectedRemainingMinutes: Math.max(0, target - used) / MINUTE },
  ).map((failure) =>
    failure.field === 'expectedDue'
      ? { ...failure, expected: expectedDue, actual: due === null ? null : new Date(due).toISOString() }
      : failure,
  );
};
