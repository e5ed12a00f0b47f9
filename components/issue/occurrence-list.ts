import type { AbsorbedIssue } from '../../lib/domain/issue/absorbed.ts';
import { deciding } from '../../lib/domain/issue/entry-order.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { removedChips } from '../../lib/domain/issue/removed-chips.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';

export type OccurrenceItem = Readonly<{
  occurrence: EntryOf<'occurrence.captured'>;
  /** What was written about this very time; '' where nothing was. */
  typed: string;
  pictures: number;
  findings: number;
  /** How it came to the issue; null: it is the issue's own. */
  absorbed: AbsorbedIssue | null;
}>;

/** Every time it happened, the latest first. One walk over everything: an issue may have a thousand of them. */
export function occurrenceList(issue: Issue): readonly OccurrenceItem[] {
  const absorbed = new Map(issue.absorbed.map((one) => [one.issueId, one]));
  const removed = removedChips(issue.entries);
  const pictures = new Map<string, number>();
  for (const { captureId } of issue.pictures)
    if (captureId !== null) pictures.set(captureId, (pictures.get(captureId) ?? 0) + 1);
  const own = ownWords(issue, issue.id);
  return issue.occurrences
    .map((occurrence): OccurrenceItem => {
      const { captureId, evidence } = occurrence.body;
      const part = absorbed.get(occurrence.issueId) ?? null;
      const gone = removed.get(captureId);
      return {
        occurrence,
        typed: part === null ? own : part.description,
        pictures: pictures.get(captureId) ?? 0,
        findings: evidence.chips.filter(({ id }) => gone?.has(id) !== true).length,
        absorbed: part,
      };
    })
    .toReversed();
}

/** The issue's description may be borrowed from a part of it; this is only what was written about itself. */
function ownWords({ entries }: Issue, id: IssueId): string {
  const described = entries.filter(
    (entry): entry is EntryOf<'issue.described'> => entry.kind === 'issue.described' && entry.issueId === id,
  );
  return deciding(described)?.body.text ?? '';
}
