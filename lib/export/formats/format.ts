import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ExportHead } from '../model/export-file.ts';
import type { ReportRow } from '../model/report-plan.ts';
import type { SharedIssue } from '../model/shared-issue.ts';
import type { ReportWords } from '../model/words.ts';
import type { TextOut } from '../parts/text-parts.ts';
import type { PictureBytes } from '../source.ts';

export type TextFormatId = 'html' | 'csv' | 'csv-raw' | 'markdown' | 'json' | 'har';

/** `zip` and `evidence` are archives: everything, and what others can check. */
export type FormatId = TextFormatId | 'zip' | 'evidence';

/** Where pictures are: inside the file as `data:`, beside it as files of the same archive, or nowhere. */
export type PicturePlace = 'inside' | 'beside' | 'nowhere';

/** All that a format gets to know. It writes text to `out` and touches nothing else. */
export type FormatContext = Readonly<{
  head: ExportHead;
  /** One line per issue that follows, in order: for tables of contents. */
  rows: readonly ReportRow[];
  words: ReportWords;
  out: TextOut;
  pictures: PicturePlace;
  /** The bytes of a picture; only asked when `pictures` is `inside`. */
  picture(sha256: Sha256Hex): Promise<PictureBytes | null>;
}>;

/** Issues come one by one, in the order of `rows`; nothing is kept between them. */
export type FormatWriter = Readonly<{
  issue(issue: SharedIssue): void | Promise<void>;
  end(): void | Promise<void>;
}>;

/** A new format is one folder with a `contract.md` and one of these, and a line in `registry.ts`. */
export type TextFormat = Readonly<{
  id: TextFormatId;
  extension: string;
  mime: string;
  /** Its name inside the ZIP export. */
  fileInZip: string;
  /** Whether the single file carries pictures. */
  pictures: 'inside' | 'nowhere';
  open(context: FormatContext): FormatWriter | Promise<FormatWriter>;
}>;
