import type { Entry, NewEntry } from '../domain/ledger/entry.ts';
import { parseEntryText } from '../domain/ledger/complete-entry.ts';
import type { CaptureId } from '../domain/ledger/primitives.ts';
import { namedBytes } from '../domain/issue/named-bytes.ts';
import { askFor, type Facts, talliesOf } from './ask.ts';
import type { StoredBlob } from './types/picture.ts';
import type { ProgressOptions } from './types/progress.ts';
import type { StorageFailure } from './types/storage-failure.ts';
import type { AppendOptions, AppendResult } from './types/writing.ts';
import { problem, throwIfAborted } from './failure.ts';
import { stillHolds } from './foresight.ts';
import { letOriginalsGo, refuseUnreplaced, removalsIn } from './originals.ts';
import { namedIssues } from './places.ts';
import { type Database, type EntryRow, type LedgerRow, write } from './tables.ts';
import { type WriteContext, writeEntries } from './write-entries.ts';

const CHUNK = 1000;

/** `freshWrites`: texts that wait to be moved into their blocks. */
export type Written = Readonly<{ result: AppendResult; head: LedgerRow | null; freshWrites: number }>;

/**
 * One strict transaction: all of it is on disk when this resolves, or nothing. With `foreseen` it writes without waiting
 * for what it reads, and is undone and done again where what it reads is not what was foreseen.
 */
export async function appendEntries(
  context: WriteContext,
  db: Database,
  given: readonly NewEntry[],
  options: AppendOptions,
  foreseen: Facts | null = null,
): Promise<Written> {
  const { t } = db;
  const captures = captureIdsOf(given);
  if (new Set(captures).size < captures.length) throw problem('invalid', { paths: ['captureId (twice)'] });
  const { blobs = [], clear } = options;
  const removals = removalsIn(given);
  const put = async (first: readonly EntryRow[], facts: Facts): Promise<Written> => {
    const clearing = clear?.pending === undefined ? null : t.pending.delete(clear.pending);
    if (first.length > 0) {
      await clearing;
      return {
        result: { ok: true, entries: first.flatMap(readable), duplicate: true },
        head: null,
        freshWrites: 0,
      };
    }
    const [sealed] = await Promise.all([
      writeEntries(context, db, given, { facts }),
      clearing,
      clear?.draft === undefined ? null : t.drafts.delete(clear.draft),
      blobs.length === 0 ? null : t.blobs.bulkPut(blobs),
    ]);
    if (removals.length > 0) await letOriginalsGo(db, removals);
    if (options.sure && !(await heldOpen(db, options.sure))) throw problem('aborted');
    return {
      result: { ok: true, entries: sealed.entries, duplicate: false },
      head: sealed.head,
      freshWrites: sealed.freshWrites,
    };
  };
  let stale = false;
  const attempt = (guess: Facts | null): Promise<Written> =>
    write(db, blobs.length + removals.length > 0 ? 'pictures' : null, async () => {
      if (removals.length > 0) await refuseUnreplaced(db, removals, blobs);
      if (guess === null) {
        const reading = [
          repetitions(db, captures),
          askFor(db, talliesOf(given), namedIssues(given)),
        ] as const;
        return put(...(await Promise.all(reading)));
      }
      const checking = stillHolds(db, guess).then((holds) => {
        stale = !holds;
        if (stale) throw problem('aborted');
      });
      checking.catch(() => undefined);
      // The database answers in order: what was asked first is known before a write can fail.
      const written = await put([], guess).catch(async (error: unknown) => {
        await checking;
        throw error;
      });
      await checking;
      return written;
    });
  if (foreseen === null) return attempt(null);
  try {
    return await attempt(foreseen);
  } catch (error) {
    if (!stale) throw error;
    return attempt(null);
  }
}

/** Many entries in transactions of at most 1,000; captures that are already recorded are left out. */
export async function appendInChunks(
  context: WriteContext,
  db: () => Promise<Database>,
  given: Iterable<NewEntry>,
  options: ProgressOptions & Readonly<{ blobs?: readonly StoredBlob[] }>,
  onHead: (head: LedgerRow) => void,
): Promise<Readonly<{ ok: true; appended: number }> | StorageFailure> {
  const pictures = new Map((options.blobs ?? []).map((blob) => [blob.sha256, blob]));
  let appended = 0;
  let chunk: NewEntry[] = [];
  const flush = async (): Promise<void> => {
    throwIfAborted(options.signal);
    const open = await db();
    const { t } = open;
    const blobs = chunk.flatMap((entry) => blobsOf(entry, pictures));
    const removals = removalsIn(chunk);
    const head = await write(open, blobs.length + removals.length > 0 ? 'pictures' : null, async () => {
      await refuseUnreplaced(open, removals, blobs);
      const repeated = new Set<string>();
      for (const row of await repetitions(open, captureIdsOf(chunk))) repeated.add(row.capture ?? '');
      const news = chunk.filter(
        (entry) => !(entry.kind === 'occurrence.captured' && repeated.has(entry.body.captureId)),
      );
      if (news.length === 0) return null;
      if (blobs.length > 0) await t.blobs.bulkPut(blobs);
      appended += news.length;
      const sealed = await writeEntries(context, open, news);
      await letOriginalsGo(open, removals);
      return sealed.head;
    });
    if (head !== null) onHead(head);
    chunk = [];
    options.onProgress?.(appended, 0);
  };
  for (const entry of given) {
    chunk.push(entry);
    if (chunk.length === CHUNK) await flush();
  }
  if (chunk.length > 0) await flush();
  return { ok: true, appended };
}

/** Asking for something keeps a transaction open; nothing else may be awaited in it. */
async function heldOpen({ t }: Database, sure: () => boolean | null): Promise<boolean> {
  for (;;) {
    const known = sure();
    if (known !== null) return known;
    await t.meta.get('own');
  }
}

function captureIdsOf(given: readonly NewEntry[]): CaptureId[] {
  return given.flatMap((entry) => (entry.kind === 'occurrence.captured' ? [entry.body.captureId] : []));
}

/** Lines of the same clicks that are stored already. */
function repetitions({ t }: Database, captures: readonly CaptureId[]): Promise<EntryRow[]> {
  const [capture] = captures;
  if (capture === undefined) return Promise.resolve([]);
  const index = t.entries.where('capture');
  return Promise.resolve(
    (captures.length === 1 ? index.equals(capture) : index.anyOf([...captures])).toArray(),
  );
}

function blobsOf(entry: NewEntry, blobs: ReadonlyMap<string, StoredBlob>): StoredBlob[] {
  const found = blobs.get(namedBytes(entry)?.sha256 ?? '');
  return found === undefined ? [] : [found];
}

function readable(row: EntryRow): Entry[] {
  if (row.json === null) return [];
  const parsed = parseEntryText(row.json);
  return parsed.ok ? [parsed.entry] : [];
}
