import type { Agreement } from '../../lib/domain/directory/agreement.ts';
import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import type { System } from '../../lib/domain/directory/system.ts';

const byName = new Intl.Collator(undefined, { numeric: true });

export function byNameOf<T extends Readonly<{ name: string }>>(things: Iterable<T>): T[] {
  return [...things].toSorted((a, b) => byName.compare(a.name, b.name));
}

export function providersOf({ providers }: Directory): Provider[] {
  return byNameOf(providers.values());
}

export function systemsOf({ systems }: Directory, providerId: string | null): System[] {
  return byNameOf([...systems.values()].filter((system) => (system.providerId ?? null) === providerId));
}

/** In the order in which they were made: the first is the one that holds where a system names none. */
export function agreementsOf({ agreements }: Directory, providerId: string): Agreement[] {
  return [...agreements.values()].filter((agreement) => agreement.providerId === providerId);
}

/** The escalation path first, then the others by name or role. */
export function contactsOf({ contacts }: Directory, providerId: string): Contact[] {
  return [...contacts.values()]
    .filter((contact) => contact.providerId === providerId)
    .toSorted(
      (a, b) =>
        (a.escalationLevel ?? 99) - (b.escalationLevel ?? 99) ||
        byName.compare(a.name || a.role, b.name || b.role),
    );
}
