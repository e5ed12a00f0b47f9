// Built into one script by test/support/bundle.ts and run in a page of the extension (see follow.ts).
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { makeCapture } from '../support/seed.ts';
import { look, servicesOf, THINGS } from './accounts-setup.ts';
import { openStore } from './in-page.ts';

export type FollowTimes = Readonly<{
  issues: number;
  /** Until it was stopped half way. */
  halfMs: number;
  /** Lines that had no account when it was stopped. */
  left: number;
  /** From there to the end, by another follower. */
  restMs: number;
  reports: number;
  /** The longest time in which the page did nothing else. */
  longestMs: number;
}>;

/** The longest time for which nothing else came to its turn, until stopped. */
function watchTurns(): () => number {
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  let stopped = false;
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!stopped) setTimeout(() => channel.port2.postMessage(null), 4);
  });
  channel.port1.start();
  channel.port2.postMessage(null);
  return () => {
    stopped = true;
    channel.port1.close();
    return longest;
  };
}

/**
 * Follows a whole log for the first time, stopped half way like a page that is closed, and then to its end.
 * @public called in the page, see follow.ts
 */
export async function followAll(): Promise<FollowTimes> {
  const store = openStore();
  const { kind: _kind, body: _body, issueId: _issue, ...frame } = makeCapture(1);
  const things = THINGS.map(([kind, value]) => ({ ...frame, kind: `${kind}.saved`, body: { value } }));
  const saved = await store.append(things as NewEntry[]); // as: bodies of the directory, checked by the store
  if (!saved.ok) throw new Error(saved.code);
  const { follower, reader } = servicesOf(store);
  await reader.ready();
  const { directory } = await reader.read();
  const before = await store.accounts.state();
  if (before.filling === null) throw new Error('Nothing is to be followed.');
  const { total } = before.filling;
  const turns = watchTurns();
  let reports = 0;
  const stop = new AbortController();
  let started = performance.now();
  await store.accounts.follow({
    directory,
    asOf: Date.now(),
    around: { observedSince: null, zone: 'Europe/Berlin' },
    signal: stop.signal,
    onProgress: (done) => {
      reports += 1;
      if (done * 2 >= total) stop.abort();
    },
  });
  const halfMs = performance.now() - started;
  const left = (await store.accounts.state()).filling?.left ?? 0;
  started = performance.now();
  follower.onProgress(() => (reports += 1));
  await follower.settled();
  const restMs = performance.now() - started;
  const longestMs = turns();
  const { filling, behind } = await store.accounts.state();
  if (filling !== null || behind > 0) throw new Error('The accounts are not up to date.');
  store.close();
  return { issues: total, halfMs, left, restMs, reports, longestMs };
}

/**
 * The provider's page over all of it, three times.
 * @public called in the page, see follow.ts
 */
export async function lookAtAll(): Promise<{
  firstMs: number;
  longestMs: number;
  laterMs: number[];
  issues: number;
}> {
  const store = openStore();
  const { accounts } = servicesOf(store);
  const turns = watchTurns();
  const first = await look(store, accounts, false);
  const longestMs = turns();
  const laterMs = [];
  for (let i = 0; i < 3; i += 1) laterMs.push((await look(store, accounts, true)).allMs);
  store.close();
  return { firstMs: first.allMs, longestMs, laterMs, issues: first.board.board.issues };
}
