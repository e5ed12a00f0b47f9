import { accountOfSource, type Around } from '../../domain/accountability/account-of-source.ts';
import { accountRowOf, type AccountRow } from '../../domain/accountability/account-row.ts';
import { accountSource, type AccountSource } from '../../domain/accountability/account-source.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { StoredAccount } from './tables.ts';

/** Another way of making accounts: those of before are made anew. */
export const EDITION = 2;

export type Making = Readonly<{ directory: Directory; asOf: number; around: Around }>;

type Place = Pick<StoredAccount, 'row' | 'r'> & Readonly<{ m?: readonly IssueId[] }>;

const TURNS = {
  us: 'us',
  provider: 'provider',
  third: 'provider',
  nobody: 'nobody',
  closed: 'closed',
} as const satisfies Readonly<Record<AccountRow['turn'], StoredAccount['w']>>;

function stored(place: Place, v: AccountRow, source: AccountSource): Omit<StoredAccount, 'g'> {
  const { row, r, m = [] } = place;
  return {
    row,
    r,
    id: v.id,
    ...(m.length === 0 ? {} : { m }),
    o: v.turn === 'closed' ? 0 : 1,
    w: TURNS[v.turn],
    ...(v.duty === 'verify' ? { y: 1 as const } : {}),
    ...(v.recurring.length > 0 ? { k: 1 as const } : {}),
    p: v.providerId ?? '',
    s: v.systemId ?? '',
    ...(v.lateFrom === null ? {} : { d: v.lateFrom }),
    ...(v.changesAt === null ? {} : { u: v.changesAt }),
    v,
    source,
  };
}

function rowOf(id: IssueId, source: AccountSource, { directory, asOf, around }: Making): AccountRow {
  return accountRowOf(id, source, accountOfSource(source, directory, asOf, around), directory);
}

/** The account of an issue as its entries say. */
export function accountOfIssue(
  issue: Issue,
  place: Omit<Place, 'm'>,
  making: Making,
): Omit<StoredAccount, 'g'> {
  const source = accountSource(issue);
  const m = issue.absorbed.map(({ issueId }) => issueId);
  return stored({ ...place, m }, rowOf(issue.id, source, making), source);
}

/** The same account for a later time, or by another directory. */
export function renewed({ row, r, m, id, source }: StoredAccount, making: Making): Omit<StoredAccount, 'g'> {
  return stored({ row, r, ...(m === undefined ? {} : { m }) }, rowOf(id, source, making), source);
}
