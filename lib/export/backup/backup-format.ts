import { z } from '../../domain/z.ts';
import { erasedEntry } from '../../domain/ledger/entry.ts';
import { count, instant, ledgerId, sha256Hex, text } from '../../domain/ledger/primitives.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { pictureExtension } from '../model/picture-file.ts';

export const BACKUP_FORMAT = 'casebook-backup/1';
export const MANIFEST_PATH = 'manifest.json';
export const SETTINGS_PATH = 'settings.json';

export const backupLedger = z.strictObject({
  ledger: ledgerId,
  /** `ledgers/<ledger>.jsonl` */
  path: text(200),
  own: z.boolean(),
  entries: count,
  /** Link of the last entry: the whole ledger hangs on it. */
  head: sha256Hex,
});

/** `manifest.json` of a backup: what is in it and how to see that it is whole. */
export const backupManifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  madeAt: instant,
  application: z.strictObject({ name: z.literal('Casebook'), version: text(40) }),
  counts: z.strictObject({ entries: count, pictures: count, pictureBytes: count, lostPictures: count }),
  ledgers: z.array(backupLedger),
  /** Of the whole set, in whichever part each is. */
  files: z.array(z.strictObject({ path: text(200), bytes: count, sha256: sha256Hex })),
  /** How many files the backup was handed over as; absent: this one only. */
  parts: z.optional(z.int().check(z.gte(2), z.lte(1000))),
});
export type BackupManifest = z.infer<typeof backupManifest>;

const place = { n: z.int().check(z.positive()), sha256: sha256Hex, link: sha256Hex };

/** A line of `ledgers/<ledger>.jsonl`: an entry, what is left of an erased one, or nothing of a withheld one, with its place in the chain. */
export const backupLine = z.union([
  z.strictObject({ ...place, entry: z.record(z.string(), z.unknown()) }),
  z.strictObject({ ...place, erased: erasedEntry }),
  z.strictObject({ ...place, withheld: z.literal(true) }),
]);

/** Limits that are checked before anything is read. */
export const BACKUP_LIMITS = {
  fileBytes: 16 * 1024 ** 3,
  zipEntries: 500_000,
  manifestBytes: 128 << 20,
  settingsBytes: 1 << 20,
  lineBytes: 2 << 20,
  pictureBytes: 32 << 20,
  pixels: 40_000_000,
  depth: 32,
  /** Real bytes out of a packed entry, and how many times its packed size. */
  unpackedBytes: 4 * 1024 ** 3,
  ratio: 100,
} as const;

/** `pictures/<sha256>.jpg`; what is no picture is a nameless `files/<sha256>.bin`, its name stands in its entry. */
export function bytesPath(sha256: Sha256Hex, mime: string): string {
  const extension = pictureExtension(mime);
  return extension === null ? `files/${sha256}.bin` : `pictures/${sha256}.${extension}`;
}

/** `parts/2.json`: says of which backup this is the second part. */
export const partPath = (number: number): string => `parts/${number}.json`;
export const PART_PATH = /^parts\/\d{1,4}\.json$/;

/** `manifest`: SHA-256 of `manifest.json`, which is in the first part. */
export const backupPart = z.strictObject({ format: z.literal(BACKUP_FORMAT), manifest: sha256Hex });

export function ledgerPath(ledger: string): string {
  return `ledgers/${ledger}.jsonl`;
}

/** `quarantine/000001.json`: a line that could not be read, raw. */
export function quarantinePath(number: number): string {
  return `quarantine/${String(number).padStart(6, '0')}.json`;
}
