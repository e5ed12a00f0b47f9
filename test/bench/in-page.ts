// Built into one script by test/support/bundle.ts and run in a page of the extension (see seeding.ts).
import { crc32 } from '../../lib/domain/evidence/crc32.ts';
import { foldText } from '../../lib/domain/issue/search-text.ts';
import { sha256Hex } from '../../lib/domain/ledger/chain.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { StoredPicture } from '../../lib/storage/types/picture.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { createNumbers, seedEntries } from './seed-entries.ts';

const SENTINEL = 'sentinel';
/** Pictures of so many bytes go into one chunk. */
const CHUNK_BYTES = 20_000_000;

interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

function localArea(): LocalArea {
  const api: { storage: { local: LocalArea } } = Reflect.get(globalThis, 'chrome');
  return api.storage.local;
}

export function openStore(): Store {
  const local = localArea();
  return createStore({
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: {
      read: async () => (await local.get(SENTINEL))[SENTINEL],
      write: (value) => local.set({ [SENTINEL]: value }),
    },
  });
}

/** A real JPEG; noise after its end, which every decoder ignores, brings it to the wanted size and makes it unique. */
function makePicture(jpeg: Uint8Array, bytes: number, numbers: () => number): StoredPicture {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  for (let i = 0; i < words.length; i += 1) words[i] = numbers();
  const content = new Uint8Array(words.buffer, 0, bytes);
  content.set(jpeg);
  return {
    sha256: sha256Hex(content),
    crc32: crc32(content),
    bytes,
    mime: 'image/jpeg',
    width: 1280,
    height: 720,
    blob: new Blob([content], { type: 'image/jpeg' }),
  };
}

async function drawnJpeg(): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(1280, 720);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw.');
  context.fillStyle = '#d13f8a';
  context.fillRect(50, 100, 400, 300);
  return new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer(),
  );
}

/** A small picture of its own. */
export async function drawnPicture(): Promise<StoredPicture> {
  const jpeg = await drawnJpeg();
  return makePicture(jpeg, jpeg.length, createNumbers(11));
}

/**
 * Fills the log of this profile through the product's own store.
 * @public called in the page, see bench.ts
 */
export async function fill(issues: number, pictureBytes: number, alike = false): Promise<number> {
  const store = openStore();
  const numbers = createNumbers(7);
  const jpeg = pictureBytes > 0 ? await drawnJpeg() : null;
  const perChunk = jpeg ? CHUNK_BYTES / pictureBytes : 2000;
  let entries: NewEntry[] = [];
  let blobs: StoredPicture[] = [];
  let appended = 0;
  const flush = async () => {
    const result = await store.appendMany(entries, { blobs });
    if (!result.ok) throw new Error(`Seeding failed: ${result.code}.`);
    appended += result.appended;
    entries = [];
    blobs = [];
  };
  const pictureOf = (): StoredPicture | null => {
    if (!jpeg) return null;
    const picture = makePicture(jpeg, pictureBytes, numbers);
    blobs.push(picture);
    return picture;
  };
  for (const entry of seedEntries(issues, pictureOf, alike)) {
    entries.push(entry);
    if (entries.length >= perChunk) await flush();
  }
  await flush();
  await store.compact();
  await store.settled();
  store.close();
  return appended;
}

export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not open.')));
  });
}

export type SearchTimes = Readonly<{
  bareMs: number;
  firstMs: number;
  allMs: number;
  bareHits: number;
  hits: number;
}>;

/** Reads every block of folded text and looks for one term in it: the least any search can do. */
async function bareScan(term: string): Promise<number> {
  const db = await openRaw('casebook');
  const blocks = await new Promise<{ text: string }[]>((done, fail) => {
    const request = db.transaction('texts_a').objectStore('texts_a').getAll();
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The texts could not be read.')));
  });
  db.close();
  let hits = 0;
  for (const { text } of blocks) {
    for (let at = text.indexOf(term); at >= 0;) {
      hits += 1;
      const end = text.indexOf('\u0000', at);
      at = end < 0 ? -1 : text.indexOf(term, end);
    }
  }
  return hits;
}

/**
 * One cold search through a new store against the bare scan of the same texts, in this order or the other.
 * @public called in the page, see log.ts
 */
export async function search(words: string, oursFirst: boolean): Promise<SearchTimes> {
  const term = foldText(words);
  const bare = async () => {
    const started = performance.now();
    const bareHits = await bareScan(term);
    return { bareMs: performance.now() - started, bareHits };
  };
  const ours = async () => {
    const store = openStore();
    // Opening the database is not part of a search: the log on the screen has it open already.
    await store.open();
    const started = performance.now();
    let firstMs = Number.NaN;
    const result = await store.search(
      { scope: 'log', sort: 'newest' },
      [term],
      new AbortController().signal,
      (rows) => {
        if (rows.length > 0 && Number.isNaN(firstMs)) firstMs = performance.now() - started;
      },
    );
    const allMs = performance.now() - started;
    store.close();
    return { firstMs, allMs, hits: result.rows.length };
  };
  const first = oursFirst ? await ours() : await bare();
  const second = oursFirst ? await bare() : await ours();
  return { ...first, ...second } as SearchTimes; // as: one of each, so that all fields are there
}

const LOOK_EVERY_MS = 200;

/**
 * Resolves when a page beside this one has made the accounts of all that was seeded: nobody has a log of thousands of
 * issues that was never looked at, and the first look is measured elsewhere.
 * @public called in the page, see big-log.ts
 */
export async function followed(): Promise<void> {
  const store = openStore();
  await store.open();
  while ((await store.accounts.state()).filling !== null)
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
  store.close();
}
