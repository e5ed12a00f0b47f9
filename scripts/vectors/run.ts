import { z } from '../../lib/domain/z.ts';
import { checkBusiness, checkDue } from './business.ts';
import { checkClaim } from './claims.ts';
import { checkClocks } from './clocks.ts';
import { readCalendars, type Calendars, type CheckCase, type Failure } from './file.ts';
import { checkStatistic } from './stats.ts';
import { checkUncertainty } from './uncertainty.ts';

const GROUPS: Readonly<Record<string, CheckCase>> = {
  businessMinutes: checkBusiness,
  due: checkDue,
  clocks: checkClocks,
  uncertainty: checkUncertainty,
  stats: checkStatistic,
  claimDeadlines: checkClaim,
};

const head = z.looseObject({
  format: z.literal('casebook.test-vectors'),
  version: z.literal(1),
  semantics: z.optional(z.record(z.string(), z.string())),
  calendars: z.optional(z.unknown()),
});
const HEAD = new Set(['format', 'version', 'semantics', 'calendars']);

export type Outcome = Readonly<{ cases: number; failures: readonly Failure[] }>;

/** A case that makes no sense is a failure, too: nothing is passed over. */
function checkCase(check: CheckCase, value: unknown, calendars: Calendars, place: string): Failure[] {
  const named = z.looseObject({ id: z.string() }).safeParse(value);
  const id = named.success ? named.data.id : place;
  try {
    return check(value, calendars).map((failure) => ({ id, ...failure }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    return [{ id, field: 'case', expected: 'a case that can be checked', actual: reason }];
  }
}

/** Runs all cases of one file. Throws when it is no file of vectors. */
export function runVectors(text: string): Outcome {
  const file = head.parse(JSON.parse(text));
  const calendars = readCalendars(file.calendars);
  const failures: Failure[] = [];
  let cases = 0;
  for (const [name, list] of Object.entries(file)) {
    if (HEAD.has(name)) continue;
    const check = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
    if (!check || !Array.isArray(list)) {
      failures.push({ id: name, field: 'group', expected: Object.keys(GROUPS), actual: 'an unknown group' });
      continue;
    }
    for (const [i, value] of list.entries()) {
      cases += 1;
      failures.push(...checkCase(check, value, calendars, `${name}[${i}]`));
    }
  }
  return { cases, failures };
}
