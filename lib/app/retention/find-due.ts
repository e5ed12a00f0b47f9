import type { Directory } from '../../domain/directory/directory.ts';
import { promisesOf } from '../../domain/issue/promises-of.ts';
import {
  daysBefore,
  isBackedUp,
  isKept,
  monthsBefore,
  type RetentionRule,
  untouchedSince,
} from '../../domain/issue/retention.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { instantOf, type Ms, msOf } from '../../domain/time/instant.ts';
import type { ListRow } from '../../storage/types/log-view.ts';
import type { Store } from '../../storage/types/store.ts';
import { isOpen } from '../promises/create-promise-service.ts';
import { hasOpenClaim } from './open-claims.ts';

export type FindDeps = Readonly<{
  store: Pick<Store, 'keys' | 'rows' | 'rowsOf' | 'accounts' | 'marked' | 'issues' | 'counts'>;
  directory: () => Promise<Directory>;
  now: () => Date;
  zone: () => string;
}>;

/** What falls under a rule at this moment. */
export type Due = Readonly<{
  toTrash: readonly IssueId[];
  toPurge: readonly IssueId[];
  /** Old enough, but labelled, promised about, or still to be claimed for. */
  kept: number;
  /** Would be deleted for good, but no backup is newer. */
  noBackup: number;
}>;

const CHUNK = 500;

async function promisedAbout({ store }: FindDeps): Promise<ReadonlySet<IssueId>> {
  const open = promisesOf(await store.marked('promise')).filter(isOpen);
  const ids = open.flatMap(({ issueId }) => (issueId === null ? [] : [issueId]));
  // One that became part of another is answered by that one.
  const issues = await store.issues([...new Set(ids)]);
  return new Set([...ids, ...issues.flatMap((issue) => (issue === null ? [] : [issue.id]))]);
}

/** Closed issues in the order of their last occurrence, from the index; nothing newer than the limit is read. */
async function toTrash(deps: FindDeps, before: Ms, signal: AbortSignal) {
  const { store, now } = deps;
  const keys = await store.keys({ scope: 'closed', sort: 'oldest', to: instantOf(before) });
  const ids: IssueId[] = [];
  let kept = 0;
  if (keys.length === 0) return { ids, kept };
  const [promised, directory] = await Promise.all([promisedAbout(deps), deps.directory()]);
  const asOf = now().getTime();
  for (let at = 0; at < keys.length; at += CHUNK) {
    signal.throwIfAborted();
    const some = keys.subarray(at, at + CHUNK);
    const [rows, accounts] = await Promise.all([store.rows(some), store.accounts.rows(some)]);
    rows.forEach((row, index) => {
      const account = accounts[index];
      if (!row || !account || row.trashed || account.turn !== 'closed' || !untouchedSince(row, before))
        return;
      if (isKept(row) || promised.has(row.id) || hasOpenClaim(row, account, directory, asOf)) kept += 1;
      else ids.push(row.id);
    });
  }
  return { ids, kept };
}

/** The trash from the end that changed longest ago, as far as it is old enough. */
async function toPurge({ store }: FindDeps, before: Ms, rule: RetentionRule, signal: AbortSignal) {
  const [keys, { lastBackup }] = await Promise.all([
    store.keys({ scope: 'trash', sort: 'changed' }),
    store.counts(),
  ]);
  const backupAt = lastBackup === null ? null : msOf(lastBackup.at);
  const ids: IssueId[] = [];
  const left = { kept: 0, noBackup: 0 };
  for (let end = keys.length; end > 0; end -= CHUNK) {
    signal.throwIfAborted();
    const rows = await store.rows(keys.subarray(Math.max(0, end - CHUNK), end));
    const old = rows.filter((row): row is ListRow => row !== null && msOf(row.changedAt) < before);
    for (const row of old) {
      if (isKept(row)) left.kept += 1;
      else if (rule.withoutBackup || isBackedUp(row, backupAt)) ids.push(row.id);
      else left.noBackup += 1;
    }
    if (old.length < rows.length) break;
  }
  return { ids, ...left };
}

/** Changes nothing. Throws where it was stopped. */
export async function findDue(deps: FindDeps, rule: RetentionRule, signal: AbortSignal): Promise<Due> {
  const [now, zone] = [deps.now().getTime(), deps.zone()];
  const closed =
    rule.months === 0
      ? { ids: [], kept: 0 }
      : await toTrash(deps, monthsBefore(now, rule.months, zone), signal);
  const trashed =
    rule.days === 0
      ? { ids: [], kept: 0, noBackup: 0 }
      : await toPurge(deps, daysBefore(now, rule.days, zone), rule, signal);
  return {
    toTrash: closed.ids,
    toPurge: trashed.ids,
    kept: closed.kept + trashed.kept,
    noBackup: trashed.noBackup,
  };
}
