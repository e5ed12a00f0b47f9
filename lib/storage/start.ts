import type { Sentinel } from './store-options.ts';
import type { LossInfo } from './types/life.ts';
import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { instantOf, ownFrame } from './ledger-writer.ts';
import { dropUnused } from './pictures.ts';
import { EDITION } from './prints.ts';
import type { SentinelWriter } from './sentinel.ts';
import { type Database, type LedgerRow, otherGeneration, activeGeneration, write } from './tables.ts';
import { startOwnLedger, type WriteContext } from './write-entries.ts';

/**
 * Runs once per connection: starts the ledger on the first opening, and a new one when the sentinel knows of entries
 * that this database does not have (the browser recreated it, or put back an old copy).
 */
export async function startStore(
  context: WriteContext,
  sentinel: SentinelWriter,
  db: Database,
): Promise<LossInfo | null> {
  // Read before the database: another window may append in between, never the other way round.
  const known = await sentinel.read();
  const { t } = db;
  const seen = await db.dexie.transaction('r', [t.meta, t.ledgers, t.entries], async () => lookAt(db, known));
  const started =
    seen.own !== null && !seen.lost ? null : await write(db, null, () => begin(context, db, known));
  const head = started ?? seen.own;
  if (head !== null) sentinel.note(head);
  const loss = await t.meta.get('loss');
  return loss?.key === 'loss' ? loss.loss : null;
}

type Seen = Readonly<{ own: LedgerRow | null; lost: boolean }>;

async function lookAt({ t }: Database, known: Sentinel | null): Promise<Seen> {
  const meta = await t.meta.get('own');
  const own = meta?.key === 'own' ? ((await t.ledgers.get(meta.ledger)) ?? null) : null;
  if (known === null) return { own, lost: false };
  if (meta?.key === 'own' && meta.after === known.ledger) return { own, lost: false };
  const row = await t.ledgers.get(known.ledger);
  if (row === undefined || row.n < known.n) return { own, lost: known.n > 0 };
  if (known.n === 0) return { own, lost: false };
  const entry = await t.entries.get([known.ledger, known.n]);
  return { own, lost: entry?.link !== known.link };
}

async function begin(context: WriteContext, db: Database, known: Sentinel | null): Promise<LedgerRow | null> {
  // Another window may have done it meanwhile.
  const { own, lost } = await lookAt(db, known);
  if (own !== null && !lost) return null;
  const { t } = db;
  const frame = ownFrame(context.machine);
  if (own === null) {
    await t.meta.put({ key: 'active', generation: 'a' });
    await t.a.again?.unprinted.put(EDITION);
  }
  if (!lost || known === null) return startOwnLedger(context, db, { reason: 'install' }, frame);
  const { ledger, n, link } = known;
  const head = await startOwnLedger(context, db, { reason: 'wiped', after: { ledger, n, link } }, frame);
  await t.meta.put({ key: 'loss', loss: { ...known, foundAt: instantOf(context.machine) } });
  return head;
}

/** A rebuild or import whose window died leaves rows that nobody sees; they go once it has been silent for long. */
export const JOB_SILENT_MS = 60_000;

export async function sweep(db: Database, nowMs: number): Promise<void> {
  const { t } = db;
  const [job, generation] = await Promise.all([t.meta.get('job'), activeGeneration(db)]);
  if (job?.key === 'job' && nowMs - job.beat < JOB_SILENT_MS) return;
  const idle = t[otherGeneration(generation)];
  const [issue, text, counter] = await Promise.all([
    idle.issues.limit(1).primaryKeys(),
    idle.texts.limit(1).primaryKeys(),
    idle.counters.limit(1).primaryKeys(),
  ]);
  if (job === undefined && issue.length + text.length + counter.length === 0) return;
  await write(db, 'generation', async () => {
    const current = await t.meta.get('job');
    if (current?.key === 'job' && nowMs - current.beat < JOB_SILENT_MS) return;
    await clearJob(db);
  });
}

/** Takes back everything an unfinished job left; inside the caller's transaction over pictures too. */
export async function clearJob(db: Database): Promise<void> {
  const { t } = db;
  const job = await t.meta.get('job');
  const idle = t[otherGeneration(await activeGeneration(db))];
  await Promise.all([
    idle.issues.clear(),
    idle.texts.clear(),
    idle.fresh.clear(),
    idle.counters.clear(),
    idle.again?.places.clear(),
    idle.again?.prints.clear(),
    idle.again?.unprinted.clear(),
    idle.accounts?.rows.clear(),
    idle.accounts?.notes.clear(),
    t.dirty.clear(),
  ]);
  if (job?.key !== 'job') return;
  await t.meta.delete('job');
  if (job.kind === 'rebuild') return;
  const pictures = new Set<Sha256Hex>();
  for (const ledger of job.ledgers) {
    const head = (await t.ledgers.get(ledger))?.n ?? 0;
    const behind = t.entries.where('[ledger+n]').between([ledger, head], [ledger, Infinity], false, true);
    await behind.clone().each(({ picture }) => picture !== undefined && pictures.add(picture));
    await behind.delete();
  }
  await dropUnused(db, [...pictures]);
}
