import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ExportHead } from '../model/export-file.ts';
import type { ReportRow } from '../model/report-plan.ts';
import type { SharedIssue } from '../model/shared-issue.ts';
import type { ReportWords } from '../model/words.ts';
import type { TextOut } from '../parts/text-parts.ts';
import type { PictureBytes } from '../source.ts';

export type TextFormatId = 'html' | 'csv' | 'csv-raw' | 'markdown' | 'json' | 'har';

/** Archives with files for one tool: what the provider's tool can load, lines for programs, mail drafts. */
export const TARGET_IDS = [
  'jira',
  'servicenow',
  'zendesk',
  'github',
  'gitlab',
  'tmf621',
  'jsonl',
  'eml',
] as const;
export type TargetId = (typeof TARGET_IDS)[number];

/** `zip` and `evidence` are archives: everything, and what others can check. So are targets. `xlsx` stands by itself. */
export type FormatId = TextFormatId | TargetId | 'xlsx' | 'zip' | 'evidence';

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

/** A file of an archive; `end` hands it over early, where a target writes many of them. */
export type OpenFile = TextOut & Readonly<{ end(): void }>;

/** All that a target gets to know. Pictures and files lie beside its files, under the names that the issue gives. */
export type TargetContext = Readonly<{
  head: ExportHead;
  words: ReportWords;
  /** Begins a file of the archive; the path is one that no unpacking program can misunderstand. `buffer`: bytes, for many small files. */
  file(path: string, buffer?: number): OpenFile;
  /** The bytes of a picture or file of the issue that is being written. */
  picture(sha256: Sha256Hex): Promise<PictureBytes | null>;
}>;

/** A workbook: its parts are the files of a zip with another name. */
export type WorkbookFormat = Readonly<{ id: 'xlsx'; open(context: TargetContext): FormatWriter }>;

/** A new target is one folder with a `contract.md` and one of these, a line in `registry.ts` and a readme in lib/i18n/report. */
export type TargetFormat = Readonly<{
  id: TargetId;
  open(context: TargetContext): FormatWriter | Promise<FormatWriter>;
}>;
