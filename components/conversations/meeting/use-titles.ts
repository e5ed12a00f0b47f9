import { useEffect, useState } from 'preact/hooks';
import type { ConversationService } from '../../../lib/app/conversations/conversation-service.ts';
import type { Point } from '../../../lib/domain/conversations/conversations-of.ts';
import type { IssueId } from '../../../lib/domain/ledger/primitives.ts';

/** What the issues of these points are called now; null until it is read. One that was erased is missing. */
export function useTitles(
  service: ConversationService,
  points: readonly Point[],
): ReadonlyMap<IssueId, string> | null {
  const [titles, setTitles] = useState<ReadonlyMap<IssueId, string> | null>(null);
  const ids = points.flatMap(({ issueId }) => issueId ?? []);
  useEffect(() => {
    let wanted = true;
    // That reading fails is said where the conversation itself is read.
    service.titles(ids).then(
      (found) => wanted && setTitles(found),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [service, ids.join()]);
  return titles;
}
