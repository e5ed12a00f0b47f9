import type { Chip } from '../../lib/domain/evidence/page-evidence.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';

/** The findings of one occurrence without those taken off since. */
export function chipsLeft(issue: Issue, { body }: EntryOf<'occurrence.captured'>): readonly Chip[] {
  const removed = new Set(
    issue.entries.flatMap((entry) =>
      entry.kind === 'evidence.removed' && entry.body.captureId === body.captureId ? entry.body.chipIds : [],
    ),
  );
  return body.evidence.chips.filter((chip) => !removed.has(chip.id));
}
