import type { Chip } from '../../lib/domain/evidence/page-evidence.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { removedChips } from '../../lib/domain/issue/removed-chips.ts';
import type { EntryOf } from '../../lib/domain/ledger/entry.ts';

/** The findings of one occurrence without those taken off since. */
export function chipsLeft(issue: Issue, { body }: EntryOf<'occurrence.captured'>): readonly Chip[] {
  const removed = removedChips(issue.entries).get(body.captureId);
  return body.evidence.chips.filter((chip) => removed?.has(chip.id) !== true);
}
