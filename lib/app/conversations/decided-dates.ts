import { becameOf, promisesNow } from '../../domain/conversations/became-of.ts';
import type { SharedConversation } from '../../domain/conversations/shared.ts';
import type { PromiseEntry } from '../../domain/issue/promises-of.ts';
import type { Instant } from '../../domain/ledger/primitives.ts';
import type { DueEntry } from '../../export/formats/ics/calendar.ts';
import { wordsOf, type Language } from '../../i18n/area.ts';
import { minutes } from '../../i18n/minutes/minutes.ts';
import { promises as promiseWords } from '../../i18n/promises/promises.ts';

/** The dates that were decided. One that became a promise has the promise's own id and date, as in the file of all promises. */
export function decidedDates(
  conversation: SharedConversation,
  promises: readonly PromiseEntry[],
  now: Instant,
  language: Language,
): DueEntry[] {
  const { calendar } = wordsOf(promiseWords, language);
  const { category } = wordsOf(minutes, language);
  return becameOf(conversation, promisesNow(promises, now)).flatMap(({ decision, promise }): DueEntry[] => {
    const at = promise?.due ?? decision.due;
    if (at === undefined) return [];
    const { id, text, owner, acceptance } = decision;
    return [
      {
        uid: promise === null ? `decision-${id}` : `promise-${promise.promiseId}`,
        at,
        title: owner === undefined ? text : calendar.promise(calendar.side[owner], text),
        text: acceptance === undefined ? text : `${text}\n\n${acceptance}`,
        category,
        moves: promise?.moves.length ?? 0,
      },
    ];
  });
}
