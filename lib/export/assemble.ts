import { crc32 } from '../domain/evidence/crc32.ts';
import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import type { EvidencePack } from './evidence/evidence-pack.ts';
import type { TargetId, TextFormat } from './formats/format.ts';
import { archiveFiles } from './formats/zip/format.ts';
import type { ExportHead } from './model/export-file.ts';
import type { ReportWords } from './model/words.ts';
import type { WrittenText } from './open-formats.ts';
import type { FilePart } from './parts/text-parts.ts';
import type { PictureBytes, Work } from './source.ts';
import { partName, splitFiles } from './zip/split.ts';
import { verifyZip } from './zip/verify.ts';
import { composeLargeZip, composeZip } from './zip/writer.ts';
import type { ZipFile } from './zip/writer.ts';

export type PictureFile = Readonly<{ path: string; sha256: Sha256Hex; bytes: PictureBytes }>;
export type Written = Readonly<{
  /** The format of an export of one file; null: an archive. */
  single: TextFormat | null;
  /** The texts are mails: a single one is the export itself. */
  mails: boolean;
  /** The texts are the parts of a workbook. */
  workbook: boolean;
  /** Whose tool the archive is for. */
  target: TargetId | null;
  texts: readonly WrittenText[];
  pictureFiles: readonly PictureFile[];
  lostPictures: number;
  /** Pictures and files that go along, inside or beside. */
  carried: number;
  head: ExportHead;
  words: ReportWords;
  /** Largest part, for tests. */
  partBytes?: number | undefined;
  /** An evidence pack rather than a plain archive. */
  pack: EvidencePack | null;
}>;

export type Assembled =
  | Readonly<{
      ok: true;
      blob: Blob;
      /** The further parts of an archive that is too large for one file, to be unpacked into the same folder. */
      more?: readonly Readonly<{ blob: Blob; fileName: string }>[];
      fileName: string;
      pictures: number;
      lostPictures: number;
      /** Of an evidence pack: the fingerprint of the key that signed it, null where none did. */
      signedBy?: string | null;
    }>
  | Readonly<{ ok: false; code: 'not-verified'; detail: string }>;

const PIECE = 4 << 20;
const isBulk = ({ path }: ZipFile): boolean =>
  /^(?:pictures|screenshots|files|derived\/screenshots)\//.test(path);

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
async function archived({ pack, target, texts, pictureFiles, head, words }: Written, work: Work) {
  if (pack === null) {
    const plain = archiveFiles({ texts, target, pictureFiles, words, version: head.application.version });
    return { ...plain, signedBy: undefined };
  }
  const gathered = {
    texts,
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

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function workbookOf({ texts, lostPictures }: Written, stem: string, work: Work): Promise<Assembled> {
  const files = texts.map(({ path, part }): ZipFile => ({ path, ...part }));
  const blob = composeZip(files);
  const verified = await verifyZip(blob, files, new Set(files.map(({ path }) => path)), work.signal);
  if (!verified.ok) return { ok: false, code: 'not-verified', detail: verified.problem };
  work.onProgress?.({ done: 1, total: 1, what: 'files' });
  const named = new Blob([blob], { type: WORKBOOK });
  return { ok: true, blob: named, fileName: `${stem}.xlsx`, pictures: 0, lostPictures };
}

/** The finished file, read back and found to be what was written. */
export async function assemble(written: Written, work: Work): Promise<Assembled> {
  const { signal, onProgress } = work;
  const { texts, carried, lostPictures, head } = written;
  const stem = fileStem(head);
  onProgress?.({ done: 0, total: 1, what: 'files' });
  const { single } = written;
  if (single !== null) {
    const part = texts[0]?.part;
    if (!part) throw new Error('An export of one file was asked for, but no format wrote one.');
    const blob = new Blob([...part.parts], { type: single.mime });
    if (!(await sameBytes(blob, part, signal))) return { ok: false, code: 'not-verified', detail: single.id };
    return { ok: true, blob, fileName: `${stem}.${single.extension}`, pictures: carried, lostPictures };
  }
  const [mail] = texts;
  if (written.mails && mail && texts.length === 1) {
    const blob = new Blob([...mail.part.parts], { type: 'message/rfc822' });
    if (!(await sameBytes(blob, mail.part, signal)))
      return { ok: false, code: 'not-verified', detail: 'eml' };
    return { ok: true, blob, fileName: mail.path, pictures: carried, lostPictures };
  }
  if (written.workbook) return workbookOf(written, stem, work);
  const { files, reread, signedBy } = await archived(written, work);
  const kind = [...(written.pack ? ['evidence'] : []), ...(written.target ? [written.target] : [])];
  const whole = `${[stem, ...kind].join('_')}.zip`;
  const parts: { blob: Blob; fileName: string }[] = [];
  const inOne = splitFiles(files, written.partBytes).length === 1;
  // Of several, the first holds all that says what must be in the others, which hold pictures and files.
  const [leading, bulk] = [files.filter((one) => !isBulk(one)), files.filter(isBulk)];
  const ordered = inOne ? files : [...leading, ...bulk];
  const split = splitFiles(ordered, written.partBytes);
  for (const some of split) {
    const blob = await composeLargeZip(some, work);
    const verified = await verifyZip(blob, some, reread, signal);
    if (!verified.ok) return { ok: false, code: 'not-verified', detail: verified.problem };
    parts.push({ blob, fileName: partName(whole, parts.length, split.length) });
  }
  const [first = { blob: new Blob(), fileName: whole }, ...more] = parts;
  onProgress?.({ done: 1, total: 1, what: 'files' });
  return {
    ok: true,
    ...first,
    ...(more.length > 0 && { more }),
    pictures: carried,
    lostPictures,
    ...(signedBy === undefined ? {} : { signedBy }),
  };
}
