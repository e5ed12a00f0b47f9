import type { EventBody } from '../../lib/domain/issue/bodies.ts';
import type { TimelineWords } from '../../lib/i18n/timeline/timeline.ts';

/** What an event says in human words: more exact than its kind where it carries more. */
export function eventWords(
  { event, automatic, reason, level, to, byWhom }: EventBody,
  t: TimelineWords,
): string {
  if (event === 'acknowledged' && automatic === true) return t.said.automatic;
  if (event === 'reopened' && reason === 'not_fixed') return t.said.notFixed;
  if (event === 'reopened' && reason === 'wrong_issue') return t.said.wrongIssue;
  if (event === 'escalated' && level !== undefined) return t.said.escalated(String(level));
  if (event === 'priority_changed' && to !== undefined)
    return byWhom === 'provider' ? t.said.priorityTheirs(`P${to}`) : t.said.priorityOurs(`P${to}`);
  return t.event[event];
}
