import type { PresentPicture } from '../domain/issue/picture.ts';
import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { isProblem, throwIfAborted } from './failure.ts';
import { notStored } from './inspect-import.ts';
import { beatNowAndThen } from './job.ts';
import { namedHere } from './named-here.ts';
import type { Database, Job } from './tables.ts';
import type { ImportSource } from './types/import.ts';
import type { PictureMeta, StoredBlob } from './types/picture.ts';
import type { ProgressOptions } from './types/progress.ts';
import type { WriteContext } from './write-entries.ts';

/** Pictures stored per transaction, in bytes. */
const BATCH = 16 * 1024 * 1024;
/** Pictures asked for at once: hides what each takes to come from another process. */
const ASKED_AT_ONCE = 16;
/** Stored pictures read back at once. */
const CHECKED_AT_ONCE = 80;

/** Bytes that a staged line names; `said`: what its entry says of them, if they are a picture. */
export type Wanted = Readonly<{ sha256: Sha256Hex; bytes: number; said: PresentPicture | null }>;

/**
 * `place`: the Blob is a place in a file, and the rest is what an entry says of it; `known` when those bytes were read and
 * checked before.
 */
type Staged = Readonly<{ picture: StoredBlob; place: 'known' | 'unknown' | null }>;

/**
 * Stores the pictures that staged lines name and that are not stored yet. Where the file has them as they are, the
 * browser copies them from file to file. What it has stored is then read back and checked, unless it was read and checked
 * before and `source.unchanged` vouches for the file since then: so no other bytes than those of its name stay, as far as
 * that can be relied on. All others, and those that do not turn out right, are read and checked first. Gives how many the
 * file lacks.
 */
export async function stagePictures(
  { machine }: WriteContext,
  db: Database,
  job: Job,
  { wanted, source }: Readonly<{ wanted: ReadonlyMap<Sha256Hex, Wanted>; source: ImportSource }>,
  { signal, onProgress }: ProgressOptions,
): Promise<number> {
  const missing = new Set<Sha256Hex>();
  let bytes = 0;
  let batch: Staged[] = [];
  const known: Staged[] = [];
  let written: readonly Staged[] = [];
  let under: readonly Promise<unknown>[] = [];

  async function put(pictures: readonly StoredBlob[]): Promise<void> {
    await beatNowAndThen(machine, db, job);
    await db.t.blobs.bulkPut([...pictures]);
  }
  /** As the file gives it, read and checked; null, and counted, where it lacks it. */
  async function read(sha256: Sha256Hex): Promise<StoredBlob | null> {
    const picture = await source.picture(sha256);
    if (picture?.sha256 === sha256 && picture.blob.size === wanted.get(sha256)?.bytes) return picture;
    missing.add(sha256);
    return null;
  }
  async function readAll(staged: readonly Staged[]): Promise<StoredBlob[]> {
    const all = await Promise.all(
      staged.map(async ({ picture, place }) => (place === null ? picture : read(picture.sha256))),
    );
    return all.filter((one) => one !== null);
  }
  async function store(staged: readonly Staged[]): Promise<void> {
    if (staged.length === 0) return;
    try {
      await put(staged.map(({ picture }) => picture));
    } catch (error) {
      // A file that can be read no more is told as what could not be written: reading it tells which it is.
      if (isProblem(error) || staged.every(({ place }) => place === null)) throw error;
      await put(await readAll(staged));
    }
  }
  async function check(copied: readonly Staged[]): Promise<void> {
    const rows = await db.t.blobs.bulkGet(copied.map(({ picture }) => picture.sha256));
    const right = await Promise.all(rows.map(async (row) => row !== undefined && isRight(source, row)));
    const wrong = copied.filter((_, index) => right[index] !== true);
    if (wrong.length === 0) return;
    const again = await readAll(wrong);
    await put(again);
    const kept = new Set(again.map(({ sha256 }) => sha256));
    const lost = wrong.map(({ picture }) => picture.sha256).filter((sha256) => !kept.has(sha256));
    await db.t.blobs.bulkDelete(lost);
  }
  /** Three batches are under way: one is gathered, one copied by the browser, one read back. */
  async function flush(): Promise<void> {
    await Promise.all(under);
    under = [store(batch), check(written.filter(({ place }) => place === 'unknown'))];
    for (const one of under) one.catch(() => undefined); // awaited by the next flush, or at the end
    written = batch;
    known.push(...batch.filter(({ place }) => place === 'known'));
    batch = [];
    bytes = 0;
  }

  const lacking = inOrder(await notStored(db, [...wanted.keys()]), source.pictures ?? []);
  // Of these a line that can be seen would show what is not checked yet, and go on doing so if we die before.
  const shown = await namedHere(db, lacking);
  const same = (await source.unchanged?.()) === true;
  try {
    for (let at = 0; at < lacking.length; at += ASKED_AT_ONCE) {
      throwIfAborted(signal);
      const some = lacking.slice(at, at + ASKED_AT_ONCE);
      const asked = some.map(async (sha256) => {
        const place = shown.has(sha256) ? null : placed(source, wanted.get(sha256), same);
        return place ?? read(sha256);
      });
      for (const found of await Promise.all(asked)) {
        if (found === null) continue;
        const staged = 'picture' in found ? found : { picture: found, place: null };
        batch.push(staged);
        bytes += staged.picture.bytes;
      }
      if (bytes >= BATCH) await flush();
      onProgress?.(Math.min(at + ASKED_AT_ONCE, lacking.length), lacking.length);
    }
    await flush();
    await flush();
    await Promise.all(under);
    // Changed while it was copied: then nothing counts that was known of it.
    if (known.length > 0 && (await source.unchanged?.()) !== true)
      for (let at = 0; at < known.length; at += CHECKED_AT_ONCE) {
        throwIfAborted(signal);
        await check(known.slice(at, at + CHECKED_AT_ONCE));
      }
  } finally {
    await Promise.allSettled(under);
  }
  return missing.size;
}

