import type { Issue } from '../../domain/issue/issue.ts';
import type { Suggestion } from '../../domain/issue/suggestion.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { EntryLine } from './ledger.ts';

/** An issue and all its lines, also those whose content was erased or cannot be understood. */
export type IssueWithLines = Readonly<{ issue: Issue | null; lines: readonly EntryLine[] }>;

/** Single issues, folded from their entries. One that became part of another is answered by that one. */
export type IssueReading = Readonly<{
  issue(id: IssueId): Promise<Issue | null>;
  issues(ids: readonly IssueId[]): Promise<readonly (Issue | null)[]>;
  issueWithLines(id: IssueId): Promise<IssueWithLines>;
  issueByKey(key: string): Promise<Issue | null>;
  /** The issue that the click made; `issue` of it answers the one it became part of, if it did. */
  issueOfCapture(captureId: CaptureId): Promise<IssueId | null>;
  /** Issues of the same system that may be the same problem, the likeliest first; none that is in the trash. */
  suggest(id: IssueId, limit: number): Promise<readonly Suggestion[]>;
}>;
