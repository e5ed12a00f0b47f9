import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../lib/domain/accountability/clock.ts';
import { accountOfCase } from '../../../support/oracle/account-of-case.ts';
import { AWKWARD } from '../../../support/oracle/awkward.ts';
import type { OracleCase } from '../../../support/oracle/case.ts';
import { openMinutes } from '../../../support/oracle/opening.ts';
import { randomCalendar } from '../../../support/oracle/random-calendar.ts';
import { randomPolicy, randomTimeline } from '../../../support/oracle/random-timeline.ts';
import { randomFrom } from '../../../support/oracle/random.ts';
import { readWalls, type Walls } from '../../../support/oracle/wall.ts';
import { walkIssue, type WalkedClock } from '../../../support/oracle/walk-issue.ts';

const MINUTE = 60_000;
const CASES = Number(process.env['ORACLE_CASES'] ?? 2_000);
const SEED = Number(process.env['ORACLE_SEED'] ?? 1);
const DAYS = 5;
const ALL = DAYS * 2 * 1440;

const walls = new Map<string, Walls>();
/** What the walls of a zone show around a date in another zone, too: both sides look at the same minutes. */
function wallsOf(tz: string, near: string): Walls {
  const name = `${tz} ${near}`;
  const zero = Date.parse(`${near}T00:00:00Z`) - DAYS * 1440 * MINUTE;
  const read = walls.get(name) ?? readWalls(tz, zero, zero + ALL * MINUTE);
  walls.set(name, read);
  return read;
}

function engineClock(clock: Clock | null, zero: number, asOf: number): WalkedClock | null {
  if (clock === null) return null;
  const { elapsed, stoppedAt, targetMs, dueAt, state } = clock;
  const due = dueAt === null ? null : (dueAt - zero) / MINUTE;
  return {
    minutes: elapsed.ms / MINUTE,
    end: stoppedAt === null ? asOf : (stoppedAt - zero) / MINUTE,
    stopped: stoppedAt !== null,
    cancelled: state === 'cancelled',
    target: targetMs === null ? null : targetMs / MINUTE,
    due: due !== null && due > ALL ? null : due,
  };
}

const inMinutes = (ms: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(ms).map(([key, value]) => [key, value / MINUTE]));

describe('the account of an issue and a walker that counts minutes', () => {
  it(`agree in ${CASES} random cases on every owner and clock`, () => {
    for (let i = 0; i < CASES; i += 1) {
      const random = randomFrom(SEED * 7_000_003 + i);
      const [tz, near] = random.one(AWKWARD);
      const ourTz = random.chance(0.5) ? tz : 'Europe/Berlin';
      const provider = randomCalendar(random, tz, near);
      const ours = randomCalendar(random, ourTz, near);
      const asOf = random.int(1440, ALL - 3000);
      const events = randomTimeline(random, random.int(0, asOf - 1), asOf);
      const first = events[0]?.at ?? asOf - 60;
      const given: OracleCase = {
        occurred: events.length === 0 || random.chance(0.6) ? Math.max(0, first - random.int(0, 600)) : null,
        events,
        asOf,
        policy: randomPolicy(random),
        providerOpen: openMinutes(provider, wallsOf(tz, near)),
        oursOpen: openMinutes(ours, wallsOf(ourTz, near)),
      };
      const zero = wallsOf(tz, near).from;
      const walked = walkIssue(given);
      const account = accountOfCase(given, zero, { provider, ours });
      const { owners } = account.ledger;
      const shares = Object.entries(owners);
      expect(
        {
          owner: account.owner,
          raw: inMinutes(Object.fromEntries(shares.map(([owner, { rawMs }]) => [owner, rawMs]))),
          business: inMinutes(
            Object.fromEntries(shares.map(([owner, { businessMs }]) => [owner, businessMs])),
          ),
          response: engineClock(account.clocks.response, zero, asOf),
          resolution: engineClock(account.clocks.resolution, zero, asOf),
          reopened: account.fixes.reopened,
        },
        `seed ${i}: ${tz} near ${near}, ${JSON.stringify({ ...given, providerOpen: 0, oursOpen: 0 })}`,
      ).toEqual({
        owner: walked.owner,
        raw: walked.raw,
        business: walked.business,
        response: walked.response,
        resolution: walked.resolution,
        reopened: walked.reopened,
      });
    }
  }, 300_000);
});
