import type { KnownPromise } from '../../domain/conversations/became-of.ts';
import type { Line } from '../../export/packs/doc.ts';
import type { Format } from '../../i18n/format.ts';
import type { MinutesWords } from '../../i18n/minutes/minutes.ts';

/** What became of a decision, in words; null: it made no promise. */
export function becameLine(promise: KnownPromise | null, t: MinutesWords['became'], format: Format): Line {
  if (promise === null) return { text: t.decision };
  const { outcome, deliveredAt, moves, due } = promise;
  const under = [
    ...(moves.length > 0 ? [t.moved(moves.length, format.date(due))] : []),
    ...(deliveredAt === null ? [] : [t.delivered(format.date(deliveredAt))]),
  ];
  return { text: t[outcome], under: under.join(', ') };
}
