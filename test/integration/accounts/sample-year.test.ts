import { describe, expect, it } from 'vitest';
import type { ClockBoard, Scoreboard } from '../../../lib/domain/accountability/scoreboard.ts';
import { office } from '../../support/accounts.ts';
import { walkBoard } from '../../support/oracle/board.ts';
import { AS_OF, YEAR_BEGINS } from '../../support/oracle/year.ts';
import { sampleYear, writeYear, yearProvider } from '../../support/sample-year.ts';
import { ok } from '../../support/storage.ts';

const MINUTE = 60_000;
/** 10,000 take minutes on a database in memory; the engine itself is proved with them in test/unit. */
const ISSUES = Number(process.env['STORED_YEAR_ISSUES'] ?? 200);

function clock({ compliance, counts, business }: ClockBoard) {
  const { n, open, mean, median, p90 } = business;
  return { counts, compliance: compliance.percent, times: { n, open, mean, median, p90 } };
}

function inMinutes(board: Scoreboard) {
  const share = (side: 'us' | 'provider' | 'nobody') => {
    const { rawMs, businessMs } = board.sides[side];
    return [rawMs / MINUTE, businessMs / MINUTE];
  };
  const { n, open, mean, median, p90 } = board.lateReporting;
  return {
    issues: board.issues,
    response: clock(board.response),
    resolution: clock(board.resolution),
    reopened: board.reopens.issues.hits,
    reopenEvents: board.reopens.events,
    resolved: board.reopens.issues.n,
    chases: board.chases,
    handOffs: board.handOffs,
    sides: { us: share('us'), provider: share('provider'), nobody: share('nobody') },
    total: board.totalMs / MINUTE,
    disputedHold: board.disputedHoldMs / MINUTE,
    lateReporting: { n, open, mean, median, p90 },
    ourAnswers: board.answers.us.median,
    providerAnswers: board.answers.provider.median,
  };
}

describe(`a year of ${ISSUES} issues written down and followed`, { timeout: 3_600_000 }, () => {
  it('has the scoreboards that counting minutes gives', async () => {
    const desk = office();
    const year = sampleYear(ISSUES);
    ok(await desk.directory.saveAll(year.things));
    await writeYear(desk.store, year);
    desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
    await desk.follower.settled();
    for (const side of new Set(year.issues.map(({ provider }) => provider))) {
      desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
      const { board } = await desk.board(yearProvider(side), null);
      expect(inMinutes(board), side.name).toEqual(
        walkBoard(year.issues.filter(({ provider }) => provider === side)),
      );
    }
  });
});