/** Where the file should have a picture, with what its entry says of it. `same`: the file is as it was read before. */
function placed(source: ImportSource, wanted: Wanted | undefined, same: boolean): Staged | null {
  if (wanted?.said == null) return null;
  const { sha256, crc32, bytes, mime, width, height } = wanted.said;
  const blob = source.place?.(sha256, mime) ?? null;
  if (blob?.size !== bytes) return null;
  const picture = { sha256, crc32, bytes, mime, width, height, blob };
  const facts = same ? (source.known?.(sha256) ?? null) : null;
  return { picture, place: facts !== null && isSame(facts, picture) ? 'known' : 'unknown' };
}

const FACTS = ['sha256', 'crc32', 'bytes', 'mime', 'width', 'height'] as const;

/** Whether stored bytes are those of their name, and what was said of them is true. */
async function isRight(source: ImportSource, { blob, ...said }: StoredBlob): Promise<boolean> {
  let facts: PictureMeta | null = null;
  try {
    facts = (await source.look?.(said.sha256, new Uint8Array(await blob.arrayBuffer()))) ?? null;
  } catch {
    return false; // reading it out of the file says what is wrong
  }
  return facts !== null && isSame(facts, said);
}

function isSame(facts: PictureMeta, said: PictureMeta): boolean {
  return FACTS.every((fact) => facts[fact] === said[fact]);
}

/** Those that the order names first, as it names them. */
function inOrder(hashes: readonly Sha256Hex[], order: readonly Sha256Hex[]): Sha256Hex[] {
  const places = new Map(order.map((sha256, place) => [sha256, place]));
  const place = (sha256: Sha256Hex): number => places.get(sha256) ?? order.length;
  return hashes.toSorted((a, b) => place(a) - place(b));
}
