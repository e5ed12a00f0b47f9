import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';

/** Whom an event can name: the provider's people and our own; nobody of another provider. */
export function contactsFor(directory: Directory | null, providerId: string | null): readonly Contact[] {
  if (directory === null) return [];
  return [...directory.contacts.values()].filter(
    (contact) => contact.side === 'us' || (providerId !== null && contact.providerId === providerId),
  );
}
