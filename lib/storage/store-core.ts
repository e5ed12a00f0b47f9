import { appendEntries } from './append.ts';
import { COMPACT_FROM, compactTexts } from './compact.ts';
import { type Connection, createConnection } from './connection.ts';
import { readTotals } from './counters.ts';
import { createDesk } from './drafts.ts';
import { asResult, problem } from './failure.ts';
import { createForesight } from './foresight.ts';
import { ledgerHead } from './ledger-heads.ts';
import type { Machine } from './ledger-writer.ts';
import { createLogRoll } from './log-roll.ts';
import { MIGRATIONS, type Migration } from './migrations/registry.ts';
import { readPicture } from './pictures.ts';
import { createPrinter, type Printer } from './prints.ts';
import { createQuarantine, type Quarantine } from './quarantine.ts';
import { readCounts } from './queries/counts.ts';
import * as issues from './queries/issues.ts';
import { suggestFor } from './queries/suggest.ts';
import { createSentinel, type SentinelWriter } from './sentinel.ts';
import { startStore } from './start.ts';
import type { StoreOptions } from './store-options.ts';
import type { Store } from './types/store.ts';
import { activeTables, type LedgerRow } from './tables.ts';
import { ownHead, type WriteContext } from './write-entries.ts';

/** What a capture needs of the store: all that the background loads, because under our policy a service worker can load nothing later (decision 15). */
export type CaptureStore = Pick<
  Store,
  | 'state'
  | 'subscribe'
  | 'open'
  | 'reopen'
  | 'close'
  | 'settled'
  | 'append'
  | 'foresee'
  | 'own'
  | 'counts'
  | 'issue'
  | 'issueOfCapture'
  | 'suggest'
  | 'picture'
  | 'pending'
  | 'drafts'
>;

/** The parts that the rest of the store is built on. */
export type StoreCore = Readonly<{
  store: CaptureStore;
  context: WriteContext;
  connection: Connection;
  quarantine: Quarantine;
  sentinel: SentinelWriter;
  printer: Printer;
  compact: () => Promise<void>;
  afterAppend: (head: LedgerRow | null, freshWrites?: number) => void;
}>;

/** `migrations` is replaced only by tests of the migrations themselves. */
export function createStoreCore(
  options: StoreOptions,
  migrations: readonly Migration[] = MIGRATIONS,
): StoreCore {
  const machine: Machine = {
    now: options.now,
    random: options.random,
    zone: options.zone ?? (() => new Intl.DateTimeFormat().resolvedOptions().timeZone),
    reporter: options.reporter,
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
    log: createLogRoll(options.tornLog, options.random),
    start: (db) => startStore(context, sentinel, db),
  });
  const { read, write } = connection;
  const foresight = createForesight();
  let compacting: Promise<void> | null = null;
  const printer = createPrinter({
    // Nothing is opened for it: a closed database stays closed.
    run: (work) => (connection.state().kind === 'open' ? write(work) : Promise.reject(problem('closed'))),
    damaged: quarantine.note,
  });

  const compact = (): Promise<void> => {
    compacting ??= write(compactTexts).finally(() => {
      compacting = null;
    });
    return compacting;
  };
  /** Off the append's path. What fails here is tried again after the next append. */
  const afterAppend = (head: LedgerRow | null, freshWrites?: number): void => {
    if (head === null) return;
    sentinel.note(head);
    printer.start();
    const fresh = freshWrites ?? read(async (db) => (await readTotals(await activeTables(db))).freshWrites);
    void Promise.resolve(fresh)
      .then((waiting) => (waiting >= COMPACT_FROM ? compact() : undefined))
      .catch(() => undefined);
  };

  const store: CaptureStore = {
    state: connection.state,
    subscribe: connection.subscribe,
    open: connection.open,
    reopen: connection.reopen,
    close: connection.close,
    settled: async () => {
      await sentinel.settled();
      await quarantine.settled();
      await compacting?.catch(() => undefined);
      await printer.settled();
    },

    foresee: (coming) => read((db) => foresight.look(db, coming)).catch(() => false),
    append: (given, appendOptions = {}) =>
      asResult(async () => {
        const entries = 'kind' in given ? [given] : given;
        const { result, head, freshWrites } = await write((db) =>
          appendEntries(context, db, entries, appendOptions, foresight.take(entries)),
        );
        afterAppend(head, freshWrites);
        return result;
      }),
    own: () => read(async (db) => ledgerHead(await ownHead(db))),
    counts: () => read(readCounts),
    issue: (id) => read((db) => issues.readIssue(db, id, quarantine.note)),
    issueOfCapture: (captureId) => read((db) => issues.findByCapture(db, captureId)),
    suggest: (id, limit) => read((db) => suggestFor(db, id, limit, quarantine.note, printer.fresh)),
    picture: (sha256) => read((db) => readPicture(db, sha256)),
    ...createDesk(connection, quarantine.note),
  };
  return { store, context, connection, quarantine, sentinel, printer, compact, afterAppend };
}
