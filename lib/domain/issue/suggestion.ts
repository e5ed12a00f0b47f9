import type { Instant, IssueId } from '../ledger/primitives.ts';

/** Why an issue may be the same problem: the same failure, the same page, or the same words. */
export type SuggestionReason = 'same-error' | 'same-page' | 'similar-title';

/** An issue that may be the same problem as a new one. */
export type Suggestion = Readonly<{
  issueId: IssueId;
  key: string;
  title: string;
  occurrences: number;
  lastAt: Instant;
  why: SuggestionReason;
}>;
