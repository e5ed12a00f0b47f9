import type { Instant, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { openArchive, openBackup } from '../../export/importers/backup-reader.ts';
import type { Chosen } from '../../export/importers/backup-reader.ts';
import type { PictureFacts } from '../../export/importers/checked-bytes.ts';
import { isPack, openPack } from '../../export/importers/pack/pack-reader.ts';
import type { PackSignature } from '../../export/importers/pack/pack-signature.ts';
import type { Work } from '../../export/source.ts';
import type { ImportSource } from '../../storage/types/import.ts';

/** What only an evidence pack tells. */
export type PackFacts = Readonly<{
  signature: PackSignature;
  /** Entries of which the pack has a reduced copy, which is no entry and is not taken in. */
  reduced: number;
}>;

/** A file that brings entries, whatever form it has. */
export type Incoming = Readonly<{
  source: ImportSource;
  /** Reads a picture; throws `Refusal` where it is not what its name says. null: it is not in the file. */
  check(sha256: Sha256Hex): Promise<PictureFacts | null>;
  pictures: readonly Sha256Hex[];
  madeAt: Instant;
  version: string;
  lostPictures: number;
  unlisted: number;
  /** undefined: the file has none. */
  settings: unknown;
  pack: PackFacts | null;
}>;

/** Opens a backup or an evidence pack; throws `Refusal` on anything else. */
export async function openIncoming(chosen: Chosen, work: Work): Promise<Incoming> {
  const files = await openArchive(chosen);
  if (isPack(files)) {
    const pack = await openPack(files, work);
    return {
      source: pack,
      check: pack.check,
      pictures: pack.pictures,
      madeAt: pack.manifest.exportedAt,
      version: pack.manifest.toolVersion,
      lostPictures: 0,
      unlisted: pack.unlisted.length,
      settings: undefined,
      pack: {
        signature: pack.signature,
        reduced: pack.manifest.ledgers.reduce((sum, { redacted }) => sum + redacted.length, 0),
      },
    };
  }
  const backup = await openBackup(files);
  const { manifest } = backup;
  return {
    source: backup,
    check: backup.check,
    pictures: backup.pictures,
    madeAt: manifest.madeAt,
    version: manifest.application.version,
    lostPictures: manifest.counts.lostPictures,
    unlisted: backup.unlisted.length,
    settings: await backup.settings(),
    pack: null,
  };
}
