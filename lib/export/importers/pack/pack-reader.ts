import type { Sha256Hex } from '../../../domain/ledger/primitives.ts';
import { BACKUP_LIMITS } from '../../backup/backup-format.ts';
import type { Work } from '../../source.ts';
import { readEntry } from '../backup-lines.ts';
import type { RestoredLine } from '../backup-lines.ts';
import { hashOf, checkNamed, lookNamed, readNamed, utf8Of, wholeBytes } from '../checked-bytes.ts';
import type { PictureFacts, RestoredPicture } from '../checked-bytes.ts';
import { parseGuarded } from '../json-guard.ts';
import { Refusal } from '../refusal.ts';
import type { OpenEntry } from '../zip-reader.ts';
import { readPackManifest } from './pack-manifest.ts';
import type { ReadManifest } from './pack-manifest.ts';
import { checkSignature } from './pack-signature.ts';
import type { PackSignature } from './pack-signature.ts';
import { checkSums, readSums } from './pack-sums.ts';

/** An evidence pack whose sums and signature hold. All its methods throw `Refusal` on what they do not accept. */
export type OpenPack = Readonly<{
  manifest: ReadManifest;
  signature: PackSignature;
  unlisted: readonly string[];
  /** As they lie in the file. */
  pictures: readonly Sha256Hex[];
  /** Places in its chains. */
  entries: number;
  lines(): AsyncGenerator<readonly RestoredLine[]>;
  picture(sha256: Sha256Hex): Promise<RestoredPicture | null>;
  /** The same checks, and nothing kept. */
  check(sha256: Sha256Hex): Promise<PictureFacts | null>;
  /** See `ImportSource`. */
  place(sha256: Sha256Hex, mime: string): Blob | null;
  look(sha256: Sha256Hex, content: Uint8Array<ArrayBuffer>): Promise<PictureFacts>;
}>;

const MANIFEST = 'manifest.json';
const BATCH = 500;
const CHAIN_LINE = /^(\d{1,9}) ([0-9a-f]{64}) ([0-9a-f]{64})$/;
/** Bytes as they were captured or added; what was painted over for the report is not what an entry names. */
const AS_NAMED = /^(?:screenshots|files)\//;

/** Whether these files are an evidence pack rather than a backup. */
export const isPack = (files: ReadonlyMap<string, OpenEntry>): boolean =>
  files.has('SHA256SUMS') && files.has(MANIFEST);

/** Reads and compares every file of it. */
export async function openPack(files: ReadonlyMap<string, OpenEntry>, work: Work): Promise<OpenPack> {
  const file = files.get(MANIFEST);
  if (file === undefined) throw new Refusal('bad-manifest', MANIFEST);
  const { manifest, sha256 } = await readPackManifest(file);
  const sums = await readSums(files);
  if (sums.of.get(MANIFEST) !== sha256) throw new Refusal('checksum', MANIFEST);
  const signature = await checkSignature(files, sums.bytes, manifest.keyFingerprint);
  await checkSums(files, sums, work);
  const named = new Map<Sha256Hex, OpenEntry>();
  for (const [path, entry] of files) {
    const hash = sums.of.get(path);
    if (hash !== undefined && AS_NAMED.test(path)) named.set(hash, entry);
  }

  /** A file that the sums name, with its bytes compared once more: it may have changed since. */
  async function listed(path: string, limit: number): Promise<string> {
    const [entry, hash] = [files.get(path), sums.of.get(path)];
    if (entry === undefined || hash === undefined) throw new Refusal('file-missing', path);
    const bytes = await wholeBytes(entry, limit);
    if ((await hashOf(bytes)) !== hash) throw new Refusal('checksum', path);
    return utf8Of(bytes, path);
  }

  async function* linesOf(of: ReadManifest['ledgers'][number]): AsyncGenerator<readonly RestoredLine[]> {
    const { ledger, length, head } = of;
    const path = `chains/${ledger}.txt`;
    const included = new Set(of.included);
    const chain = (await listed(path, BACKUP_LIMITS.manifestBytes)).split('\n');
    if (chain.pop() !== '' || chain.length !== length) throw new Refusal('bad-chain', path);
    let batch: RestoredLine[] = [];
    let end = '';
    for (const [index, text] of chain.entries()) {
      const [, number = '', hash = '', link = ''] = CHAIN_LINE.exec(text) ?? [];
      const n = index + 1;
      if (number !== String(n)) throw new Refusal('bad-chain', `${path}:${n}`);
      const place = { ledger, n, sha256: hash, link };
      end = link;
      if (included.has(n)) {
        const record = `records/${ledger}/${String(n).padStart(6, '0')}.json`;
        batch.push({
          ...place,
          ...recordIn(await listed(record, BACKUP_LIMITS.lineBytes), place, record),
        });
      } else batch.push({ ...place, withheld: true });
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (end !== head) throw new Refusal('bad-chain', path);
    yield batch;
  }

  return {
    manifest,
    signature,
    unlisted: sums.unlisted,
    pictures: [...named.keys()],
    entries: manifest.ledgers.reduce((sum, { length }) => sum + length, 0),
    async *lines() {
      for (const of of manifest.ledgers) if (of.length > 0) yield* linesOf(of);
    },
    async picture(hash) {
      const entry = named.get(hash);
      return entry === undefined ? null : readNamed(entry, hash);
    },
    async check(hash) {
      const entry = named.get(hash);
      return entry === undefined ? null : checkNamed(entry, hash);
    },
    place: (hash, mime) => named.get(hash)?.place(mime) ?? null,
    async look(hash, content) {
      const entry = named.get(hash);
      if (entry === undefined) throw new Refusal('file-missing', hash);
      return lookNamed(entry, hash, content);
    },
  };
}

/** Bytes that have the hash of the chain but another form than ours are refused with the chain. */
function recordIn(text: string, place: Parameters<typeof readEntry>[1], where: string) {
  const guarded = parseGuarded(text, BACKUP_LIMITS.depth);
  if (!guarded.ok) throw new Refusal(guarded.code, where);
  const { value } = guarded;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('bad-entry', where);
  return readEntry({ ...value }, place, where);
}
