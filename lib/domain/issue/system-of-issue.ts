import { systemOf, type Recognised } from '../directory/system-of.ts';
import type { System } from '../directory/system.ts';
import type { Issue } from './issue.ts';

/** What says which system an issue is about. */
export type Addressed = Readonly<{
  /** Said by hand. */
  systemId: string | null;
  /** Of the first occurrence that has one. */
  url: string | null;
  host: string | null;
  /** Given to what is not in the browser. */
  name: string | null;
}>;

const NONE: Recognised = { kind: 'none' };

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
 * The system: what was said by hand, else the address, else the name. What only a retired system explains stays
 * explained by it.
 */
export function recogniseSystem(
  { systemId, url, host, name }: Addressed,
  systems: readonly System[],
  retired: readonly System[] = [],
): Recognised {
  // A system that is not known here (a colleague's) leaves it to the address.
  const own = systemId === null ? undefined : [...systems, ...retired].find(({ id }) => id === systemId);
  if (own !== undefined) return { kind: 'one', system: own };
  const address = url ?? (host === null ? null : `https://${host}/`);
  const among = (some: readonly System[]) =>
    address === null ? byName(some, name ?? '') : systemOf(some, address);
  const found = among(systems);
  if (found.kind !== 'none' || retired.length === 0) return found;
  const former = among(retired);
  return former.kind === 'one' ? former : NONE;
}

export function systemOfIssue(
  { assigned, url, host, occurrences }: Pick<Issue, 'assigned' | 'url' | 'host' | 'occurrences'>,
  systems: readonly System[],
  retired: readonly System[] = [],
): Recognised {
  const name = occurrences[0]?.body.systemName ?? null;
  return recogniseSystem({ systemId: assigned?.systemId ?? null, url, host, name }, systems, retired);
}
