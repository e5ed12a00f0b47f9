import { EVENT_KINDS } from '../../../lib/domain/accountability/timeline.ts';
import type { Priority } from '../../../lib/domain/issue/priority.ts';
import type { OracleEvent, OraclePolicy } from './case.ts';
import type { Random } from './random.ts';

const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** Sensible and senseless courses of events, several of them often in the same minute. */
export function randomTimeline(random: Random, from: number, to: number): OracleEvent[] {
  const events: OracleEvent[] = [];
  const reported = random.int(from, Math.floor((from + to) / 2));
  if (random.chance(0.95))
    events.push({
      event: 'reported',
      at: reported,
      ...(random.chance(0.5) ? { to: random.one(PRIORITIES) } : {}),
    });
  let at = random.chance(0.9) ? reported : from;
  for (let i = random.int(0, 12); i > 0 && at < to; i -= 1) {
    at = Math.min(to, at + random.one([0, 1, 17, 60, random.int(0, 600), random.int(0, 3000)]));
    const event = random.one(EVENT_KINDS);
    events.push({
      event,
      at,
      ...(event === 'acknowledged' && random.chance(0.4) ? { automatic: true } : {}),
      ...(event === 'agreed_wait_started' && random.chance(0.6) ? { until: at + random.int(0, 2000) } : {}),
      ...(event === 'priority_changed' ? { to: random.one(PRIORITIES) } : {}),
    });
  }
  return events.toSorted((a, b) => a.at - b.at);
}

function targets(random: Random): Partial<Record<Priority | 0, number>> {
  const minutes = () => random.one([1, 15, 60, 240, 480, random.int(1, 2000)]);
  return {
    ...(random.chance(0.8) ? { 0: minutes() } : {}),
    ...(random.chance(0.5) ? { 1: minutes(), 3: minutes() } : {}),
  };
}

export function randomPolicy(random: Random): OraclePolicy {
  return {
    reopen: random.one(['resume', 'first', 'last', 'continuous'] as const),
    priorityChange: random.one(['retroactive', 'prospective'] as const),
    autoAckCounts: random.chance(0.3),
    pauseOn: random.one([
      ['us_info', 'agreed'],
      ['us_info'],
      ['us_info', 'agreed', 'hold', 'third_party'],
      [],
      ['us_verify', 'us_info'],
    ] as const),
    response: targets(random),
    resolution: targets(random),
  };
}
