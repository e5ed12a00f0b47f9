import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { isZone } from '../../../lib/domain/time/zone-offset.ts';
import { parseUrl } from '../../../lib/domain/web.ts';

export type ProviderDraft = Readonly<{
  name: string;
  kind: Provider['kind'];
  tz: string;
  statusPageUrl: string;
  contractOwner: string;
  notes: string;
}>;
export type ProviderProblems = Readonly<{
  name?: 'missing' | { taken: string };
  tz?: true;
  statusPageUrl?: true;
}>;

export function providerDraft(provider: Provider): ProviderDraft {
  const { name, kind, tz = '', statusPageUrl = '', contractOwner = '', notes = '' } = provider;
  return { name, kind, tz, statusPageUrl, contractOwner, notes };
}

const folded = (text: string) => text.trim().toLocaleLowerCase();

function isWeb(address: string): boolean {
  const url = parseUrl(address.includes('://') ? address : `https://${address}`);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
}

export function providerProblems(
  { name, tz, statusPageUrl }: ProviderDraft,
  others: readonly Provider[],
): ProviderProblems {
  const taken = others.find((other) => folded(other.name) === folded(name));
  return {
    ...(taken === undefined ? {} : { name: { taken: taken.name } }),
    ...(name.trim() === '' ? { name: 'missing' } : {}),
    ...(tz === '' || isZone(tz) ? {} : { tz: true }),
    ...(statusPageUrl.trim() === '' || isWeb(statusPageUrl.trim()) ? {} : { statusPageUrl: true }),
  };
}

const given = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as Record<K, string>); // as: the one key is K

/** The provider as the form says; what the form does not show stays. */
export function providerFrom(draft: ProviderDraft, before: Provider): Provider {
  const { id, channels, language } = before;
  return {
    id,
    channels,
    name: draft.name.trim(),
    kind: draft.kind,
    ...(language === undefined ? {} : { language }),
    ...given('tz', draft.tz),
    ...given('statusPageUrl', draft.statusPageUrl),
    ...given('contractOwner', draft.contractOwner),
    ...given('notes', draft.notes),
  };
}
