import type { StarterKey, StarterNames } from '../../../lib/domain/directory/starters.ts';
import type { Words } from '../../../lib/i18n/area.ts';
import type { en } from '../../../lib/i18n/setup/en.ts';

/** What the agreement and the calendars of a starter are called until somebody renames them. */
export function starterNames({ names }: Words<typeof en>, key: StarterKey, provider: string): StarterNames {
  // Names end at 200 characters; one that long is cut, not refused.
  const called = provider.slice(0, 150);
  return {
    agreement: key === 'measure_first' ? names.measured(called) : names.agreement(called),
    aroundTheClock: names.aroundTheClock(called),
    officeHours: names.officeHours(called),
  };
}
