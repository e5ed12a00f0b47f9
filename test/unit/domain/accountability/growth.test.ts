import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOfSource } from '../../../../lib/domain/accountability/account-of-source.ts';
import { accountRowOf } from '../../../../lib/domain/accountability/account-row.ts';
import type { AccountSource } from '../../../../lib/domain/accountability/account-source.ts';
import { createBoardSums, type Counted } from '../../../../lib/domain/accountability/board/board-sums.ts';
import { createCourses } from '../../../../lib/domain/accountability/board/courses.ts';
import {
  createTeamSums,
  type CountedOfTeams,
} from '../../../../lib/domain/accountability/board/team-sums.ts';
import { growthOf } from '../../../../lib/domain/accountability/growth.ts';
import { exactly } from '../../../../lib/domain/accountability/timeline.ts';
import type { Directory } from '../../../../lib/domain/directory/directory.ts';
import { directoryOf } from '../../../support/directory-things.ts';
import { AWKWARD } from '../../../support/oracle/awkward.ts';
import { randomCalendar } from '../../../support/oracle/random-calendar.ts';
import { randomPolicy, randomTimeline } from '../../../support/oracle/random-timeline.ts';
import { randomFrom, type Random } from '../../../support/oracle/random.ts';
import { seedIssueId } from '../../../support/seed.ts';

const MINUTE = 60_000;

/** One provider whose agreement has every kind of target, P1 in hours of its own; one team. */
function directory(random: Random, tz: string, near: string): Directory {
  const calendar = (id: string) =>
    ({ kind: 'calendar', value: { id, name: id, ...randomCalendar(random, tz, near) } }) as const;
  const { response: _response, resolution: _resolution, pauseOn, ...rules } = randomPolicy(random);
  const some = () => random.one([1, 60, 240, random.int(1, 5000)]);
  const times = () => ({
    ...(random.chance(0.8) ? { responseMin: some() } : {}),
    ...(random.chance(0.8) ? { updateEveryMin: some() } : {}),
    ...(random.chance(0.8) ? { restoreMin: some() } : {}),
    ...(random.chance(0.8) ? { resolutionMin: some() } : {}),
  });
  const version = {
    validFrom: '1980-01-01',
    calendarId: 'theirs',
    targets: { any: times(), P1: { ...times(), calendarId: 'urgent' } },
    ...rules,
    pauseOn: [...pauseOn],
  };
  return directoryOf([
    { kind: 'provider', value: { id: 'p', name: 'P', kind: 'msp', channels: [] } },
    calendar('theirs'),
    calendar('urgent'),
    calendar('ours'),
    {
      kind: 'agreement',
      value: { id: 'a', providerId: 'p', type: 'sla', name: 'A', tz, versions: [version] },
    },
    {
      kind: 'system',
      value: {
        id: 's',
        name: 'S',
        providerId: 'p',
        agreementId: 'a',
        patterns: [],
        environment: 'prod',
        criticality: 1,
        aliases: [],
      },
    },
    { kind: 'team', value: { id: 't', name: 'T', calendarId: 'ours' } },
    { kind: 'reporter', value: { id: 'r', name: 'R', teamId: 't' } },
  ]);
}

function source(random: Random, zero: number, asOf: number): AccountSource {
  const occurred = exactly(zero + random.int(0, asOf - 1) * MINUTE);
  const events = randomTimeline(random, random.int(0, asOf - 1), asOf + random.int(0, 600)).map(
    ({ at, until, ...event }, n) => ({
      ...event,
      at: zero + at * MINUTE,
      n,
      ...(random.chance(0.2) ? { plusMinusMs: random.int(0, 90) * MINUTE } : {}),
      ...(until === undefined ? {} : { until: zero + until * MINUTE }),
    }),
  );
  return {
    addressed: { systemId: 's', url: null, host: null, name: null },
    occurred: random.chance(0.8) ? occurred : null,
    sightings: [[occurred.at, random.chance(0.8) ? 'r' : null]],
    events,
    priority: random.one([null, 1, 3] as const),
    evidence: random.chance(0.5),
  };
}

type Both = Counted & CountedOfTeams;

function countedOf(one: AccountSource, things: Directory, asOf: number): Both {
  const made = accountOfSource(one, things, asOf);
  const { figures, sightings } = accountRowOf(seedIssueId(1), one, made, things);
  if (figures === null) throw new Error('It has a provider.');
  return { figures, sightings, growth: growthOf(made, one), asOf };
}

function boards(issues: readonly Both[], begin: number, at: number) {
  const courses = createCourses(begin);
  const [board, teams] = [createBoardSums(courses), createTeamSums(courses)];
  for (const issue of issues) {
    board.add(issue);
    teams.add(issue);
  }
  return { board, teams, read: () => ({ board: board.read(at), teams: teams.read(at) }) };
}

const situation = fc.tuple(fc.constantFrom(...AWKWARD), fc.nat()).map(([[tz, near], seed]) => {
  const random = randomFrom(seed);
  const zero = Date.parse(`${near}T00:00:00Z`) - 5 * 1440 * MINUTE;
  const things = directory(random, tz, near);
  const minute = random.int(1440, 8 * 1440);
  const sources = Array.from({ length: random.int(1, 6) }, () => source(random, zero, minute));
  const asOf = zero + minute * MINUTE;
  const issues = sources.map((one) => countedOf(one, things, asOf));
  const end = Math.min(...issues.map(({ growth }) => growth?.until ?? Infinity), asOf + 20 * 1440 * MINUTE);
  const later = Math.min(end - 1, asOf + random.one([1, 1000, 777_777, random.int(1, 20 * 1440) * MINUTE]));
  return { random, things, sources, issues, asOf, later };
});

describe('what grows while nothing happens', { timeout: 120_000 }, () => {
  it('gives the board that making every account anew gives', () => {
    let grown = 0;
    fc.assert(
      fc.property(situation, ({ random, things, sources, issues, asOf, later }) => {
        const anew = sources.map((one) => countedOf(one, things, later));
        if (later > asOf + MINUTE) grown += 1;
        const begin = asOf + random.int(-3000, 3000) * MINUTE;
        expect(boards(issues, begin, later).read()).toEqual(boards(anew, later, later).read());
      }),
      { numRuns: 300 },
    );
    expect(grown).toBeGreaterThan(100);
  });

  it('leaves nothing behind of what is taken out again', () => {
    fc.assert(
      fc.property(situation, ({ issues, asOf, later }) => {
        const [out, stays] = [issues.slice(0, -1), issues.slice(-1)];
        const kept = boards(issues, asOf - 1000, later);
        kept.read();
        for (const issue of out) {
          kept.board.remove(issue);
          kept.teams.remove(issue);
        }
        expect(kept.read()).toEqual(boards(stays, asOf - 1000, later).read());
      }),
      { numRuns: 100 },
    );
  });
});
