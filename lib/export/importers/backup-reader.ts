import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import {
  BACKUP_LIMITS,
  backupManifest,
  backupPart,
  bytesPath,
  MANIFEST_PATH,
  PART_PATH,
  partPath,
  SETTINGS_PATH,
} from '../backup/backup-format.ts';
import type { BackupManifest } from '../backup/backup-format.ts';
import { ledgerLines } from './backup-lines.ts';
import type { RestoredLine } from './backup-lines.ts';
import { fileKind } from './file-kind.ts';
import { checkNamed, hashOf, jsonOf, lookNamed, readNamed, wholeBytes } from './checked-bytes.ts';
import type { PictureFacts, RestoredPicture } from './checked-bytes.ts';
import { OTHER_PARTS } from './pack/pack-sums.ts';
import { Refusal } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { openZip } from './zip-reader.ts';
import type { OpenEntry } from './zip-reader.ts';

/** A backup whose directory and manifest were checked. All its methods throw `Refusal` on what they do not accept. */
export type OpenBackup = Readonly<{
  manifest: BackupManifest;
  /** Files that the manifest does not name: ignored, and said so. */
  unlisted: readonly string[];
  /** As they lie in the file. */
  pictures: readonly Sha256Hex[];
  /** As the manifest says. */
  entries: number;
  lines(): AsyncGenerator<readonly RestoredLine[]>;
  picture(sha256: Sha256Hex): Promise<RestoredPicture | null>;
  /** The same checks, and nothing kept. */
  check(sha256: Sha256Hex): Promise<PictureFacts | null>;
  /** See `ImportSource`. */
  place(sha256: Sha256Hex, mime: string): Blob | null;
  look(sha256: Sha256Hex, content: Uint8Array<ArrayBuffer>): Promise<PictureFacts>;
  settings(): Promise<unknown>;
}>;

function manifestOf(value: unknown): BackupManifest {
  const parsed = backupManifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  const version = typeof format === 'string' ? /^casebook-backup\/(\d{1,4})$/.exec(format)?.[1] : undefined;
  throw new Refusal(
    version !== undefined && Number(version) > 1 ? 'newer-version' : 'bad-manifest',
    MANIFEST_PATH,
  );
}

function checkListed(
  manifest: BackupManifest,
  files: ReadonlyMap<string, OpenEntry>,
): ReadonlyMap<string, Sha256Hex> {
  const listed = new Map<string, Sha256Hex>();
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = files.get(path);
    if (!file) throw new Refusal('file-missing', path.slice(0, 100));
    if (file.bytes !== bytes) throw new Refusal('checksum', path);
    if (listed.has(path)) throw new Refusal('bad-manifest', path);
    listed.set(path, sha256);
  }
  for (const { path } of manifest.ledgers)
    if (!listed.has(path)) throw new Refusal('bad-manifest', MANIFEST_PATH);
  return listed;
}

const BYTES_PATH = /^(?:pictures\/([0-9a-f]{64})\.[a-z]{3,4}|files\/([0-9a-f]{64})\.bin)$/;

/** One archive, or all parts of what was handed over in several. */
export type Chosen = Blob | readonly Blob[];

/** The files of what was chosen by their paths, or `Refusal` with what it is instead. */
export async function openArchive(chosen: Chosen): Promise<ReadonlyMap<string, OpenEntry>> {
  const parts = chosen instanceof Blob ? [chosen] : chosen;
  if (parts.reduce((sum, { size }) => sum + size, 0) > BACKUP_LIMITS.fileBytes)
    throw new Refusal('too-large');
  const all = new Map<string, OpenEntry>();
  for (const part of parts) {
    const kind = await fileKind(part);
    if (kind !== 'zip') throw new Refusal(kind);
    const files = await openZip(part, BACKUP_LIMITS.zipEntries - all.size, BACKUP_LIMITS);
    for (const [path, entry] of files) {
      if (all.has(path)) throw new Refusal('part-twice', path);
      all.set(path, entry);
    }
  }
  return all;
}

