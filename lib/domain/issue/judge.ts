import type { Print, Scene } from './print.ts';
import { isUnderstood, speakOfOthers, trigramLikeness, wordLikeness } from './similar.ts';
import type { SuggestionReason } from './suggestion.ts';

/** How sure it is that two issues are the same problem, 1 … 100, and what says so. */
export type Verdict = Readonly<{ score: number; why: SuggestionReason }>;

/** From here on texts are alike. Source of the number: the design of the log ("title trigram Jaccard ≥ 0.6"). */
const ALIKE = 0.6;

/** null: nothing says that they are the same, or something says that they are not. */
export function judge(mine: Print, theirs: Print): Verdict | null {
  let best: Verdict | null = null;
  for (const scene of mine.scenes) {
    for (const other of theirs.scenes) {
      const verdict = scene.system === other.system ? compare(scene, other, saidAlike(mine, theirs)) : null;
      if (verdict !== null && (best === null || verdict.score > best.score)) best = verdict;
    }
  }
  return best;
}

/** What people typed: alike, of different things, or not typed for both. */
type Said = 'alike' | 'different' | 'unknown';

function saidAlike(mine: Print, theirs: Print): Said {
  if (mine.typed.length === 0 || theirs.typed.length === 0) return 'unknown';
  return mine.typed.some((one) => theirs.typed.some((other) => alike(one, other))) ? 'alike' : 'different';
}

function alike(one: Print['typed'][number], other: Print['typed'][number]): boolean {
  if (speakOfOthers(one.words, other.words)) return false;
  return trigramLikeness(one.text, other.text) >= ALIKE || wordLikeness(one.words, other.words) >= ALIKE;
}

function compare(mine: Scene, theirs: Scene, typed: Said): Verdict | null {
  // Words of two languages differ whatever they say.
  const said = typed === 'different' && mine.language !== theirs.language ? 'unknown' : typed;
  const error = sameError(mine, theirs);
  if (error === 'different') return null;
  if (mine.system === '' || mine.path !== theirs.path) return elsewhere(mine, theirs, error, said);
  if (showOthers(mine, theirs)) return said === 'alike' ? { score: 70, why: 'similar-title' } : null;
  if (error === 'same') return { score: said === 'alike' ? 100 : 95, why: 'same-error' };
  if (error === 'likely')
    return said === 'different' ? null : { score: said === 'alike' ? 90 : 80, why: 'same-error' };
  if (said === 'alike') return { score: 85, why: 'similar-title' };
  if (said === 'different') return null;
  // Nothing but the page: enough to ask, never before anything better.
  return error === 'silent' ? { score: 50, why: 'same-page' } : null;
}

/** On another page of the same system only telling words of people, or the same failure under the same title, count. */
function elsewhere(mine: Scene, theirs: Scene, error: SameError, said: Said): Verdict | null {
  if (said === 'alike') return { score: error === 'same' ? 75 : 65, why: 'similar-title' };
  if (error !== 'same' || mine.system === '' || said === 'different' || !isNearby(mine.path, theirs.path))
    return null;
  return { score: 60, why: 'same-error' };
}

/** The same page of another thing whose name is a word: one name between the same others. */
function isNearby(one: string, other: string): boolean {
  const [a, b] = [one.split('/'), other.split('/')];
  if (a.length !== b.length || a.length < 4) return false;
  const apart = a.flatMap((segment, i) => (segment === b[i] ? [] : [i]));
  const [at] = apart;
  return apart.length === 1 && at !== undefined && at > 1 && at < a.length - 1;
}

/** A page whose address names nothing in particular, but whose title does, and another thing each time. */
function showOthers(mine: Scene, theirs: Scene): boolean {
  if (mine.path.includes('*')) return false;
  const [words, others] = [mine.title, theirs.title];
  if (mine.language === theirs.language) return speakOfOthers(words, others);
  // Between languages only words whose meaning is known can be compared.
  return speakOfOthers(words.filter(isUnderstood), others.filter(isUnderstood));
}

type SameError = 'same' | 'likely' | 'different' | 'silent' | 'unknown';

/** Whether two pages show the same failure. Codes say most, then texts, then requests, then the page's status. */
function sameError(mine: Scene, theirs: Scene): SameError {
  const codes = shared(mine.codes, theirs.codes);
  if (codes !== null) return codes ? 'same' : 'different';
  const calls = shared(mine.calls, theirs.calls);
  if (mine.texts.length > 0 && theirs.texts.length > 0) {
    if (sameTexts(mine.texts, theirs.texts)) return 'same';
    const translated = mine.language !== theirs.language;
    return translated && (calls ?? sameStatus(mine, theirs)) === true ? 'likely' : 'different';
  }
  if (calls !== null) return calls ? 'same' : 'different';
  const status = sameStatus(mine, theirs);
  if (status === false) return 'different';
  if (!mine.known || !theirs.known) return 'unknown';
  if (mine.generic && theirs.generic) return 'likely';
  if (isSilent(mine) && isSilent(theirs)) return status === true ? 'likely' : 'silent';
  // One says what failed and the other says nothing of the kind.
  return status === true ? 'unknown' : 'different';
}

/** null where one of them has none. */
function shared(mine: readonly string[], theirs: readonly string[]): boolean | null {
  if (mine.length === 0 || theirs.length === 0) return null;
  return mine.some((one) => theirs.includes(one));
}

function sameStatus(mine: Scene, theirs: Scene): boolean | null {
  if (mine.status === 0 || theirs.status === 0) return null;
  const kind = (status: number): number => (status >= 502 && status <= 504 ? 502 : status);
  return kind(mine.status) === kind(theirs.status);
}

const isSilent = ({ texts, calls, codes, generic }: Scene): boolean =>
  texts.length + calls.length + codes.length === 0 && !generic;

/** One says all that the other says, in about these words, and perhaps carries a notice besides. */
function sameTexts(mine: Scene['texts'], theirs: Scene['texts']): boolean {
  return mine.every((text) => isSaid(text, theirs)) || theirs.every((text) => isSaid(text, mine));
}

function isSaid(text: readonly string[], by: Scene['texts']): boolean {
  return by.some((other) => wordLikeness(text, other) >= ALIKE);
}
