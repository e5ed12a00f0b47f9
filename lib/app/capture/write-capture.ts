import type { ReadyPicture } from '../../capture/picture.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import type { AppendResult } from '../../storage/types/writing.ts';
import { withTimeLimit } from '../../capture/time-limit.ts';
import { entriesOfRecord, withoutEvidence, withoutPicture } from './capture-entry.ts';
import type { CaptureRecord } from './capture-entry.ts';
import type { Journal } from './journal.ts';

/** A database that takes longer than this counts as refusing; should it succeed later, the capture id prevents a double. */
export const APPEND_LIMIT_MS = 8000;

export type Written =
  | Readonly<{ state: 'recorded'; key: string; record: CaptureRecord; duplicate: boolean }>
  | Readonly<{ state: 'journalled'; code: StorageCode; record: CaptureRecord }>
  | Readonly<{ state: 'failed'; code: StorageCode }>;

/** Nothing was kept: by the time it could have been, what it rests on had turned out wrong. */
export type Withdrawn = Readonly<{ state: 'withdrawn' }>;

/** Whether what is written shows the right page; null while that is not known. */
export type Sure = () => boolean | null;

type Deps = Readonly<{
  store: Pick<Store, 'append'>;
  journal: Journal;
  shrink: (picture: ReadyPicture) => Promise<ReadyPicture | null>;
  now: () => Date;
}>;

const NO_ROOM: readonly StorageCode[] = ['disk-full', 'blob-write-failed', 'quota'];
/** The connection died under us or was not there yet: the next call opens a new one. */
const ONCE_MORE: readonly StorageCode[] = ['terminated', 'aborted', 'closed'];

/** Puts a capture on disk, with less and less of it if it must (faults.md F8–F10, F17). */
export function createCaptureWriter({ store, journal, shrink, now }: Deps) {
  async function append(
    record: CaptureRecord,
    picture: ReadyPicture | null,
    sure: Sure,
  ): Promise<AppendResult> {
    const { captureId } = record.body;
    const blobs = picture ? [{ ...picture.facts, blob: picture.blob }] : [];
    const got = await withTimeLimit(
      () => store.append(entriesOfRecord(record), { blobs, clear: { pending: captureId }, sure }),
      APPEND_LIMIT_MS,
    );
    if (got.ok) return got.value;
    if (got.timedOut) return { ok: false, code: 'timeout' };
    throw got.error;
  }

  async function attempt(
    record: CaptureRecord,
    picture: ReadyPicture | null,
    sure: Sure,
  ): Promise<AppendResult & { record: CaptureRecord }> {
    let result = await append(record, picture, sure);
    if (result.ok || sure() === false) return { ...result, record };
    if (ONCE_MORE.includes(result.code)) result = await append(record, picture, sure);
    if (!result.ok && NO_ROOM.includes(result.code) && picture) {
      const smaller = await shrink(picture);
      if (smaller) {
        const scaled: CaptureRecord = { ...record, body: { ...record.body, picture: smaller.facts } };
        result = await append(scaled, smaller, sure);
        if (result.ok) return { ...result, record: scaled };
      }
      const bare = withoutPicture(record, 'disk-full');
      return { ...(await append(bare, null, sure)), record: bare };
    }
    if (!result.ok && result.code === 'invalid') {
      // A page found a hole in our own limits: what it said is left out, the fact that it failed is not.
      const plain = withoutEvidence(record, 'failed');
      return { ...(await append(plain, picture, sure)), record: plain };
    }
    return { ...result, record };
  }

  return async function write(
    record: CaptureRecord,
    picture: ReadyPicture | null,
    sure: Sure = () => true,
  ): Promise<Written | Withdrawn> {
    const result = await attempt(record, picture, sure);
    if (result.ok) {
      const [first] = result.entries;
      const key = first?.kind === 'occurrence.captured' ? first.body.key : '';
      return { state: 'recorded', key, record: result.record, duplicate: result.duplicate };
    }
    if (sure() === false) return { state: 'withdrawn' };
    const kept =
      record.body.picture.state === 'missing'
        ? record
        : withoutPicture(record, NO_ROOM.includes(result.code) ? 'disk-full' : 'failed');
    const { captureId } = record.body;
    const line = {
      captureId,
      issueId: record.issueId,
      savedAt: now().toISOString(),
      capture: kept,
      text: null,
    };
    return (await journal.put(line))
      ? { state: 'journalled', code: result.code, record: kept }
      : { state: 'failed', code: result.code };
  };
}
export type CaptureWriter = ReturnType<typeof createCaptureWriter>;