/** Whether every part is there, and belongs to this manifest. */
async function checkParts(
  files: ReadonlyMap<string, OpenEntry>,
  manifestFile: OpenEntry,
  { parts = 1 }: BackupManifest,
): Promise<void> {
  if (parts === 1) return;
  const hash = await hashOf(await wholeBytes(manifestFile, BACKUP_LIMITS.manifestBytes));
  for (let number = 2; number <= parts; number += 1) {
    const note = files.get(partPath(number));
    if (!note) throw new Refusal('part-missing', `${number} / ${parts}`);
    const read = backupPart.safeParse(await jsonOf(note, BACKUP_LIMITS.lineBytes, null));
    if (!read.success || read.data.manifest !== hash)
      throw new Refusal('part-foreign', `${number} / ${parts}`);
  }
}

function withoutManifest(files: ReadonlyMap<string, OpenEntry>): [RefusalCode, string?] {
  const paths = [...files.keys()];
  if (paths.some((path) => PART_PATH.test(path))) return ['part-missing', '1'];
  if (files.has('issues.json') || files.has('report.html')) return ['export-zip'];
  return [
    paths.length > 0 && paths.every((path) => OTHER_PARTS.test(path)) ? 'pack-incomplete' : 'bad-manifest',
  ];
}

/** What was read of a file, if it is of the kind that its name says. */
function named<T extends Readonly<{ sha256: Sha256Hex; mime: string }>>({ path }: OpenEntry, read: T): T {
  if (path !== bytesPath(read.sha256, read.mime)) throw new Refusal('bad-picture', path);
  return read;
}

/** Opens the files of an archive as a backup, or throws `Refusal` with what it is instead. */
export async function openBackup(files: ReadonlyMap<string, OpenEntry>): Promise<OpenBackup> {
  const manifestFile = files.get(MANIFEST_PATH);
  if (!manifestFile) throw new Refusal(...withoutManifest(files));
  const manifest = manifestOf(await jsonOf(manifestFile, BACKUP_LIMITS.manifestBytes, null));
  await checkParts(files, manifestFile, manifest);
  const listed = checkListed(manifest, files);
  const pictures = new Map<Sha256Hex, OpenEntry>();
  for (const [path, entry] of files) {
    const match = BYTES_PATH.exec(path);
    const name = match?.[1] ?? match?.[2];
    const sha256 = listed.get(path);
    if (name === undefined || sha256 === undefined) continue;
    if (name !== sha256) throw new Refusal('picture-mismatch', path);
    pictures.set(sha256, entry);
  }
  return {
    manifest,
    unlisted: [...files.keys()].filter(
      (path) => path !== MANIFEST_PATH && !PART_PATH.test(path) && !listed.has(path),
    ),
    pictures: [...pictures.keys()],
    entries: manifest.counts.entries,
    async *lines() {
      for (const of of manifest.ledgers) {
        const entry = files.get(of.path);
        const hash = listed.get(of.path);
        if (!entry || hash === undefined) throw new Refusal('file-missing', of.path);
        yield* ledgerLines(entry, of, hash);
      }
    },
    async picture(sha256) {
      const entry = pictures.get(sha256);
      return entry ? named(entry, await readNamed(entry, sha256)) : null;
    },
    async check(sha256) {
      const entry = pictures.get(sha256);
      return entry ? named(entry, await checkNamed(entry, sha256)) : null;
    },
    place: (sha256, mime) => pictures.get(sha256)?.place(mime) ?? null,
    async look(sha256, content) {
      const entry = pictures.get(sha256);
      if (!entry) throw new Refusal('file-missing', sha256);
      return named(entry, await lookNamed(entry, sha256, content));
    },
    async settings() {
      const entry = files.get(SETTINGS_PATH);
      const hash = listed.get(SETTINGS_PATH);
      return entry && hash !== undefined ? jsonOf(entry, BACKUP_LIMITS.settingsBytes, hash) : undefined;
    },
  };
}
