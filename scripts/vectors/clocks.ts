import { accountOf, type Account } from '../../lib/domain/accountability/account.ts';
import type { Clock } from '../../lib/domain/accountability/clock.ts';
import type { Owner } from '../../lib/domain/accountability/owner.ts';
import { MINUTE } from '../../lib/domain/time/instant.ts';
import { compareFields, same } from './compare.ts';
import { accountInput, clockCase } from './clock-case.ts';
import { ms, type CheckCase, type Failure } from './file.ts';

const minutes = (value: number | null | undefined) => (value == null ? null : value / MINUTE);
const iso = (value: number | null | undefined) => (value == null ? null : new Date(value).toISOString());

/** What the words for the state of a clock mean. */
const STATUS: Readonly<Record<string, (clock: Clock) => boolean>> = {
  running: ({ state }) => state === 'running',
  paused: ({ state }) => state === 'paused',
  stopped: ({ state }) => state === 'stopped',
  open: ({ state }) => state === 'running' || state === 'paused',
  cancelled: ({ state }) => state === 'cancelled',
  met: ({ verdict }) => verdict === 'met',
  missed: ({ verdict }) => verdict === 'missed',
  overdue: ({ verdict }) => verdict === 'overdue',
  breached: ({ verdict }) => verdict === 'missed' || verdict === 'overdue',
  unproven: ({ verdict }) => verdict === 'unproven',
  at_risk: ({ atRisk }) => atRisk,
};

function statusFailure(field: string, clock: Clock | null, expected: unknown): Omit<Failure, 'id'>[] {
  if (expected === null) return clock === null ? [] : [{ field, expected, actual: clock.state }];
  const means =
    typeof expected === 'string' && Object.hasOwn(STATUS, expected) ? STATUS[expected] : undefined;
  if (!means) throw new Error(`unknown status ${JSON.stringify(expected)} in expected.${field}`);
  if (clock !== null && means(clock)) return [];
  return [
    { field, expected, actual: clock === null ? null : `${clock.state}, ${clock.verdict ?? 'no target'}` },
  ];
}

function metOf(clock: Clock | null): boolean | null {
  if (clock?.verdict === 'met') return true;
  return clock?.verdict === 'missed' || clock?.verdict === 'overdue' ? false : null;
}

function clockFields(name: string, clock: Clock | null): Record<string, unknown> {
  return {
    [`${name}Min`]: minutes(clock?.elapsed.ms),
    [`${name}Met`]: metOf(clock),
    [`${name}Due`]: clock?.dueAt ?? null,
    [`${name}OverMin`]: minutes(clock?.overMs),
    [`${name}RemainingMin`]: minutes(clock?.remainingMs),
    [`${name}AtRisk`]: clock?.atRisk ?? null,
    [`${name}Verdict`]: clock?.verdict ?? null,
  };
}

/** Business minutes that the agreed pauses took out of the resolution clock. */
function pausedMin({ agreed, none }: Account['readings']): number | null {
  return agreed && none ? (none.elapsed.ms - agreed.elapsed.ms) / MINUTE : null;
}

function figures(account: Account): Record<string, unknown> {
  const { clocks, status, owner } = account;
  const update = clocks.update;
  return {
    ...clockFields('response', clocks.response),
    ...clockFields('restore', clocks.restore),
    ...clockFields('resolution', clocks.resolution),
    updateMin: minutes(update?.elapsedMs),
    updateDue: update?.dueAt ?? null,
    updateMet: update === null ? null : update.late === 0,
    remainingMin: minutes(clocks.resolution?.remainingMs),
    pausedMin: pausedMin(account.readings),
    disputedHoldMin: account.disputedHoldMs / MINUTE,
    reopenCount: account.fixes.reopened,
    chaseCount: account.chased,
    chases: account.chased,
    handOffs: account.handOffs,
    state: status,
    status,
    owner,
    totalMin: account.ledger.totalMs / MINUTE,
  };
}

function ledgerFailures(
  field: string,
  expected: unknown,
  actual: (owner: Owner) => number,
  owners: Account['ledger']['owners'],
): Omit<Failure, 'id'>[] {
  if (typeof expected !== 'object' || expected === null) throw new Error(`expected.${field} is no object`);
  return Object.entries(expected).flatMap(([owner, wanted]) => {
    if (!Object.hasOwn(owners, owner)) throw new Error(`unknown owner ${owner} in expected.${field}`);
    const found = actual(owner as Owner); // as: it is one of them
    return same(wanted, found) ? [] : [{ field: `${field}.${owner}`, expected: wanted, actual: found }];
  });
}

/** A closing by the provider is a resolution, and may be written as one or the other. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  closed_by_provider: 'resolved',
  resolved_unverified: 'resolved',
  reopened: 'with_provider',
};

export const checkClocks: CheckCase = (value, calendars) => {
  const given = clockCase.parse(value);
  const account = accountOf(accountInput(given, calendars));
  const { owners } = account.ledger;
  const { ledgerRaw, ledgerBusiness, ...rest } = given.expected;
  const failures: Omit<Failure, 'id'>[] = [];
  if (ledgerRaw !== undefined)
    failures.push(...ledgerFailures('ledgerRaw', ledgerRaw, (name) => owners[name].rawMs / MINUTE, owners));
  if (ledgerBusiness !== undefined)
    failures.push(
      ...ledgerFailures('ledgerBusiness', ledgerBusiness, (name) => owners[name].businessMs / MINUTE, owners),
    );
  const plain: Record<string, unknown> = {};
  for (const [field, wanted] of Object.entries(rest)) {
    const clock = /^(response|restore|resolution)Status$/.exec(field)?.[1];
    if (clock !== undefined) {
      const name = clock as 'response' | 'restore' | 'resolution'; // as: the pattern says so
      failures.push(...statusFailure(field, account.clocks[name], wanted));
    } else if (field.endsWith('Due') && typeof wanted === 'string') plain[field] = ms(wanted);
    else if (field === 'state' || field === 'status') plain[field] = STATE_NAMES[String(wanted)] ?? wanted;
    else plain[field] = wanted;
  }
  if (Object.keys(given.expected).length === 0) throw new Error('nothing is expected');
  if (Object.keys(plain).length === 0) return failures;
  const compared = compareFields(plain, figures(account)).map((failure) =>
    failure.field.endsWith('Due')
      ? { ...failure, expected: rest[failure.field], actual: iso(failure.actual as number | null) } // as: due times
      : failure,
  );
  return [...failures, ...compared];
};
