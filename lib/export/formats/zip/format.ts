import type { PictureFile } from '../../assemble.ts';
import { EXPORT_SCHEMA_TEXT } from '../../model/export-schema-text.ts';
import type { ReportWords } from '../../model/words.ts';
import { createTextParts } from '../../parts/text-parts.ts';
import type { FilePart } from '../../parts/text-parts.ts';
import type { ZipFile } from '../../zip/writer.ts';
import type { TextFormat } from '../format.ts';

type Contents = Readonly<{
  texts: readonly Readonly<{ format: TextFormat; part: FilePart }>[];
  pictureFiles: readonly PictureFile[];
  words: ReportWords;
  version: string;
}>;

export const SCHEMA_PATH = 'schema/casebook-export-1.schema.json';
export const SUMS_PATH = 'SHA256SUMS';

function textFile(text: string): FilePart {
  const parts = createTextParts(true);
  parts.write(text);
  return parts.end();
}

/** The files of the archive in their fixed order, and which of them are to be read back. */
export function archiveFiles({ texts, pictureFiles, words, version }: Contents): {
  files: ZipFile[];
  reread: Set<string>;
} {
  const written = new Map<string, FilePart>();
  const names = [
    ...texts.map(({ format }) => format.fileInZip),
    ...['pictures/', 'files/'].filter((folder) => pictureFiles.some(({ path }) => path.startsWith(folder))),
    SCHEMA_PATH,
    SUMS_PATH,
  ];
  written.set('README.txt', textFile(words.readme(names, version).replaceAll('\n', '\r\n')));
  for (const { format, part } of texts) written.set(format.fileInZip, part);
  if (texts.some(({ format }) => format.id === 'json'))
    written.set(SCHEMA_PATH, textFile(EXPORT_SCHEMA_TEXT));
  const pictures = pictureFiles.map(({ path, bytes }): ZipFile => ({
    path,
    bytes: bytes.bytes,
    crc32: bytes.crc32,
    parts: [bytes.blob],
  }));
  const sums = createTextParts(true);
  for (const [path, { sha256 }] of written) sums.write(`${sha256 ?? ''}  ${path}\n`);
  for (const { path, sha256 } of pictureFiles) sums.write(`${sha256}  ${path}\n`);
  const sumsPart = sums.end();
  const files = [
    ...[...written].map(([path, part]): ZipFile => ({ path, ...part })),
    ...pictures,
    { path: SUMS_PATH, ...sumsPart },
  ];
  return { files, reread: new Set([...written.keys(), SUMS_PATH]) };
}
