import { system } from '../../domain/directory/system.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { z } from '../../domain/z.ts';
import type { Digest, KnownProvider, KnownSystem } from './digest.ts';

const named = z.object({ id: z.string(), name: z.string() });

function put<T>(all: readonly T[], old: T | undefined, next: T): T[] {
  return old === undefined ? [...all, next] : all.map((one) => (one === old ? next : one));
}

function withEntry(digest: Digest, entry: Entry): Digest {
  const { systems, providers } = digest;
  const head = { ledger: entry.ledger, n: entry.n };
  switch (entry.kind) {
    case 'provider.saved': {
      const value = named.safeParse(entry.body.value);
      if (!value.success) return digest;
      const { id, name } = value.data;
      const old = providers.find((one) => one.id === id);
      const next: KnownProvider = { ...old, id, name, head };
      return { ...digest, providers: put(providers, old, next) };
    }
    case 'provider.retired':
      return { ...digest, providers: providers.filter(({ id }) => id !== entry.body.id) };
    case 'system.saved': {
      const parsed = system.safeParse(entry.body.value);
      if (!parsed.success) return digest;
      const value = parsed.data;
      const old = systems.find((one) => one.value.id === value.id);
      const responsible = providers.find(({ id }) => id === value.providerId);
      const tell = old === undefined ? responsible?.tell : old.tell;
      const next: KnownSystem = {
        value,
        head,
        provider: responsible?.name ?? old?.provider ?? null,
        ...(tell === undefined ? {} : { tell }),
      };
      return { ...digest, systems: put(systems, old, next) };
    }
    case 'system.retired':
      return { ...digest, systems: systems.filter(({ value }) => value.id !== entry.body.id) };
    default:
      return digest;
  }
}

/** The digest after what the background itself wrote about systems and providers. The page's next digest replaces it. */
export function patched(digest: Digest, entries: readonly Entry[]): Digest {
  return entries.reduce(withEntry, digest);
}
