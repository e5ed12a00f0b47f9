import { crc32 } from '../domain/evidence/crc32.ts';
import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import type { EvidencePack } from './evidence/evidence-pack.ts';
import type { TextFormat } from './formats/format.ts';
import { archiveFiles } from './formats/zip/format.ts';
import type { ExportHead } from './model/export-file.ts';
import type { ReportWords } from './model/words.ts';
import type { FilePart } from './parts/text-parts.ts';
import type { PictureBytes, Work } from './source.ts';
import { verifyZip } from './zip/verify.ts';
import { composeZip } from './zip/writer.ts';

export type PictureFile = Readonly<{ path: string; sha256: Sha256Hex; bytes: PictureBytes }>;
export type Written = Readonly<{
  archive: boolean;
  texts: readonly Readonly<{ format: TextFormat; part: FilePart }>[];
  pictureFiles: readonly PictureFile[];
  lostPictures: number;
  head: ExportHead;
  words: ReportWords;
  /** An evidence pack rather than a plain archive. */
  pack: EvidencePack | null;
}>;

export type Assembled =
  | Readonly<{
      ok: true;
      blob: Blob;
      fileName: string;
      pictures: number;
      lostPictures: number;
      /** Of an evidence pack: the fingerprint of the key that signed it, null where none did. */
      signedBy?: string | null;
    }>
  | Readonly<{ ok: false; code: 'not-verified'; detail: string }>;

const PIECE = 4 << 20;

/** `casebook_2026-08-01_to_2026-11-23` */
export function fileStem(head: ExportHead): string {
  const first = head.summary.firstAt?.slice(0, 10) ?? head.exportedAt.slice(0, 10);
  const last = head.summary.lastAt?.slice(0, 10) ?? first;
  return first === last ? `casebook_${first}` : `casebook_${first}_to_${last}`;
}

async function sameBytes(blob: Blob, part: FilePart, signal?: AbortSignal): Promise<boolean> {
  if (blob.size !== part.bytes) return false;
  let crc = 0;
  for (let at = 0; at < blob.size; at += PIECE) {
    signal?.throwIfAborted();
    crc = crc32(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()), crc);
  }
  return crc === part.crc32;
}

/** All files of an archive, and which of them are to be read back. */
async function archived({ pack, texts, pictureFiles, head, words }: Written, work: Work) {
  if (pack === null) {
    const plain = archiveFiles({ texts, pictureFiles, words, version: head.application.version });
    return { ...plain, signedBy: undefined };
  }
  const gathered = {
    texts: texts.map(({ format, part }) => ({ path: format.fileInZip, part })),
    evidence: pictureFiles.map(({ path, sha256, bytes: { bytes, crc32, blob } }) => ({
      path,
      sha256,
      bytes,
      crc32,
      parts: [blob],
    })),
    head,
    verifyText: words.verify,
  };
  return pack.end(gathered, work);
}

/** The finished file, read back and found to be what was written. */
export async function assemble(written: Written, work: Work): Promise<Assembled> {
  const { signal, onProgress } = work;
  const { texts, pictureFiles, lostPictures, head } = written;
  const stem = fileStem(head);
  onProgress?.({ done: 0, total: 1, what: 'files' });
  if (!written.archive) {
    const only = texts[0];
    if (!only) throw new Error('An export of one file was asked for, but no format wrote one.');
    const blob = new Blob([...only.part.parts], { type: only.format.mime });
    if (!(await sameBytes(blob, only.part, signal)))
      return { ok: false, code: 'not-verified', detail: only.format.id };
    const pictures = only.format.pictures === 'inside' ? head.summary.pictures - lostPictures : 0;
    return { ok: true, blob, fileName: `${stem}.${only.format.extension}`, pictures, lostPictures };
  }
  const { files, reread, signedBy } = await archived(written, work);
  const blob = composeZip(files);
  const verified = await verifyZip(blob, files, reread, signal);
  if (!verified.ok) return { ok: false, code: 'not-verified', detail: verified.problem };
  onProgress?.({ done: 1, total: 1, what: 'files' });
  return {
    ok: true,
    blob,
    fileName: written.pack === null ? `${stem}.zip` : `${stem}_evidence.zip`,
    pictures: pictureFiles.length,
    lostPictures,
    ...(signedBy === undefined ? {} : { signedBy }),
  };
}
