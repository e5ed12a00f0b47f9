import { systemOf, type Recognised } from '../directory/system-of.ts';
import type { System } from '../directory/system.ts';
import type { Issue } from './issue.ts';

type Described = Pick<Issue, 'assigned' | 'url' | 'host' | 'occurrences'>;

const NONE: Recognised = { kind: 'none' };

/** What is not in the browser was given a name by hand. */
function byName(systems: readonly System[], name: string): Recognised {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return NONE;
  const found = systems.filter((system) =>
    [system.name, ...system.aliases].some((known) => known.trim().toLowerCase() === wanted),
  );
  const [first] = found;
  if (first === undefined) return NONE;
  return found.length === 1 ? { kind: 'one', system: first } : { kind: 'ask', systems: found };
}

/**
 * The system of an issue: what was said by hand, else its address (the first occurrence that has one), else the name that
 * was given to what is not in the browser. What only a retired system explains stays explained by it.
 */
export function systemOfIssue(
  { assigned, url, host, occurrences }: Described,
  systems: readonly System[],
  retired: readonly System[] = [],
): Recognised {
  const chosen = assigned?.systemId ?? null;
  // A system that is not known here (a colleague's) leaves it to the address.
  const own = chosen === null ? undefined : [...systems, ...retired].find(({ id }) => id === chosen);
  if (own !== undefined) return { kind: 'one', system: own };
  const address = url ?? (host === null ? null : `https://${host}/`);
  const name = occurrences[0]?.body.systemName ?? '';
  const among = (some: readonly System[]) =>
    address === null ? byName(some, name) : systemOf(some, address);
  const found = among(systems);
  if (found.kind !== 'none' || retired.length === 0) return found;
  const former = among(retired);
  return former.kind === 'one' ? former : NONE;
}
