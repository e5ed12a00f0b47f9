import type { Courses } from '../../domain/accountability/board/courses.ts';
import type { ClockName } from '../../domain/accountability/growth.ts';
import type { ClockFigures } from '../../domain/accountability/issue-figures.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { MeasuredAccount } from './account-service.ts';
import type { CountedAccount } from './counted-account.ts';

/** The clocks of one account at an instant up to which its growth holds. */
export function measuredOf(
  { figures, growth, asOf, priority }: CountedAccount,
  courses: Courses,
  at: Ms,
): MeasuredAccount {
  const passed = (key: string): number => courses.passed(key, at) - courses.passed(key, asOf);
  const grown = (name: ClockName): ClockFigures | null => {
    const clock = figures[name];
    if (clock === null || clock.stopped || growth === null) return clock;
    const calendar = growth.clocks[name];
    const ms = calendar === null ? 0 : passed(courses.key(calendar));
    return { ...clock, ms: clock.ms + ms, rawMs: clock.rawMs + at - asOf };
  };
  return { priority, response: grown('response'), resolution: grown('resolution') };
}
