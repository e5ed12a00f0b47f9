import type { HoursProblem } from '../../../lib/domain/directory/read-hours.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useText } from '../../state/locale.tsx';

/** One sentence about hours that cannot be understood. */
export function useHoursProblem(): (problem: HoursProblem | undefined) => string | undefined {
  const t = useText(calendars).problem;
  return (problem) => {
    if (problem === undefined) return undefined;
    if (problem.problem === 'overlap') return t.overlap(problem.part, problem.other);
    return problem.problem === 'too_many' ? t.too_many : t[problem.problem](problem.part);
  };
}
