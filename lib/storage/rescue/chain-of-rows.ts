import { GENESIS_LINK, nextLink } from '../../domain/ledger/chain.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { RowFacts } from './read-row.ts';

/** A place in the chain as it can be proved; `damaged`: the content does not belong here or cannot be understood. */
export type ProvedPlace = Readonly<{ sha256: Sha256Hex; link: Sha256Hex; state: RowFacts['state'] }>;

/**
 * Follows the chain over what the rows still say, from the first. A hash counts if its link is right, or if it makes the
 * next one right. Ends before the first place whose hash nothing tells: what comes after it cannot be linked to anything.
 */
export function chainOfRows(facts: ReadonlyMap<number, RowFacts>, length: number): ProvedPlace[] {
  const places: ProvedPlace[] = [];
  let before = GENESIS_LINK;
  for (let n = 1; n <= length; n += 1) {
    const fact = facts.get(n);
    const next = facts.get(n + 1);
    const told = [fact?.sha256, fact?.ofText].filter((one) => one !== null && one !== undefined);
    const fits = (sha256: Sha256Hex): boolean => {
      const link = nextLink(before, n, sha256);
      if (link === fact?.link) return true;
      if (next?.sha256 && next.link) return nextLink(link, n + 1, next.sha256) === next.link;
      return n === length && sha256 === fact?.ofText;
    };
    const sha256 = told.find(fits);
    if (fact === undefined || sha256 === undefined) break;
    before = nextLink(before, n, sha256);
    const state = fact.state === 'entry' && fact.ofText !== sha256 ? 'damaged' : fact.state;
    places.push({ sha256, link: before, state });
  }
  return places;
}
