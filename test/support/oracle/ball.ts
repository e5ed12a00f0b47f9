import type { Owner } from '../../../lib/domain/accountability/owner.ts';
import type { OracleEvent } from './case.ts';

/** Who has the ball, as a table: what an event does to each owner. Not named: nothing. */
const TO_QUESTION = 'us_unreported provider third_party hold agreed';
const TABLE: Readonly<Record<string, readonly (readonly [from: string, to: Owner | 'back'])[]>> = {
  reported: [['us_unreported', 'provider']],
  acknowledged: [['us_unreported', 'provider']],
  provider_update: [['us_unreported', 'provider']],
  workaround_provided: [['us_unreported', 'provider']],
  chased: [['us_unreported', 'provider']],
  escalated: [['us_unreported', 'provider']],
  root_cause_given: [['us_unreported', 'provider']],
  info_requested: [[TO_QUESTION, 'us_info']],
  info_provided: [['us_info', 'provider']],
  hold_by_provider: [['us_unreported provider third_party', 'hold']],
  hold_released: [['hold', 'back']],
  third_party_started: [['us_unreported provider us_info hold agreed', 'third_party']],
  third_party_ended: [['third_party', 'back']],
  agreed_wait_started: [['us_unreported provider us_info third_party hold agreed', 'agreed']],
  agreed_wait_ended: [['agreed', 'back']],
  resolved: [['us_unreported provider us_info third_party hold agreed', 'us_verify']],
  closed_by_provider: [['us_unreported provider us_info third_party hold agreed', 'us_verify']],
  verified: [['us_unreported provider us_info third_party hold agreed us_verify', 'closed']],
  withdrawn: [['us_unreported provider us_info third_party hold agreed us_verify', 'closed']],
  reopened: [['us_unreported us_verify closed', 'provider']],
};

const ASKS = 'us_unreported provider us_info third_party hold agreed';
const CLEARS = ['info_provided', 'resolved', 'closed_by_provider', 'verified', 'withdrawn'];

export interface Ball {
  owner(): Owner;
  /** What happens at or before this minute, the end of an agreed wait included. */
  tick(minute: number): void;
  hit(event: OracleEvent): void;
  /** The minute at which it moves by itself. */
  movesAt(): number;
}

export function createBall(): Ball {
  let owner: Owner = 'us_unreported';
  let question = false;
  let until: number | null = null;
  const back = (): Owner => (question ? 'us_info' : 'provider');
  return {
    owner: () => owner,
    movesAt: () => (owner === 'agreed' && until !== null ? until : Infinity),
    tick(minute) {
      if (owner === 'agreed' && until !== null && until <= minute) owner = back();
    },
    hit({ event, until: end }) {
      const was = owner;
      const move = (TABLE[event] ?? []).find(([from]) => from.split(' ').includes(owner));
      if (event === 'info_requested' && ASKS.includes(was)) question = true;
      if (CLEARS.includes(event)) question = false;
      if (move) owner = move[1] === 'back' ? back() : move[1];
      if (event === 'reopened' && move && was !== 'us_unreported') question = false;
      if (event === 'agreed_wait_started' && owner === 'agreed') until = end ?? null;
    },
  };
}
