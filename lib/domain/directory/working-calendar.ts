import { z } from '../z.ts';
import { text } from '../ledger/primitives.ts';
import { calendarRules } from '../time/calendar.ts';
import { directoryId, name } from './parts.ts';

/** Working hours with a name. Changing them adds a version from a date; what was before stays as it was. */
export const workingCalendar = z.extend(calendarRules, {
  id: directoryId,
  name,
  /** Where the holidays came from: `DE-BY`, or the name of an .ics file. They are plain dates all the same. */
  source: z.optional(text(200)),
});
export type WorkingCalendar = Readonly<z.infer<typeof workingCalendar>>;
