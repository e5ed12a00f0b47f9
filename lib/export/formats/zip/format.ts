import type { PictureFile } from '../../assemble.ts';
import type { WrittenText } from '../../open-formats.ts';
import { EXPORT_SCHEMA_TEXT } from '../../model/export-schema-text.ts';
import type { ReportWords } from '../../model/words.ts';
import { createTextParts } from '../../parts/text-parts.ts';
import type { FilePart } from '../../parts/text-parts.ts';
import type { ZipFile } from '../../zip/writer.ts';
import type { TargetId } from '../format.ts';
import { json } from '../json/format.ts';

type Contents = Readonly<{
  texts: readonly WrittenText[];
  target: TargetId | null;
  pictureFiles: readonly PictureFile[];
  words: ReportWords;
  version: string;
}>;

export const SCHEMA_PATH = 'schema/casebook-export-1.schema.json';
export const SUMS_PATH = 'SHA256SUMS';

/** `zendesk-tickets-*.json` for all that are numbered. */
const numbered = (path: string): string => path.replace(/-\d{3,}\./, '-*.');

function textFile(text: string): FilePart {
  const parts = createTextParts(true);
  parts.write(text);
  return parts.end();
}

/** The files of the archive in their fixed order, and which of them are to be read back. */
export function archiveFiles({ texts, target, pictureFiles, words, version }: Contents): {
  files: ZipFile[];
  reread: Set<string>;
} {
  const hasJson = texts.some(({ path }) => path === json.fileInZip);
  const written = new Map<string, FilePart>();
  const names = [
    ...texts.map(({ path }) => path),
    ...['pictures/', 'files/'].filter((folder) => pictureFiles.some(({ path }) => path.startsWith(folder))),
    ...(hasJson ? [SCHEMA_PATH] : []),
    SUMS_PATH,
  ];
  const readme =
    target === null
      ? words.readme(names, version)
      : words.targetReadme(target, [...new Set(names.map(numbered))], version);
  written.set('README.txt', textFile(readme.replaceAll('\n', '\r\n')));
  for (const { path, part } of texts) written.set(path, part);
  if (hasJson) written.set(SCHEMA_PATH, textFile(EXPORT_SCHEMA_TEXT));
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
