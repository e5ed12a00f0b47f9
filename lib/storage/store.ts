import { followAccounts } from './accounts/follow.ts';
import { appendInChunks } from './append.ts';
import { compactTexts } from './compact.ts';
import { asResult } from './failure.ts';
import { importAll } from './import.ts';
import { planImport } from './inspect-import.ts';
import { newUuid } from './ledger-writer.ts';
import { ledgerHead } from './ledger-heads.ts';
import { liveOn } from './live.ts';
import { MIGRATIONS, type Migration } from './migrations/registry.ts';
import { readPictureMeta, readPictures, storedPictures } from './pictures.ts';
import { purgeIssues } from './purge.ts';
import * as accounts from './queries/accounts.ts';
import { readDays, readHosts } from './queries/counts.ts';
import * as issues from './queries/issues.ts';
import { readMarked, type MarkedCache } from './queries/marked.ts';
import { readPage, readRows, readRowsOf } from './queries/rows.ts';
import { newSearchCache, searchTexts } from './queries/search.ts';
import { viewKeys } from './queries/view.ts';
import { rebuildProjections } from './rebuild.ts';
import { sweep } from './start.ts';
import { signingKey } from './signing-key.ts';
import { createStoreCore } from './store-core.ts';
import type { StoreOptions } from './store-options.ts';
import type { Store } from './types/store.ts';
import { activeTables } from './tables.ts';
import { readImports, undoImport } from './undo-import.ts';
import { verifyAll } from './verify.ts';

/** The whole store, for pages. `migrations` is replaced only by tests of the migrations themselves. */
export function createStore(options: StoreOptions, migrations: readonly Migration[] = MIGRATIONS): Store {
  const core = createStoreCore(options, migrations);
  const { context, connection, quarantine, sentinel, printer, compact, afterAppend } = core;
  const { read, write } = connection;
  const cache = newSearchCache();
  const marked: MarkedCache = new Map();

  return {
    ...core.store,
    newId: () => newUuid(context.machine),
    acknowledgeLoss: async () => {
      await write(async ({ t }) => t.meta.delete('loss'));
      connection.setLoss(null);
    },
    health: async () => ({
      state: connection.state(),
      ledgers: await read(async ({ t }) => (await t.ledgers.toArray()).map(ledgerHead)).catch(() => []),
      quarantined: await read(async ({ t }) => t.quarantine.count()).catch(() => 0),
      sentinelFailing: sentinel.failing(),
    }),

    appendMany: (given, manyOptions = {}) =>
      asResult(async () => {
        const result = await write((db) =>
          appendInChunks(context, () => Promise.resolve(db), given, manyOptions, sentinel.note),
        );
        await write(compactTexts);
        printer.start();
        return result;
      }),
    purge: (issueIds) =>
      asResult(async () => {
        const { entries, pictures, head } = await write((db) => purgeIssues(context, db, issueIds));
        afterAppend(head);
        return { ok: true, entries, pictures } as const;
      }),
    rebuild: (jobOptions = {}) => asResult(() => write((db) => rebuildProjections(context, db, jobOptions))),
    compact: async () => {
      await compact();
      await write((db) => sweep(db, context.machine.now().getTime()));
    },
    verify: (jobOptions = {}) => read((db) => verifyAll(db, jobOptions)),
    signingKey: () => signingKey(connection),

    ledgers: () => read(async ({ t }) => (await t.ledgers.toArray()).map(ledgerHead)),
    days: () => read(readDays),
    hosts: () => read(readHosts),
    page: (view, range) => read((db) => readPage(db, view, range, quarantine.note)),
    keys: (view) => read(async (db) => viewKeys(await activeTables(db), view)),
    rows: (rowNumbers) => read((db) => readRows(db, rowNumbers, quarantine.note)),
    rowsOf: (ids) => read((db) => readRowsOf(db, ids, quarantine.note)),
    search: (view, folded, signal, onHits) =>
      read((db) => searchTexts(db, cache, view, folded, signal, onHits)),
    releaseSearchCache: () => Object.assign(cache, newSearchCache()),

    issues: (ids) => read((db) => issues.readIssues(db, ids, quarantine.note)),
    issueWithLines: (id) => read((db) => issues.readIssueWithLines(db, id, quarantine.note)),
    issueByKey: (key) =>
      read(async (db) => {
        const id = await issues.findByKey(db, key);
        return id === null ? null : issues.readIssue(db, id, quarantine.note);
      }),
    entriesOf: (ids) => read((db) => issues.readEntriesOf(db, ids, quarantine.note)),
    entries: (ledger, fromN, limit) => read((db) => issues.readEntries(db, ledger, fromN, limit)),
    marked: (mark) => read((db) => readMarked(db, mark, marked, quarantine.note)),
    chain: (ledger, fromN, limit) => read((db) => issues.readChain(db, ledger, fromN, limit)),
    storedPictures: (hashes) => read((db) => storedPictures(db, hashes)),
    pictures: (hashes) => read((db) => readPictures(db, hashes)),
    pictureMeta: (hashes) => read((db) => readPictureMeta(db, hashes)),
    usedPictureHashes: () => read(issues.readUsedPictures),

    accounts: {
      follow: (options) =>
        asResult(() => write((db) => followAccounts(db, context.machine, quarantine.note, options))),
      state: () => read(accounts.readFollowState),
      rows: (numbers) => read((db) => accounts.readAccountRows(db, numbers)),
      counts: (now) => read((db) => accounts.readAccountCounts(db, now)),
      providers: (now) => read((db) => accounts.readProviderCounts(db, now)),
      ofProvider: (id, since) => read((db) => accounts.readProviderAccounts(db, id, since)),
    },

    inspectLedgers: (source, jobOptions = {}) =>
      asResult(() => read(async (db) => (await planImport(db, source, jobOptions)).summary)),
    importLedgers: (source, jobOptions = {}) =>
      asResult(async () => {
        const { summary, head } = await write((db) => importAll(context, db, source, jobOptions));
        afterAppend(head);
        return summary;
      }),
    imports: () => read(readImports),
    undoImport: (importId, jobOptions = {}) =>
      asResult(async () => {
        const { result, head } = await write((db) => undoImport(context, db, importId, jobOptions));
        afterAppend(head);
        return result;
      }),
    quarantine: () => read(async ({ t }) => (await t.quarantine.toArray()).map(({ q: _q, ...row }) => row)),
    live: (query, onValue, onError = () => undefined) => liveOn(connection, query, onValue, onError),
  };
}
