import { businessMs } from '../../time/business-time.ts';
import type { CalendarRules } from '../../time/calendar.ts';
import type { Ms } from '../../time/instant.ts';

/** What makes a figure grow while nobody writes anything: the time on the wall, or the open time of a calendar. */
export type Course = CalendarRules | 'wall';

export type Courses = Readonly<{
  /** The same for equal calendars. */
  key(course: Course): string;
  /** How far a course has come since the beginning, in ms; negative before it. */
  passed(key: string, at: Ms): number;
}>;

/** Calendars are values, and large ones: each is told from the others once. */
const names = new WeakMap<CalendarRules, string>();

function nameOf(course: Course): string {
  if (course === 'wall') return course;
  const name = names.get(course) ?? JSON.stringify(course);
  names.set(course, name);
  return name;
}

/** All courses of one board, counted from one beginning. */
export function createCourses(begin: Ms): Courses {
  const known = new Map<string, Course>();
  return {
    key(course) {
      const key = nameOf(course);
      known.set(key, course);
      return key;
    },
    passed(key, at) {
      const course = known.get(key);
      if (course === undefined || at === begin) return 0;
      if (course === 'wall') return at - begin;
      return at > begin ? businessMs(course, begin, at) : -businessMs(course, at, begin);
    },
  };
}
