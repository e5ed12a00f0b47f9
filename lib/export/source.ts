import type { Issue } from '../domain/issue/issue.ts';
import type { IssueId, LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';

/** Where a ledger stood when the report was written: what its chain ended with. */
export type LedgerHead = Readonly<{ ledger: LedgerId; n: number; link: Sha256Hex }>;

/** Bytes of a picture or a file, by reference: nothing is read until somebody asks the Blob. */
export type PictureBytes = Readonly<{
  blob: Blob;
  bytes: number;
  crc32: number;
  mime: string;
}>;

/** All that an export reads. lib/app implements it on the store; tests on plain arrays. */
export type ReportSource = Readonly<{
  heads(): Promise<readonly LedgerHead[]>;
  /** In the order asked for; null for those that are gone. */
  issues(ids: readonly IssueId[]): Promise<readonly (Issue | null)[]>;
  /** null where the bytes are gone. To be tried, not assumed: the browser notices a missing file only when it is read. */
  pictures(hashes: readonly Sha256Hex[]): Promise<readonly (PictureBytes | null)[]>;
}>;

export type Progress = Readonly<{
  done: number;
  total: number;
  what: 'issues' | 'pictures' | 'files' | 'entries' | 'megabytes' | 'checking';
}>;

/** How long work is watched and stopped. */
export type Work = Readonly<{
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** True while nobody waits for the work: it then gives way to the page far more often. */
  quiet?: () => boolean;
}>;
