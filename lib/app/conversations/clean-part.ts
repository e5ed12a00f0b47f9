import { CONVERSATION_LIMITS as MOST, type ConversationPart } from '../../domain/conversations/parts.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { Scrub } from '../log/edits.ts';

/** Where people write freely, and how much of it is kept. */
const FREE = {
  head: {},
  point: { text: MOST.line, note: MOST.remark },
  attendee: { role: MOST.role, name: MOST.role },
  decision: { text: MOST.line, acceptance: MOST.line },
  notes: { text: MOST.notes },
  internal: { text: MOST.notes },
} as const satisfies Readonly<Record<ConversationPart['part'], Readonly<Record<string, number>>>>;

/** The part as it may be stored: well-formed, trimmed, without secrets, within its limits. */
export async function cleanPart(
  part: ConversationPart,
  scrub: Scrub,
): Promise<Readonly<{ part: ConversationPart; masked: number }>> {
  let masked = 0;
  const limits: Readonly<Record<string, number>> = FREE[part.part];
  const clean = async ([name, value]: [string, unknown]) => {
    const most = limits[name];
    if (most === undefined || typeof value !== 'string') return [name, value] as const;
    const scrubbed = await scrub(value.toWellFormed().trim());
    masked += scrubbed.masked;
    return [name, cutAt(scrubbed.value, most)] as const;
  };
  const entries = await Promise.all(Object.entries(part).map(clean));
  return { part: Object.fromEntries(entries) as ConversationPart, masked }; // as: only texts of it were shortened
}
