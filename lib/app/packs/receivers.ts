import type { Contact } from '../../domain/directory/contact.ts';
import { dateIn } from '../../domain/accountability/terms-of.ts';
import { parseUrl } from '../../domain/web.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackKind } from './pack-order.ts';

/** Somebody of the provider whom a mail can be addressed to; without a role: an address of the provider itself. */
export type Receiver = Readonly<{ id: string; role: Contact['role'] | null; name: string; address: string }>;

/** Who is asked first, by what the pack is for. A hand-over is for the next provider, whom nobody knows yet. */
const FIRST: Readonly<Record<PackKind, readonly Contact['role'][]>> = {
  conversation: ['account_manager', 'spoc', 'service_desk'],
  review: ['account_manager', 'contract', 'spoc'],
  issue: ['spoc', 'service_desk', 'engineer'],
  claim: ['billing', 'contract', 'account_manager'],
  handover: [],
};

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** The address as it may stand in a header, its host as punycode; null: it is none, or needs more than ASCII. */
export function mailAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0)).trim();
  const host = /[\s/?#@:\\]/u.test(text.slice(at + 1).trim())
    ? ''
    : (parseUrl(`http://${text.slice(at + 1).trim()}`)?.hostname ?? '');
  const fits = local.length <= 64 && host.length <= 190 && LOCAL.test(local) && HOST.test(host);
  return fits ? `${local}@${host}` : null;
}

const addressesOf = (channels: Contact['channels']): string[] =>
  channels.flatMap(({ kind, address }) => (kind === 'email' ? (mailAddress(address) ?? []) : []));

/** Contacts of the provider that are in place today and have an address, then its own addresses. */
export function receiversOf({ provider, directory, asOf, zone }: PackFacts): Receiver[] {
  const today = dateIn(zone, asOf);
  const people = [...directory.contacts.values()].filter(
    ({ side, providerId, from, to }) =>
      side === 'provider' &&
      providerId === provider.id &&
      (from === undefined || from <= today) &&
      (to === undefined || to >= today),
  );
  return [
    ...people.flatMap(({ id, role, name, channels }) => {
      const [address] = addressesOf(channels);
      return address === undefined ? [] : [{ id, role, name, address }];
    }),
    ...addressesOf(provider.channels).map((address, at) => ({
      id: `provider-${at}`,
      role: null,
      name: '',
      address,
    })),
  ];
}

/** Whom a draft is for. @param chosen id of a receiver, '' for nobody; null or one that is not there: whoever fits the kind */
export function receiverOf(
  receivers: readonly Receiver[],
  kind: PackKind,
  chosen: string | null,
): Receiver | null {
  if (chosen === '') return null;
  const named = receivers.find(({ id }) => id === chosen);
  if (named !== undefined) return named;
  for (const role of FIRST[kind]) {
    const found = receivers.find((one) => one.role === role);
    if (found !== undefined) return found;
  }
  return kind === 'handover' ? null : (receivers.find(({ role }) => role === null) ?? null);
}
