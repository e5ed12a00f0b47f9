import { ATTACHMENT_LIMITS } from '../../domain/evidence/attachment-limits.ts';
import { crc32 } from '../../domain/evidence/crc32.ts';
import { fileFacts, recognised } from '../../domain/evidence/file-kind.ts';
import type { Recognised } from '../../domain/evidence/file-kind.ts';
import { shownFileName } from '../../domain/evidence/file-name.ts';
import { decodedText } from '../../domain/evidence/text-bytes.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { maskLong } from './mask.ts';
import type { Masking } from './mask.ts';
import { maskedHar } from './mask-har.ts';
import { maskedMail } from './mask-mail.ts';
import type { MaskedFile } from './mask-mail.ts';
import type { AttachmentPainter, Drawn } from './painter.ts';
import { preparedPicture } from './prepare-picture.ts';
import type { Prepared, Refused } from './prepared.ts';
import { sha256Of } from './sha256.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Text = Extract<Recognised, { what: 'text' | 'mail' | 'har' }>;

export type PrepareDeps<D extends Drawn> = Readonly<{ masking: Masking; painter: AttachmentPainter<D> }>;

/** What was chosen: a file, or something without a name from the clipboard. */
export type Chosen = Blob & Readonly<{ name?: string }>;

/**
 * Looks at one file by its bytes and makes of it what is stored: pictures without hidden facts, texts, mails and HAR
 * files without secrets, everything else as it came. Never rejects for a reason that lies in the file.
 */
export async function prepare<D extends Drawn>(
  chosen: Chosen,
  { masking, painter }: PrepareDeps<D>,
): Promise<Prepared | Refused> {
  const name = masking.text(shownFileName(chosen.name ?? '')).value;
  const largest = Math.max(ATTACHMENT_LIMITS.pictureBytes, ATTACHMENT_LIMITS.fileBytes);
  if (chosen.size > largest) return { ok: false, code: 'too-large', name, limit: largest };
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await chosen.arrayBuffer());
  } catch {
    return { ok: false, code: 'unreadable', name };
  }
  const seen = recognised(bytes);
  switch (seen.what) {
    case 'empty':
      return { ok: false, code: 'empty', name };
    case 'picture':
    case 'foreign-picture':
      return preparedPicture(bytes, seen, name, painter);
    case 'pdf':
    case 'other':
      return asFile(bytes, seen.what, name, { masked: 0, leftOut: 0 });
    case 'text':
    case 'mail':
    case 'har':
      return preparedText(bytes, seen, name, masking);
  }
}

async function preparedText(
  bytes: Bytes,
  { what }: Text,
  name: string,
  masking: Masking,
): Promise<Prepared | Refused> {
  const { textBytes, harBytes } = ATTACHMENT_LIMITS;
  if (what === 'har' && bytes.length <= harBytes) {
    const har = await maskedHar(decodedText(bytes)?.text ?? '', masking);
    if (har !== null) return asFile(har.bytes ?? bytes, 'har', name, har);
  }
  if (bytes.length > textBytes) return { ok: false, code: 'too-large', name, limit: textBytes };
  if (what === 'mail') {
    const mail = await maskedMail(bytes, masking);
    if (mail !== null) return asFile(mail.bytes ?? bytes, 'mail', name, mail);
  }
  const text = await maskedText(bytes, masking);
  return asFile(text.bytes ?? bytes, 'text', name, text);
}

async function maskedText(bytes: Bytes, masking: Masking): Promise<MaskedFile> {
  const { value, masked } = await maskLong(decodedText(bytes)?.text ?? '', masking);
  return { bytes: masked > 0 ? new TextEncoder().encode(value) : null, masked, leftOut: 0 };
}

async function asFile(
  bytes: Bytes,
  what: Text['what'] | 'pdf' | 'other',
  name: string,
  { masked, leftOut }: Pick<MaskedFile, 'masked' | 'leftOut'>,
): Promise<Prepared> {
  const facts = { sha256: await sha256Of(bytes), crc32: crc32(bytes), bytes: bytes.length };
  // The stored bytes have no type that a browser would run, whatever they are.
  const mime = 'application/octet-stream';
  const file = { ...facts, ...fileFacts(what), name: cutAt(name, LIMITS.fileName) };
  return {
    item: { type: 'file', file },
    blob: { ...facts, mime, blob: new Blob([bytes], { type: mime }) },
    name,
    masked,
    leftOut,
  };
}
