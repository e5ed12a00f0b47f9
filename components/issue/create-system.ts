import type { DirectoryService } from '../../lib/app/directory/directory-service.ts';
import type { EditResult } from '../../lib/app/log/edits.ts';
import type { TimelineService } from '../../lib/app/timeline/timeline-service.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { newThings, type NewSystem } from './system-choice.ts';

type Services = Readonly<{ directory: DirectoryService; timeline: TimelineService }>;

/** Adds a system, with its provider where that is new, and assigns the issue to it: one act with one way back. */
export async function createSystemFor(
  { directory, timeline }: Services,
  issueId: IssueId,
  fresh: NewSystem,
  tz: string,
): Promise<EditResult> {
  const { things, systemId } = newThings(fresh, directory.newId, tz);
  const saved = await directory.saveAll(things);
  if (!saved.ok) return saved;
  const assigned = await timeline.assign(issueId, systemId);
  // A system that nothing was assigned to is no harm: it is in the list, and the next try finds it.
  if (!assigned.ok) return assigned;
  return {
    ok: true,
    masked: 0,
    async undo() {
      const back = (await assigned.undo?.()) ?? null;
      if (back !== null && !back.ok) return back;
      return (await saved.undo?.()) ?? { ok: true, masked: 0, undo: null };
    },
  };
}
