import { CONVERSATION_LIMITS, type PartOf } from '../../domain/conversations/parts.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { packContext } from '../packs/context.ts';
import type { PackFacts } from '../packs/pack-facts.ts';
import { linesOf, type PackOrder } from '../packs/pack-order.ts';
import { waitingOn } from '../packs/sections/issue-words.ts';
import { openOnes } from '../packs/sections/open-issues.ts';
import { pointsToSettle } from '../packs/sections/summary.ts';

type NewPoint = Omit<PartOf<'point'>, 'id'>;

/** More are in the pack; nobody gets through more in one conversation. */
const MOST_ISSUES = 12;
const MOST_OWN = 20;

/**
 * What is to be talked about, as it stands when the conversation begins: our questions, what the pack says is to be
 * settled, and the issues that wait, with whom they wait on. Titles of issues are not in it: they can be erased.
 */
export function agendaOf(facts: PackFacts, order: PackOrder): NewPoint[] {
  const context = packContext(facts, order);
  const line = (text: string) => cutAt(text, CONVERSATION_LIMITS.line);
  const own = linesOf(order.questions).slice(0, MOST_OWN);
  return [
    ...own.map((text) => ({ part: 'point', source: 'own', text: line(text), done: false }) as const),
    ...pointsToSettle(context, false).map(
      ({ text }) => ({ part: 'point', source: 'settle', text: line(text), done: false }) as const,
    ),
    ...openOnes(context)
      .slice(0, MOST_ISSUES)
      .map((one) => ({
        part: 'point' as const,
        source: 'issue' as const,
        text: line(waitingOn(one, context).text),
        issueId: one.row.id,
        key: one.shared.key,
        done: false,
      })),
  ];
}
