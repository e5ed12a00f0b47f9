import type { ClockBoard, Scoreboard } from '../../../lib/domain/accountability/scoreboard.ts';

const MINUTE = 60_000;

function clock({ compliance, counts, business }: ClockBoard) {
  const { n, open, mean, median, p90 } = business;
  return { counts, compliance: compliance.percent, times: { n, open, mean, median, p90 } };
}

/** The engine's board in the words of the oracle's. */
export function inMinutes(board: Scoreboard) {
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
