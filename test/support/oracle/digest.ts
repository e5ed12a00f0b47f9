import { createHash } from 'node:crypto';
import { accountOf } from '../../../lib/domain/accountability/account.ts';
import { exactly } from '../../../lib/domain/accountability/timeline.ts';
import { dateIn } from '../../../lib/domain/accountability/terms-of.ts';
import { termsOfPolicy } from './account-of-case.ts';
import { AWKWARD } from './awkward.ts';
import { randomCalendar } from './random-calendar.ts';
import { randomPolicy, randomTimeline } from './random-timeline.ts';
import { randomFrom } from './random.ts';

const MINUTE = 60_000;

/** Accounts of random issues, as one hash: it must be the same on every machine. */
function digest(cases: number): string {
  const hash = createHash('sha256');
  for (let i = 0; i < cases; i += 1) {
    const random = randomFrom(i);
    const [tz, near] = random.one(AWKWARD);
    const zero = Date.parse(`${near}T00:00:00Z`) - 5 * 1440 * MINUTE;
    const events = randomTimeline(random, 0, 14_400);
    const account = accountOf({
      occurred: exactly(zero),
      events: events.map(({ at, until, ...event }, n) => ({
        ...event,
        at: zero + at * MINUTE,
        n,
        ...(until === undefined ? {} : { until: zero + until * MINUTE }),
      })),
      priority: { us: null, provider: null },
      terms: termsOfPolicy(randomPolicy(random), randomCalendar(random, tz, near)),
      ours: randomCalendar(random, tz, near),
      asOf: zero + 14_400 * MINUTE,
    });
    hash.update(JSON.stringify({ account, date: dateIn(tz, zero) }));
  }
  return hash.digest('hex');
}

/** Run in a process of its own with another TZ and language: prints what it is set to, and the hash. */
export async function main(): Promise<number> {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  process.stdout.write(`${JSON.stringify({ timeZone, locale, digest: digest(200) })}\n`);
  return 0;
}
