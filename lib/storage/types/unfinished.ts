import type { CaptureId, Instant, IssueId } from '../../domain/ledger/primitives.ts';
import type { StorageFailure } from './storage-failure.ts';

/** A capture that was begun: put first, cleared by its append. `data` is the caller's (plain JSON). */
export type PendingCapture = Readonly<{ captureId: CaptureId; startedAt: Instant; data: unknown }>;

/** Text being typed, already scrubbed. */
export type Draft = Readonly<{
  captureId: CaptureId;
  issueId: IssueId | null;
  tabId: number | null;
  text: string;
  /** How many secrets were masked in it. */
  masked: number;
  savedAt: Instant;
}>;

/** What has been begun and is not in the log yet. */
export type Unfinished = Readonly<{
  pending: Readonly<{
    put(row: PendingCapture): Promise<Readonly<{ ok: true }> | StorageFailure>;
    list(): Promise<readonly PendingCapture[]>;
    remove(captureId: CaptureId): Promise<Readonly<{ ok: true }> | StorageFailure>;
  }>;
  drafts: Readonly<{
    put(draft: Draft): Promise<Readonly<{ ok: true }> | StorageFailure>;
    get(captureId: CaptureId): Promise<Draft | null>;
    byTab(tabId: number): Promise<Draft | null>;
    list(): Promise<readonly Draft[]>;
    remove(captureId: CaptureId): Promise<Readonly<{ ok: true }> | StorageFailure>;
  }>;
}>;
