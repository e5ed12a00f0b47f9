import { crc32 } from '../../domain/evidence/crc32.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import {
  BACKUP_LIMITS,
  backupManifest,
  bytesPath,
  MANIFEST_PATH,
  SETTINGS_PATH,
} from '../backup/backup-format.ts';
import type { BackupManifest } from '../backup/backup-format.ts';
import { ledgerLines } from './backup-lines.ts';
import type { RestoredLine } from './backup-lines.ts';
import { fileKind } from './file-kind.ts';
import { imageHeader } from '../../domain/evidence/image-header.ts';
import type { ImageHeader } from '../../domain/evidence/image-header.ts';
import { parseGuarded } from './json-guard.ts';
import { Refusal } from './refusal.ts';
import { openZip } from './zip-reader.ts';
import type { OpenEntry } from './zip-reader.ts';

/** A picture, or a file, which is never looked into here. */
export type RestoredPicture = Readonly<
  Partial<Omit<ImageHeader, 'mime'>> & {
    mime: string;
    sha256: Sha256Hex;
    crc32: number;
    bytes: number;
    blob: Blob;
  }
>;

/** A backup whose directory and manifest were checked. All its methods throw `Refusal` on what they do not accept. */
export type OpenBackup = Readonly<{
  manifest: BackupManifest;
  /** Files that the manifest does not name: ignored, and said so. */
  unlisted: readonly string[];
  pictures: readonly Sha256Hex[];
  lines(): AsyncGenerator<readonly RestoredLine[]>;
  picture(sha256: Sha256Hex): Promise<RestoredPicture | null>;
  settings(): Promise<unknown>;
}>;

async function wholeBytes(file: OpenEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (file.bytes > limit) throw new Refusal('too-large', file.path);
  const bytes = new Uint8Array(file.bytes);
  let at = 0;
  for await (const piece of file.read()) {
    bytes.set(piece, at); // `read` never gives more than `file.bytes`
    at += piece.length;
  }
  return bytes;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256Hex> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function jsonOf(file: OpenEntry, limit: number, hash: Sha256Hex | null): Promise<unknown> {
  const bytes = await wholeBytes(file, limit);
  if (hash !== null && (await hashOf(bytes)) !== hash) throw new Refusal('checksum', file.path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('not-utf8', file.path);
  }
  const guarded = parseGuarded(text, BACKUP_LIMITS.depth);
  if (!guarded.ok) throw new Refusal(guarded.code, file.path);
  return guarded.value;
}

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

/** Nothing is ever shown by what such a file claims to be. */
const FILE_MIME = 'application/octet-stream';
const FILE_PATH = /^files\//;

async function readPicture(file: OpenEntry, sha256: Sha256Hex): Promise<RestoredPicture> {
  const bytes = await wholeBytes(file, BACKUP_LIMITS.pictureBytes);
  if ((await hashOf(bytes)) !== sha256) throw new Refusal('picture-mismatch', file.path);
  if (FILE_PATH.test(file.path)) {
    const blob = new Blob([bytes], { type: FILE_MIME });
    return { mime: FILE_MIME, sha256, crc32: crc32(bytes), bytes: bytes.length, blob };
  }
  const header = imageHeader(bytes);
  // By the header alone: decoding a picture of 65,535 × 65,535 is what an attacker wants.
  if (!header || header.width * header.height > BACKUP_LIMITS.pixels)
    throw new Refusal('bad-picture', file.path);
  if (file.path !== bytesPath(sha256, header.mime)) throw new Refusal('bad-picture', file.path);
  const blob = new Blob([bytes], { type: header.mime });
  return { ...header, sha256, crc32: crc32(bytes), bytes: bytes.length, blob };
}

const BYTES_PATH = /^(?:pictures\/([0-9a-f]{64})\.[a-z]{3,4}|files\/([0-9a-f]{64})\.bin)$/;

/** Opens a chosen file as a backup, or throws `Refusal` with what it is instead. */
export async function openBackup(file: Blob): Promise<OpenBackup> {
  if (file.size > BACKUP_LIMITS.fileBytes) throw new Refusal('too-large');
  const kind = await fileKind(file);
  if (kind !== 'zip') throw new Refusal(kind);
  const files = await openZip(file, BACKUP_LIMITS.zipEntries, BACKUP_LIMITS);
  const manifestFile = files.get(MANIFEST_PATH);
  if (!manifestFile)
    throw new Refusal(files.has('issues.json') || files.has('report.html') ? 'export-zip' : 'bad-manifest');
  const manifest = manifestOf(await jsonOf(manifestFile, BACKUP_LIMITS.manifestBytes, null));
  const listed = checkListed(manifest, files);
  const pictures = new Map<Sha256Hex, OpenEntry>();
  for (const [path, sha256] of listed) {
    const match = BYTES_PATH.exec(path);
    const named = match?.[1] ?? match?.[2];
    const entry = files.get(path);
    if (named === undefined || !entry) continue;
    if (named !== sha256) throw new Refusal('picture-mismatch', path);
    pictures.set(sha256, entry);
  }
  return {
    manifest,
    unlisted: [...files.keys()].filter((path) => path !== MANIFEST_PATH && !listed.has(path)),
    pictures: [...pictures.keys()],
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
      return entry ? readPicture(entry, sha256) : null;
    },
    async settings() {
      const entry = files.get(SETTINGS_PATH);
      const hash = listed.get(SETTINGS_PATH);
      return entry && hash !== undefined ? jsonOf(entry, BACKUP_LIMITS.settingsBytes, hash) : undefined;
    },
  };
}
