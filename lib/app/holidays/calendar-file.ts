import { ICS_LIMITS } from '../../export/importers/ics/limits.ts';
import {
  readIcs,
  type IcsDays,
  type IcsProblem,
  type IcsYears,
} from '../../export/importers/ics/read-ics.ts';

export type CalendarFileProblem = IcsProblem | 'unreadable';
export type CalendarFileResult = IcsDays | Readonly<{ ok: false; code: CalendarFileProblem }>;

export const CALENDAR_FILE_BYTES: number = ICS_LIMITS.bytes;

/** The whole days of an .ics file in these years. */
export async function readCalendarFile(file: Blob, years: IcsYears): Promise<CalendarFileResult> {
  try {
    return await readIcs(file, years, () => performance.now());
  } catch (error) {
    // The file was moved, changed or taken away while it was read.
    if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name))
      return { ok: false, code: 'unreadable' };
    throw error;
  }
}
