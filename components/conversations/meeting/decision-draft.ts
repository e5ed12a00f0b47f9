import type { Decision } from '../../../lib/domain/conversations/conversations-of.ts';
import { localDay } from '../../../lib/app/log/log-filter.ts';

/** The form of a decision as it is typed. `id`: of the one that is changed; '' for a new one. `day`: `2026-11-27`. */
export type DecisionDraft = Readonly<{
  id: string;
  text: string;
  owner: string;
  day: string;
  acceptance: string;
}>;

export const EMPTY_DECISION: DecisionDraft = { id: '', text: '', owner: '', day: '', acceptance: '' };

/** A day is promised to its end: the last minute on the clock of whoever writes. null: it is no day. */
function endOfDay(day: string): string | null {
  const moment = new Date(`${day}T23:59`);
  return day === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

export function decisionOf(
  { id, text, owner, day, acceptance }: DecisionDraft,
  newId: () => string,
): Decision {
  const due = endOfDay(day);
  return {
    id: id === '' ? newId() : id,
    text: text.trim(),
    ...(owner === 'us' || owner === 'provider' ? { owner } : {}),
    ...(due === null ? {} : { due }),
    ...(acceptance.trim() === '' ? {} : { acceptance: acceptance.trim() }),
  };
}

export function draftOf({ id, text, owner, due, acceptance = '' }: Decision): DecisionDraft {
  return { id, text, owner: owner ?? '', day: due === undefined ? '' : localDay(new Date(due)), acceptance };
}
