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
import { jsonOf, readNamed } from './checked-bytes.ts';
import type { RestoredPicture } from './checked-bytes.ts';
import { Refusal } from './refusal.ts';
import { openZip } from './zip-reader.ts';
import type { OpenEntry } from './zip-reader.ts';

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

/** The files of a chosen archive by their paths, or `Refusal` with what it is instead. */
export async function openArchive(file: Blob): Promise<ReadonlyMap<string, OpenEntry>> {
  if (file.size > BACKUP_LIMITS.fileBytes) throw new Refusal('too-large');
  const kind = await fileKind(file);
  if (kind !== 'zip') throw new Refusal(kind);
  return openZip(file, BACKUP_LIMITS.zipEntries, BACKUP_LIMITS);
}

/** Opens the files of an archive as a backup, or throws `Refusal` with what it is instead. */
export async function openBackup(files: ReadonlyMap<string, OpenEntry>): Promise<OpenBackup> {
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
      if (!entry) return null;
      const read = await readNamed(entry, sha256);
      if (entry.path !== bytesPath(sha256, read.mime)) throw new Refusal('bad-picture', entry.path);
      return read;
    },
    async settings() {
      const entry = files.get(SETTINGS_PATH);
      const hash = listed.get(SETTINGS_PATH);
      return entry && hash !== undefined ? jsonOf(entry, BACKUP_LIMITS.settingsBytes, hash) : undefined;
    },
  };
}
