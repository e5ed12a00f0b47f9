import type { NewEntry } from '../domain/ledger/entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import { membersUnder } from '../domain/issue/groups.ts';
import { forgetAccounts } from './accounts/change-rows.ts';
import { forgetBands } from './bands.ts';
import { ownFrame } from './ledger-writer.ts';
import { dropUnused } from './pictures.ts';
import { closeGroups, regroup } from './places.ts';
import { headsOf } from './read-entries.ts';
import { activeTables, type Database, type EntryRow, type LedgerRow, write } from './tables.ts';
import { type WriteContext, writeEntries } from './write-entries.ts';

export type Purged = Readonly<{ entries: number; pictures: number; head: LedgerRow | null }>;

/**
 * Erases issues for good, with all that became part of them, in one transaction. Hash, link, kind and times stay, and
 * the erasure itself is an entry.
 */
export function purgeIssues(
  context: WriteContext,
  db: Database,
  wanted: readonly IssueId[],
): Promise<Purged> {
  const { t } = db;
  return write(db, 'all', async () => {
    const heads = headsOf(await t.ledgers.toArray());
    const closed = await closeGroups(db, await activeTables(db), wanted, heads);
    const issueIds = membersUnder(wanted, regroup(closed.ids, closed.rows, context.damaged).groups);
    const issues = new Set(issueIds);
    const doomed = closed.rows.filter(
      ({ issueId, json, kind }) =>
        issueId !== undefined && issues.has(issueId) && json !== null && kind !== 'entry.erased',
    );
    if (doomed.length === 0) return { entries: 0, pictures: 0, head: null };
    await t.entries.bulkPut(doomed.map(eraseRow));
    forgetBands(db);
    const erasures = doomed.map(({ ledger, n, issueId }): NewEntry => {
      const erased = { ...ownFrame(context.machine), kind: 'entry.erased', body: { ledger, n } } as const;
      return issueId === undefined ? erased : { ...erased, issueId };
    });
    const { head } = await writeEntries(context, db, erasures, { wipe: true });
    const captures = doomed.flatMap(({ capture }) => (capture === undefined ? [] : [capture]));
    await t.drafts.bulkDelete(captures);
    await t.pending.bulkDelete(captures);
    await t.drafts.filter(({ issueId }) => issueId !== null && issues.has(issueId)).delete();
    await forgetAccounts(await activeTables(db), issueIds);
    const places = doomed.map(({ ledger, n }) => `entries:${ledger}:${n}`);
    await t.quarantine
      .where('where')
      .anyOf([...places, ...issueIds.map((id) => `issues:${id}`)])
      .delete();
    const pictures = await dropUnused(
      db,
      doomed.flatMap(({ picture }) => (picture === undefined ? [] : [picture])),
    );
    return { entries: doomed.length, pictures, head };
  });
}

/** Without body, nonce and the words its indexes held. */
export function eraseRow({ picture: _picture, mark: _mark, ...row }: EntryRow): EntryRow {
  return { ...row, json: null };
}
