import type { PresentPicture } from '../../domain/issue/picture.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';

/** Bytes beside the log, under their content hash: a picture, or a file, which has no size in pixels. */
export type StoredBlob = Readonly<
  Pick<PresentPicture, 'sha256' | 'crc32' | 'bytes'> & {
    mime: string;
    width?: number;
    height?: number;
    blob: Blob;
  }
>;

export type StoredPicture = Readonly<
  Pick<PresentPicture, 'sha256' | 'crc32' | 'bytes' | 'mime' | 'width' | 'height'> & { blob: Blob }
>;

export type PictureMeta = Omit<StoredBlob, 'blob'>;

/** Pictures and files are read one by one; any of them may be gone. */
export type PictureReading = Readonly<{
  picture(sha256: Sha256Hex): Promise<StoredBlob | Readonly<{ missing: true }>>;
  /** Many, in the order asked for; null for each that is gone or cannot be read any more. */
  pictures(hashes: readonly Sha256Hex[]): Promise<readonly (StoredBlob | null)[]>;
  /** The same without a look whether their bytes can be read; null for each that is gone. */
  storedPictures(hashes: readonly Sha256Hex[]): Promise<readonly (StoredBlob | null)[]>;
  pictureMeta(hashes: readonly Sha256Hex[]): Promise<readonly (PictureMeta | null)[]>;
  /** Hashes that readable entries name and whose bytes were not removed on purpose, sorted. */
  usedPictureHashes(): Promise<readonly Sha256Hex[]>;
}>;
