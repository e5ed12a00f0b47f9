import type { Ms } from '../../domain/time/instant.ts';
import type { BadgeWords } from '../../i18n/badge/badge.ts';
import type { Owed } from '../accounts/account-service.ts';
import type { OwedStep } from './owed.ts';

/** Nobody leaves the log closed for longer than that many days with a promise in them. */
const MOST_STEPS = 60;

/** A promise waits for us on the whole day it is due. */
function dayBegins(at: Ms): Ms {
  return new Date(at).setHours(0, 0, 0, 0);
}

function titleOf(owed: Omit<Owed, 'dues'>, promises: number, words: BadgeWords): string {
  const parts = [
    ...(owed.answers > 0 ? [words.answers(owed.answers)] : []),
    ...(owed.verifications > 0 ? [words.verifications(owed.verifications)] : []),
    ...(promises > 0 ? [words.promises(promises)] : []),
  ];
  return parts.length === 0 ? '' : words.waiting(parts.join(', '));
}

/** What we owe from now on, by the machine's own days. The first step holds now. */
export function owedSteps({ answers, verifications, dues }: Owed, now: Ms, words: BadgeWords): OwedStep[] {
  const waits = dues.map(dayBegins).toSorted((a, b) => a - b);
  const begins = [now, ...new Set(waits.filter((at) => at > now))].slice(0, MOST_STEPS);
  return begins.map((from) => {
    const promises = waits.filter((at) => at <= from).length;
    return {
      from,
      n: answers + verifications + promises,
      title: titleOf({ answers, verifications }, promises, words),
    };
  });
}
