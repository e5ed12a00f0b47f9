import { claimDeadline } from '../../lib/domain/accountability/claim-deadline.ts';
import { claimRule } from '../../lib/domain/directory/claim-rule.ts';
import { dateText, parseDate } from '../../lib/domain/time/civil.ts';
import { DAY, MINUTE } from '../../lib/domain/time/instant.ts';
import { zoneOf, type Zone } from '../../lib/domain/time/zone.ts';
import { z } from '../../lib/domain/z.ts';
import { calendarOf, caseHead, instant, ms, type CheckCase } from './file.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const claimCase = z.strictObject({
  ...caseHead,
  rule: z.extend(z.omit(claimRule, { calendarId: true }), {
    calendar: z.optional(z.string()),
    reading: z.optional(z.enum(['literal', 'cautious'])),
  }),
  incident: z.union([day, instant]),
  expected: z.union([day, instant]),
});

/** A zone that always has the offset written in the text: the only one an instant of the file tells. */
function zoneWritten(at: string): Zone {
  const match = /([+-])(\d{2}):(\d{2})$/.exec(at);
  const minutes = match ? (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1) : 0;
  return { offsetAt: () => minutes * MINUTE, instantOf: (local) => local - minutes * MINUTE };
}

export const checkClaim: CheckCase = (value, calendars) => {
  const { rule, incident, expected } = claimCase.parse(value);
  const { calendar: name, reading = 'literal', ...rest } = rule;
  const calendar = name === undefined ? null : calendarOf(calendars, name);
  const zone = calendar === null ? zoneWritten(incident) : zoneOf(calendar.tz);
  const date = parseDate(incident);
  const at = date === null ? ms(incident) : null;
  const local = date ?? Math.floor(((at ?? 0) + zone.offsetAt(at ?? 0)) / DAY);
  const found = claimDeadline(rest, { day: local, at }, { calendar, zone })[reading];
  if (parseDate(expected) !== null) {
    const actual = dateText(found.day);
    return actual === expected ? [] : [{ field: 'expected', expected, actual }];
  }
  const actual = found.at === null ? null : new Date(found.at).toISOString();
  return found.at === ms(expected) ? [] : [{ field: 'expected', expected, actual }];
};
