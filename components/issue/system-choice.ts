import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { DirectoryThing } from '../../lib/domain/directory/read-entry.ts';
import { systemOf } from '../../lib/domain/directory/system-of.ts';
import type { System } from '../../lib/domain/directory/system.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { compareText } from '../../lib/domain/text/compare.ts';

/** '=': as the address says; '+': one that is not there yet; else the id of a system. */
export type SystemChoice = string;
export const BY_ADDRESS = '=';
export const ANOTHER = '+';

export type SystemOption = Readonly<{ system: System; provider: string | null; fits: boolean }>;

function addressOf({ url, host }: Pick<Issue, 'url' | 'host'>): string | null {
  return url ?? (host === null ? null : `https://${host}/`);
}

/** Those that the address fits, without what was said by hand. */
export function fittingSystems(issue: Pick<Issue, 'url' | 'host'>, directory: Directory): readonly System[] {
  const address = addressOf(issue);
  if (address === null) return [];
  const found = systemOf([...directory.systems.values()], address);
  return found.kind === 'one' ? [found.system] : found.kind === 'ask' ? found.systems : [];
}

/** All systems; those that fit the address first, the rest by name. */
export function systemOptions(
  issue: Pick<Issue, 'url' | 'host'>,
  directory: Directory,
): readonly SystemOption[] {
  const fitting = new Set(fittingSystems(issue, directory).map(({ id }) => id));
  return [...directory.systems.values()]
    .map((system) => ({
      system,
      provider: directory.providers.get(system.providerId ?? '')?.name ?? null,
      fits: fitting.has(system.id),
    }))
    .toSorted(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        compareText(a.system.name.toLowerCase(), b.system.name.toLowerCase()),
    );
}

export type NewSystem = Readonly<{
  name: string;
  /** Of a provider that is there; '' = not known yet, '+' = `providerName` is a new one. */
  providerId: string;
  providerName: string;
  /** Recognised by it from now on; null: only by hand. */
  host: string | null;
}>;

/** The system, and its provider where it is new, ready to be saved together. */
export function newThings(
  { name, providerId, providerName, host }: NewSystem,
  newId: () => string,
  tz: string,
): Readonly<{ things: readonly DirectoryThing[]; systemId: string }> {
  const provider: DirectoryThing | null =
    providerId === ANOTHER
      ? {
          kind: 'provider',
          value: { id: newId(), name: providerName.trim(), kind: 'other', tz, channels: [] },
        }
      : null;
  const own = provider?.value.id ?? providerId;
  const system: System = {
    id: newId(),
    name: name.trim(),
    ...(own === '' ? {} : { providerId: own }),
    patterns: host === null ? [] : [{ kind: 'host', pattern: host }],
    environment: 'prod',
    criticality: 2,
    aliases: [],
  };
  return {
    things: [...(provider === null ? [] : [provider]), { kind: 'system', value: system }],
    systemId: system.id,
  };
}
