import { appendEntries, appendInChunks } from './append.ts';
import { COMPACT_FROM, compactTexts } from './compact.ts';
import { createConnection } from './connection.ts';
import { readTotals } from './counters.ts';
import { createDesk } from './drafts.ts';
import { asResult } from './failure.ts';
import { importAll } from './import.ts';
import { planImport } from './inspect-import.ts';
import { ledgerHead } from './ledger-heads.ts';
import type { Machine } from './ledger-writer.ts';
import { liveOn } from './live.ts';
import { MIGRATIONS, type Migration } from './migrations/registry.ts';
import { readPicture, readPictureMeta } from './pictures.ts';
import { purgeIssues } from './purge.ts';
import { createQuarantine } from './quarantine.ts';
import { readCounts, readDays, readHosts } from './queries/counts.ts';
import * as issues from './queries/issues.ts';
import { readPage, readRows, readRowsOf } from './queries/rows.ts';
import { newSearchCache, searchTexts } from './queries/search.ts';
import { viewKeys } from './queries/view.ts';
import { rebuildProjections } from './rebuild.ts';
import { createSentinel } from './sentinel.ts';
import { startStore, sweep } from './start.ts';
import type { StoreOptions } from './store-options.ts';
import type { Store } from './store-types.ts';
import { activeTables, type LedgerRow } from './tables.ts';
import { verifyAll } from './verify.ts';
import { ownHead, type WriteContext } from './write-entries.ts';

/** `migrations` is replaced only by tests of the migrations themselves. */
export function createStore(options: StoreOptions, migrations: readonly Migration[] = MIGRATIONS): Store {
  const machine: Machine = {
    now: options.now,
    random: options.random,
    zone: options.zone ?? (() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
  const sentinel = createSentinel(options.local);
  const quarantine = createQuarantine(machine, (work) => connection.write(work));
  const context: WriteContext = { machine, damaged: quarantine.note };
  const connection = createConnection({
    name: options.name ?? 'casebook',
    migrations,
    ...(options.indexedDB && { indexedDB: options.indexedDB }),
    ...(options.IDBKeyRange && { IDBKeyRange: options.IDBKeyRange }),
    delay: options.delay ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    start: (db) => startStore(context, sentinel, db),
  });
  const { read, write } = connection;
  const cache = newSearchCache();
  let compacting: Promise<void> | null = null;

  const compact = (): Promise<void> => {
    compacting ??= write(compactTexts).finally(() => {
      compacting = null;
    });
    return compacting;
  };
  /** Off the append's path. What fails here is tried again after the next append. */
  const afterAppend = (head: LedgerRow | null): void => {
    if (head === null) return;
    sentinel.note(head);
    void read(async (db) => readTotals(await activeTables(db)))
      .then(({ freshWrites }) => (freshWrites >= COMPACT_FROM ? compact() : undefined))
      .catch(() => undefined);
  };

  return {
    state: connection.state,
    subscribe: connection.subscribe,
    open: connection.open,
    reopen: connection.reopen,
    close: connection.close,
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
    settled: async () => {
      await sentinel.settled();
      await quarantine.settled();
      await compacting?.catch(() => undefined);
    },

    append: (given, appendOptions = {}) =>
      asResult(async () => {
        const entries = 'kind' in given ? [given] : given;
        const { result, head } = await write((db) => appendEntries(context, db, entries, appendOptions));
        afterAppend(head);
        return result;
      }),
    appendMany: (given, manyOptions = {}) =>
      asResult(async () => {
        const result = await write((db) =>
          appendInChunks(context, () => Promise.resolve(db), given, manyOptions, sentinel.note),
        );
        await write(compactTexts);
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
      await write((db) => sweep(db, machine.now().getTime()));
    },
    verify: (jobOptions = {}) => read((db) => verifyAll(db, jobOptions)),

    own: () => read(async (db) => ledgerHead(await ownHead(db))),
    ledgers: () => read(async ({ t }) => (await t.ledgers.toArray()).map(ledgerHead)),
    counts: () => read(readCounts),
    days: () => read(readDays),
    hosts: () => read(readHosts),
    page: (view, range) => read((db) => readPage(db, view, range, quarantine.note)),
    keys: (view) => read(async (db) => viewKeys(await activeTables(db), view)),
    rows: (rowNumbers) => read((db) => readRows(db, rowNumbers, quarantine.note)),
    rowsOf: (ids) => read((db) => readRowsOf(db, ids, quarantine.note)),
    search: (view, folded, signal, onHits) =>
      read((db) => searchTexts(db, cache, view, folded, signal, onHits)),
    releaseSearchCache: () => Object.assign(cache, newSearchCache()),

    issue: (id) => read((db) => issues.readIssue(db, id, quarantine.note)),
    issueByKey: (key) =>
      read(async (db) => {
        const id = await issues.findByKey(db, key);
        return id === null ? null : issues.readIssue(db, id, quarantine.note);
      }),
    issueOfCapture: (captureId) => read((db) => issues.findByCapture(db, captureId)),
    entriesOf: (ids) => read((db) => issues.readEntriesOf(db, ids)),
    entries: (ledger, fromN, limit) => read((db) => issues.readEntries(db, ledger, fromN, limit)),
    chain: (ledger, fromN, limit) => read((db) => issues.readChain(db, ledger, fromN, limit)),
    picture: (sha256) => read((db) => readPicture(db, sha256)),
    pictureMeta: (hashes) => read((db) => readPictureMeta(db, hashes)),
    usedPictureHashes: () => read(issues.readUsedPictures),

    inspectLedgers: (source, jobOptions = {}) =>
      asResult(() => read(async (db) => (await planImport(db, source, jobOptions)).summary)),
    importLedgers: (source, jobOptions = {}) =>
      asResult(async () => {
        const { summary, head } = await write((db) => importAll(context, db, source, jobOptions));
        afterAppend(head);
        return summary;
      }),
    ...createDesk(connection, quarantine.note),
    quarantine: () => read(async ({ t }) => (await t.quarantine.toArray()).map(({ q: _q, ...row }) => row)),
    live: (query, onValue, onError = () => undefined) => liveOn(connection, query, onValue, onError),
  };
}
