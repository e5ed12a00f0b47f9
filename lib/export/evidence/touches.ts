import type { Entry } from '../../domain/ledger/entry.ts';
import { sharedAddress, withoutQueries } from '../model/address.ts';
import type { Sharing } from '../plan.ts';

function someText(value: unknown, is: (text: string) => boolean): boolean {
  if (typeof value === 'string') return is(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => someText(inner, is));
}

/** Whether the rules of this export would change any text of an entry. */
export function touches({ choices: { groups }, mask }: Sharing): (entry: Entry) => boolean {
  const rule = { query: !groups.has('address-query'), localPaths: !groups.has('local-paths') };
  const changes = (text: string): boolean =>
    sharedAddress(text, { query: true, localPaths: rule.localPaths }) !== text ||
    (!rule.query && withoutQueries(text) !== text) ||
    (mask !== null && mask(text) !== text);
  return ({ body }) => someText(body, changes);
}
