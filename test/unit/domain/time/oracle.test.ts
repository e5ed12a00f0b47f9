import { describe, expect, it } from 'vitest';
import { businessMs, dueAt } from '../../../../lib/domain/time/business-time.ts';
import type { Span } from '../../../../lib/domain/time/spans.ts';
import { AWKWARD } from '../../../support/oracle/awkward.ts';
import { openMinutes, walkBusiness, walkDue, type Prepared } from '../../../support/oracle/opening.ts';
import { randomCalendar } from '../../../support/oracle/random-calendar.ts';
import { randomFrom, type Random } from '../../../support/oracle/random.ts';
import { readWalls, type Walls } from '../../../support/oracle/wall.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const CASES = Number(process.env['ORACLE_CASES'] ?? 2_000);
const SEED = Number(process.env['ORACLE_SEED'] ?? 1);
const DAYS = 6;

const walls = new Map<string, Walls>();
function wallsOf(tz: string, near: string): Walls {
  const name = `${tz} ${near}`;
  const middle = Date.parse(`${near}T00:00:00Z`);
  const read = walls.get(name) ?? readWalls(tz, middle - DAYS * DAY, middle + DAYS * DAY);
  walls.set(name, read);
  return read;
}

const minuteBetween = (random: Random, from: number, to: number) =>
  from + random.int(0, Math.floor((to - from) / MINUTE)) * MINUTE;

function pausesIn(random: Random, from: number, to: number): Span[] {
  return Array.from({ length: random.one([0, 0, 1, 2, 3]) }, (): Span => {
    const start = minuteBetween(random, from, to);
    return [start, minuteBetween(random, start, to)];
  });
}

type Case = Readonly<{ prepared: Prepared; name: string; from: number; to: number }>;

/** Half of the cases look at the days right around the change of the clock. */
function caseOf(random: Random, seed: number) {
  const [tz, near] = random.one(AWKWARD);
  const calendar = randomCalendar(random, tz, near);
  const read = wallsOf(tz, near);
  const prepared = { from: read.from, open: openMinutes(calendar, read) };
  const middle = Date.parse(`${near}T00:00:00Z`);
  const reach = random.chance(0.5) ? 2 * DAY : DAYS * DAY;
  const from = minuteBetween(random, middle - reach, middle + reach);
  const to = minuteBetween(random, middle - reach, middle + reach);
  const shown: Case = { prepared, name: `seed ${seed}: ${tz} near ${near}`, from, to };
  return {
    ...shown,
    calendar,
    pauses: pausesIn(random, middle - reach, middle + reach),
    end: middle + DAYS * DAY,
  };
}

describe('the engine and a walker that only reads clocks', () => {
  it(`find the same business time and due times in ${CASES} random cases`, () => {
    const different: unknown[] = [];
    for (let i = 0; i < CASES; i += 1) {
      const random = randomFrom(SEED * 1_000_003 + i);
      const { prepared, name, from, to, calendar, pauses, end } = caseOf(random, i);
      const found = businessMs(calendar, from, to, pauses) / MINUTE;
      const walked = walkBusiness(prepared, from, to, pauses);
      if (found !== walked) different.push({ name, what: 'business', found, walked });

      const target = random.one([0, 1, 30, 60, 480, random.int(1, 3000)]);
      const due = dueAt(calendar, from, target * MINUTE, pauses);
      const walkedDue = walkDue(prepared, from, target, pauses);
      const agree = walkedDue === null ? due === null || due > end : due === walkedDue;
      if (!agree) different.push({ name, what: 'due', found: due, walked: walkedDue });
    }
    expect(different).toEqual([]);
  }, 300_000);
});
