import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { placeOf, writeWithPictures } from '../formats/html/inline-pictures.ts';
import { createTextParts } from '../parts/text-parts.ts';
import type { PictureBytes } from '../source.ts';
import { verifyZip } from '../zip/verify.ts';
import { composeZip, type ZipFile } from '../zip/writer.ts';
import type { PackDoc } from './doc.ts';
import { INSIDE_BYTES } from './limits.ts';
import { packHtml } from './pack-html.tsx';
import type { PictureBlock } from './PackView.tsx';

/** Pictures of a pack by the hash of what leaves; nothing is read until somebody asks the Blob. */
export type PackBytes = ReadonlyMap<Sha256Hex, PictureBytes>;

export type PackFile = Readonly<{ blob: Blob; ending: 'html' | 'zip' }>;

function picturesIn({ pages, annex }: PackDoc): PictureBlock[] {
  return [...pages, ...annex].filter((block) => block.kind === 'picture');
}

/** How many bytes of pictures a pack holds, each once. */
export function pictureBytesOf(doc: PackDoc, bytes: PackBytes): number {
  const hashes = new Set(picturesIn(doc).map(({ sha256 }) => sha256));
  return [...hashes].reduce((sum, sha256) => sum + (bytes.get(sha256)?.bytes ?? 0), 0);
}

async function inOne(doc: PackDoc, bytes: PackBytes): Promise<PackFile> {
  const html = await packHtml(doc, {
    place: 'inside',
    sourceOf: ({ sha256 }) => (bytes.has(sha256) ? placeOf(sha256) : null),
  });
  const out = createTextParts(false);
  await writeWithPictures(html, { out, picture: async (sha256) => bytes.get(sha256) ?? null });
  return { blob: new Blob([...out.end().parts], { type: 'text/html' }), ending: 'html' };
}

async function beside(doc: PackDoc, bytes: PackBytes, name: string): Promise<PackFile> {
  const html = await packHtml(doc, {
    place: 'beside',
    sourceOf: ({ sha256, file }) => (bytes.has(sha256) ? file : null),
  });
  const out = createTextParts(false);
  out.write(html);
  const report = { path: `${name}.html`, ...out.end() };
  const pictures = new Map<string, ZipFile>();
  for (const { file, sha256 } of picturesIn(doc)) {
    const found = bytes.get(sha256);
    if (found) pictures.set(file, { path: file, ...found, parts: [found.blob] });
  }
  const files: ZipFile[] = [report, ...pictures.values()];
  const blob = composeZip(files);
  const verified = await verifyZip(blob, files, new Set(files.map(({ path }) => path)));
  if (!verified.ok) throw new Error(`The zip of a pack is not what was written: ${verified.problem}.`);
  return { blob, ending: 'zip' };
}

/**
 * The pack as it is handed over: one HTML file, or a zip with `<name>.html` and its pictures where they are too many
 * for one. Reads one picture at a time; null where one cannot be read any more.
 */
export async function packFile(
  doc: PackDoc,
  bytes: PackBytes,
  name: string,
  inside = INSIDE_BYTES,
): Promise<PackFile | null> {
  try {
    return pictureBytesOf(doc, bytes) <= inside ? await inOne(doc, bytes) : await beside(doc, bytes, name);
  } catch (error) {
    // So the browser says that the file behind a Blob is gone.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
