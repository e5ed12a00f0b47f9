import { accountOfSource, type Around } from '../../domain/accountability/account-of-source.ts';
import { accountRowOf, type AccountRow } from '../../domain/accountability/account-row.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { promisesOf } from '../../domain/issue/promises-of.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { SharedIssue } from '../../export/model/shared-issue.ts';
import { sharedAs, type Sharing } from '../../export/plan.ts';
import { createBreath } from '../../storage/breath.ts';
import type { KeptAccount } from '../../storage/types/accounts.ts';
import type { Store } from '../../storage/types/store.ts';
import { observedSince } from '../accounts/live-issue.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import { lastTimeOf } from './last-time.ts';
import type { PackFacts, PackIssue, PackPromise, PackScope } from './pack-facts.ts';
import { sumUp } from './sum-up.ts';

export type PackDeps = Readonly<{
  store: Pick<Store, 'accounts' | 'ledgers' | 'entries' | 'marked' | 'issues'>;
  reader: DirectoryReader;
  now: () => Date;
  zone: () => string;
  version: string;
  sharing: () => Promise<Sharing>;
}>;

/** More than these are counted, but not described one by one: nobody reads them on paper. */
const MOST_DESCRIBED = 1500;
const CHUNK = 250;

/** What is open has gone on since its account was kept. */
function rowAsOf({ v, source }: KeptAccount, directory: Directory, asOf: Ms, around: Around): AccountRow {
  if (v.turn === 'closed') return v;
  return accountRowOf(v.id, source, accountOfSource(source, directory, asOf, around), directory);
}

function reducedIn({ pictures }: Issue): PackIssue['reduced'] {
  return new Map(
    pictures.flatMap(({ pictureId, drawing, removedOriginal }): [string, 'kept' | 'made'][] =>
      drawing !== null ? [[pictureId, 'made']] : removedOriginal !== null ? [[pictureId, 'kept']] : [],
    ),
  );
}

/** Of those that are too many: what is open first, then the latest. */
function described(rows: readonly AccountRow[]): IssueId[] {
  if (rows.length <= MOST_DESCRIBED) return rows.map(({ id }) => id);
  return rows
    .toSorted(
      (a, b) =>
        Number(a.turn === 'closed') - Number(b.turn === 'closed') || (b.firstAt ?? 0) - (a.firstAt ?? 0),
    )
    .slice(0, MOST_DESCRIBED)
    .map(({ id }) => id);
}

/** Reads what a pack of this scope says. null: there is no such provider. */
export async function readFacts(
  { store, reader, now, zone, version, sharing }: PackDeps,
  scope: PackScope,
  signal: AbortSignal,
): Promise<PackFacts | null> {
  await reader.ready();
  const [{ directory }, promiseEntries, held, since, heads, state, share] = await Promise.all([
    reader.read(),
    store.marked('promise'),
    store.marked('conversation'),
    observedSince(store),
    store.ledgers(),
    store.accounts.state(),
    sharing(),
  ]);
  const provider = directory.providers.get(scope.providerId);
  if (provider === undefined) return null;
  const asOf = now().getTime();
  const around: Around = { observedSince: since, zone: zone() };
  const breathe = createBreath();
  const rows: AccountRow[] = [];
  for (let known = null, more = true; more;) {
    const read = await store.accounts.ofProvider(scope.providerId, known);
    for (const kept of read.rows) {
      await breathe();
      signal.throwIfAborted();
      const row = rowAsOf(kept, directory, asOf, around);
      if (row.figures !== null) rows.push(row);
    }
    ({ known, more } = read);
  }
  const summed = sumUp({ rows, scope, directory, promises: promisesOf(promiseEntries), asOf, since });
  const texts = new Map<IssueId, SharedIssue>();
  const reduced = new Map<IssueId, PackIssue['reduced']>();
  const ids = described(summed.rows);
  for (let at = 0; at < ids.length; at += CHUNK) {
    for (const issue of await store.issues(ids.slice(at, at + CHUNK))) {
      await breathe();
      signal.throwIfAborted();
      if (issue === null) continue;
      texts.set(issue.id, sharedAs(issue, share));
      reduced.set(issue.id, reducedIn(issue));
    }
  }
  const mask = share.mask ?? ((text: string) => text);
  const masked = (one: PackPromise): PackPromise => ({
    ...one,
    deliverable: mask(one.deliverable),
    acceptance: one.acceptance === null ? null : mask(one.acceptance),
  });
  const { rows: counted, promises, ...figures } = summed;
  return {
    ...figures,
    promises: {
      ...promises,
      all: promises.all.map(masked),
      later: promises.later.map(masked),
    },
    last: lastTimeOf({ held, promises: promiseEntries, providerId: scope.providerId, asOf, mask }),
    scope,
    provider,
    directory,
    asOf,
    zone: zone(),
    version,
    observedSince: since,
    heads: heads.map(({ ledger, n, link }) => ({ ledger, n, link })),
    issues: counted.map((row) => ({
      row,
      shared: texts.get(row.id) ?? null,
      reduced: reduced.get(row.id) ?? new Map(),
    })),
    following: state.filling !== null || state.behind > 0,
  };
}
