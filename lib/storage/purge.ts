import type { NewEntry } from '../domain/ledger/entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import { ownFrame } from './ledger-writer.ts';
import { dropUnused } from './pictures.ts';
import { headsOf, visible } from './read-entries.ts';
import { type Database, type EntryRow, type LedgerRow, write } from './tables.ts';
import { type WriteContext, writeEntries } from './write-entries.ts';

export type Purged = Readonly<{ entries: number; pictures: number; head: LedgerRow | null }>;

/** Erases issues for good, in one transaction. Hash, link, kind and times stay, and the erasure itself is an entry. */
export function purgeIssues(
  context: WriteContext,
  db: Database,
  issueIds: readonly IssueId[],
): Promise<Purged> {
  const { t } = db;
  return write(db, 'all', async () => {
    const heads = headsOf(await t.ledgers.toArray());
    const rows = visible(await t.entries.where('issueId').anyOf(issueIds).toArray(), heads);
    const doomed = rows.filter(({ json, kind }) => json !== null && kind !== 'entry.erased');
    if (doomed.length === 0) return { entries: 0, pictures: 0, head: null };
    await t.entries.bulkPut(doomed.map(eraseRow));
    const erasures = doomed.map(({ ledger, n, issueId }): NewEntry => {
      const erased = { ...ownFrame(context.machine), kind: 'entry.erased', body: { ledger, n } } as const;
      return issueId === undefined ? erased : { ...erased, issueId };
    });
    const { head } = await writeEntries(context, db, erasures);
    const captures = doomed.flatMap(({ capture }) => (capture === undefined ? [] : [capture]));
    await t.drafts.bulkDelete(captures);
    await t.pending.bulkDelete(captures);
    await t.drafts.filter(({ issueId }) => issueId !== null && issueIds.includes(issueId)).delete();
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
export function eraseRow({ picture: _picture, ...row }: EntryRow): EntryRow {
  return { ...row, json: null };
}
