import type { Entry, NewEntry } from '../domain/ledger/entry.ts';
import { parseEntryText } from '../domain/ledger/complete-entry.ts';
import type { CaptureId } from '../domain/ledger/primitives.ts';
import { askFor } from './ask.ts';
import type {
  AppendOptions,
  AppendResult,
  ProgressOptions,
  StorageFailure,
  StoredPicture,
} from './store-types.ts';
import { problem, throwIfAborted } from './failure.ts';
import { type Database, type EntryRow, type LedgerRow, write } from './tables.ts';
import { issueIdsOf, type WriteContext, writeEntries } from './write-entries.ts';

const CHUNK = 1000;

/** `freshWrites`: texts that wait to be moved into their blocks. */
export type Written = Readonly<{ result: AppendResult; head: LedgerRow | null; freshWrites: number }>;

/** One strict transaction: all of it is on disk when this resolves, or nothing. */
export function appendEntries(
  context: WriteContext,
  db: Database,
  given: readonly NewEntry[],
  options: AppendOptions,
): Promise<Written> {
  const { t } = db;
  const captures = captureIdsOf(given);
  if (new Set(captures).size < captures.length) throw problem('invalid', { paths: ['captureId (twice)'] });
  const { blobs = [], clear } = options;
  return write(db, blobs.length > 0 ? 'pictures' : null, async () => {
    const [first, facts] = await Promise.all([
      repetitions(db, captures),
      askFor(db, given, issueIdsOf(given)),
    ]);
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
    return {
      result: { ok: true, entries: sealed.entries, duplicate: false },
      head: sealed.head,
      freshWrites: sealed.freshWrites,
    };
  });
}

/** Many entries in transactions of at most 1,000; captures that are already recorded are left out. */
export async function appendInChunks(
  context: WriteContext,
  db: () => Promise<Database>,
  given: Iterable<NewEntry>,
  options: ProgressOptions & Readonly<{ blobs?: readonly StoredPicture[] }>,
  onHead: (head: LedgerRow) => void,
): Promise<Readonly<{ ok: true; appended: number }> | StorageFailure> {
  const pictures = new Map((options.blobs ?? []).map((blob) => [blob.sha256, blob]));
  let appended = 0;
  let chunk: NewEntry[] = [];
  const flush = async (): Promise<void> => {
    throwIfAborted(options.signal);
    const open = await db();
    const { t } = open;
    const blobs = chunk.flatMap((entry) => picturesOf(entry, pictures));
    const head = await write(open, blobs.length > 0 ? 'pictures' : null, async () => {
      const repeated = new Set<string>();
      for (const row of await repetitions(open, captureIdsOf(chunk))) repeated.add(row.capture ?? '');
      const news = chunk.filter(
        (entry) => !(entry.kind === 'occurrence.captured' && repeated.has(entry.body.captureId)),
      );
      if (news.length === 0) return null;
      if (blobs.length > 0) await t.blobs.bulkPut(blobs);
      appended += news.length;
      return (await writeEntries(context, open, news)).head;
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

function picturesOf(entry: NewEntry, pictures: ReadonlyMap<string, StoredPicture>): StoredPicture[] {
  if (entry.kind !== 'occurrence.captured' || entry.body.picture.state !== 'present') return [];
  const found = pictures.get(entry.body.picture.sha256);
  return found === undefined ? [] : [found];
}

function readable(row: EntryRow): Entry[] {
  if (row.json === null) return [];
  const parsed = parseEntryText(row.json);
  return parsed.ok ? [parsed.entry] : [];
}
