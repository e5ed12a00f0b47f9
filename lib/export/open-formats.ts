import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { TARGET_IDS } from './formats/format.ts';
import type { FormatId, FormatWriter, OpenFile, TextFormat } from './formats/format.ts';
import { PACK_FORMATS, TARGETS, TARGET_TEXTS, TEXT_FORMATS } from './formats/registry.ts';
import type { ExportHead } from './model/export-file.ts';
import type { ReportRow } from './model/report-plan.ts';
import type { ReportWords } from './model/words.ts';
import { createTextParts } from './parts/text-parts.ts';
import type { FilePart, TextParts } from './parts/text-parts.ts';
import type { PictureBytes } from './source.ts';

type Common = Readonly<{
  head: ExportHead;
  rows: readonly ReportRow[];
  words: ReportWords;
  picture(sha256: Sha256Hex): Promise<PictureBytes | null>;
}>;

/** What was chosen, before anything is written. */
export type Chosen = Readonly<{
  texts: readonly TextFormat[];
  targets: readonly (typeof TARGET_IDS)[number][];
  /** A workbook, which is a zip by another name. */
  workbook: boolean;
  /** Mails carry pictures and files inside; with one issue, its mail is the export. */
  mails: boolean;
  /** More than one file: they go into an archive, pictures and files beside them. */
  archive: boolean;
}>;

export function chosenFormats(ids: readonly FormatId[]): Chosen {
  const workbook = ids.includes('xlsx');
  if (workbook && ids.length > 1) throw new Error('A workbook is exported by itself.');
  const targets = TARGET_IDS.filter((id) => ids.includes(id));
  const asked = TEXT_FORMATS.filter((format) => ids.includes(format.id));
  const mails = targets.length === 1 && ids.length === 1 && targets[0] === 'eml';
  const others = targets.length > 0 && asked.length === 0 && !mails ? TARGET_TEXTS : asked;
  const texts = ids.includes('zip') ? TEXT_FORMATS : ids.includes('evidence') ? PACK_FORMATS : others;
  return {
    texts,
    targets,
    workbook,
    mails,
    archive: ids.includes('zip') || targets.length > 0 || texts.length > 1,
  };
}

/** A file of text, as it stands in an archive. */
export type WrittenText = Readonly<{ path: string; part: FilePart }>;

/** Opens a writer for each; `end` gives every file in the order in which it was begun. */
export async function openFormats(
  { texts, targets, workbook, archive }: Chosen,
  common: Common,
): Promise<Readonly<{ writers: readonly FormatWriter[]; end(): Promise<readonly WrittenText[]> }>> {
  const files: { path: string; held: TextParts | FilePart }[] = [];
  const partOf = (held: TextParts | FilePart): FilePart => ('write' in held ? held.end() : held);

  function file(path: string, buffer?: number): OpenFile {
    const parts = createTextParts(archive, buffer);
    const begun = { path, held: parts as TextParts | FilePart }; // as: becomes the finished part when it ends
    files.push(begun);
    return {
      write: parts.write,
      end() {
        begun.held = partOf(begun.held);
      },
    };
  }

  const writers: FormatWriter[] = [];
  if (workbook) writers.push((await import('./formats/xlsx/format.ts')).xlsx.open({ ...common, file }));
  for (const id of targets) {
    const target = await TARGETS[id]();
    writers.push(await target.open({ ...common, file }));
  }
  for (const format of texts) {
    const out = file(format.fileInZip);
    writers.push(await format.open({ ...common, out, pictures: archive ? 'beside' : format.pictures }));
  }
  return {
    writers,
    async end() {
      for (const writer of writers) await writer.end();
      return files.map(({ path, held }) => ({ path, part: partOf(held) }));
    },
  };
}
