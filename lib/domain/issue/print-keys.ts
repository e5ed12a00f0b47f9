import type { Print, Scene } from './print.ts';
import { trigramsOf } from './similar.ts';

const MOST = { keys: 48, calls: 2 } as const;
/** Titles as alike as 0.6 share one of the bands in nine of ten cases, those as alike as 0.8 nearly always. */
const BANDS = 5;
const ROWS = 2;

/**
 * What issues that may be the same have in common: page, failure on a page, failure in a system, words of people. Each
 * a number of 53 bits; one that fits by chance costs a look, no mistake.
 */
export function printKeys({ scenes, typed }: Print): number[] {
  const systems = [...new Set(scenes.map(({ system }) => system))];
  const keys = new Set([
    ...scenes.flatMap(sceneKeys),
    ...typed.flatMap(({ text, words }) =>
      systems.flatMap((system) => [hash53('words', system, ...words), ...titleKeys(system, text)]),
    ),
  ]);
  return [...keys].slice(0, MOST.keys);
}

function sceneKeys({ system, path, texts, codes, calls, status, generic }: Scene): number[] {
  if (system === '') return [];
  const said = texts.map((words) => words.join(' '));
  const facts = [
    ...codes,
    ...said,
    ...calls.slice(0, MOST.calls),
    ...(status > 0 ? [String(status)] : []),
    ...(generic ? ['generic'] : []),
  ];
  return [
    hash53('page', system, path),
    ...facts.map((fact) => hash53('failure', system, path, fact)),
    // A page named by a word has another address for everyone; its failure is still the same.
    ...[...codes, ...said].map((fact) => hash53('failure', system, fact)),
  ];
}

/** MinHash over the trigrams of a title, cut into bands that are equal with a chance that grows with likeness. */
function titleKeys(system: string, text: string): number[] {
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffff_ffff);
  for (const trigram of trigramsOf(text)) {
    const base = hash32(trigram);
    for (let i = 0; i < lowest.length; i += 1) {
      const mixed = mix(base ^ Math.imul(i + 1, 0x9e37_79b1));
      if (mixed < (lowest[i] ?? 0)) lowest[i] = mixed;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    hash53('title', system, String(band), lowest.slice(band * ROWS, (band + 1) * ROWS).join(' ')),
  );
}

/** FNV-1a. */
function hash32(text: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}

/** Spreads every bit over all others (the end of MurmurHash3). */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85eb_ca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hash53(...parts: readonly string[]): number {
  const text = parts.join('\n');
  const high = mix(hash32(text));
  const low = mix(hash32(`${text}\n`) ^ 0x5bd1_e995);
  return (high & 0x1f_ffff) * 0x1_0000_0000 + low;
}
