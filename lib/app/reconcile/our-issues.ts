import { accountOfSource } from '../../domain/accountability/account-of-source.ts';
import { momentOf, type EventKind, type Moment } from '../../domain/accountability/timeline.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { ticketsIn } from '../../domain/issue/timeline-of.ts';
import type { OurIssue } from '../../domain/reconcile/compare.ts';
import type { Ms } from '../../domain/time/instant.ts';
import { createBreath } from '../../storage/breath.ts';
import type { KeptAccount } from '../../storage/types/accounts.ts';
import type { Store } from '../../storage/types/store.ts';
import { observedSince } from '../accounts/live-issue.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';

export type OurIssuesDeps = Readonly<{
  store: Pick<Store, 'accounts' | 'issues' | 'ledgers' | 'entries'>;
  reader: DirectoryReader;
  now: () => Date;
  zone: () => string;
  /** Masks personal data in titles, where the settings say so. */
  mask: () => Promise<((text: string) => string) | null>;
}>;

const CHUNK = 250;
const SOLVES: readonly EventKind[] = ['resolved', 'closed_by_provider', 'verified'];

type Known = Omit<OurIssue, 'key' | 'title' | 'tickets'>;

function known(
  { v, source }: KeptAccount,
  directory: Directory,
  asOf: Ms,
  since: Ms | null,
  zone: string,
): Known {
  const { account, priority } = accountOfSource(source, directory, asOf, { observedSince: since, zone });
  const { events } = source;
  const reported = events.find(({ event }) => event === 'reported');
  const answered = account.clocks.response?.stoppedAt ?? null;
  const answer =
    answered === null ? undefined : events.find(({ event, at }) => at === answered && event !== 'reported');
  const done = account.status === 'resolved' || account.status === 'verified';
  const solved = done
    ? events.findLast(({ event }) => event !== 'verified' && SOLVES.includes(event))
    : undefined;
  const checked = done ? events.findLast(({ event }) => event === 'verified') : undefined;
  const moment = (event: (typeof events)[number] | undefined): Moment | null =>
    event === undefined ? null : momentOf(event);
  return {
    id: v.id,
    times: { created: moment(reported), responded: moment(answer), resolved: moment(solved ?? checked) },
    status: account.status,
    priority,
  };
}

/** Every issue of a provider with the times that its log knows. null: there is no such provider. */
export async function ourIssues(
  { store, reader, now, zone, mask }: OurIssuesDeps,
  providerId: string,
  signal: AbortSignal,
): Promise<OurIssue[] | null> {
  await reader.ready();
  const [{ directory }, since, masked] = await Promise.all([reader.read(), observedSince(store), mask()]);
  if (!directory.providers.has(providerId)) return null;
  const asOf = now().getTime();
  const breathe = createBreath();
  const found: Known[] = [];
  for (let after = null, more = true; more;) {
    const read = await store.accounts.ofProvider(providerId, after);
    for (const kept of read.rows) {
      await breathe();
      signal.throwIfAborted();
      found.push(known(kept, directory, asOf, since, zone()));
    }
    ({ known: after, more } = read);
  }
  const issues: OurIssue[] = [];
  for (let at = 0; at < found.length; at += CHUNK) {
    const some = found.slice(at, at + CHUNK);
    const texts = await store.issues(some.map(({ id }) => id));
    for (const [index, one] of some.entries()) {
      await breathe();
      signal.throwIfAborted();
      const issue = texts[index];
      if (!issue) continue;
      const title = masked === null ? issue.title : masked(issue.title);
      issues.push({ ...one, key: issue.key, title, tickets: ticketsIn(issue.timeline) });
    }
  }
  return issues;
}
