import { PACK_KINDS, type PackKind } from '../../lib/app/packs/pack-order.ts';
import { PERIODS, type PeriodKey } from '../providers/board/period.ts';

/** What a pack is about; `#/conversations?provider=…&period=m12&kind=review`. '' for all, and for none chosen. */
export type ConversationsRoute = Readonly<{
  provider: string;
  period: PeriodKey;
  system: string;
  team: string;
  kind: PackKind;
}>;

/** As on the provider's page, so that the same figures stand there and here. */
const FIRST = { period: 'm12', kind: 'conversation' } as const;

/** @param path the address after `#` */
export function conversationsRouteOf(path: string): ConversationsRoute {
  const params = new URLSearchParams(path.split('?')[1] ?? '');
  return {
    provider: params.get('provider') ?? '',
    period: PERIODS.find((period) => period === params.get('period')) ?? FIRST.period,
    system: params.get('system') ?? '',
    team: params.get('team') ?? '',
    kind: PACK_KINDS.find((kind) => kind === params.get('kind')) ?? FIRST.kind,
  };
}

export function hashOfConversations(route: ConversationsRoute): string {
  const params = new URLSearchParams();
  if (route.provider !== '') params.set('provider', route.provider);
  if (route.period !== FIRST.period) params.set('period', route.period);
  if (route.system !== '') params.set('system', route.system);
  if (route.team !== '') params.set('team', route.team);
  if (route.kind !== FIRST.kind) params.set('kind', route.kind);
  const query = params.toString();
  return `/conversations${query === '' ? '' : `?${query}`}`;
}

/**
 * Of these, the provider that is asked for; one that was retired, or was never there, is none. Where there is only one,
 * it is that one. '' for none.
 */
export function chosenProvider(asked: string, known: readonly string[]): string {
  if (known.includes(asked)) return asked;
  return known.length === 1 ? (known[0] ?? '') : '';
}

/** Besides preparing: those that were held, `#/conversations?view=held&provider=…`, and one of them, `?meeting=…`. */
export type ConversationPlace =
  | Readonly<{ at: 'prepare' }>
  | Readonly<{ at: 'held'; provider: string }>
  | Readonly<{ at: 'meeting'; id: string }>;

/** @param path the address after `#` */
export function conversationPlaceOf(path: string): ConversationPlace {
  const params = new URLSearchParams(path.split('?')[1] ?? '');
  const id = params.get('meeting');
  if (id !== null && id !== '') return { at: 'meeting', id };
  return params.get('view') === 'held'
    ? { at: 'held', provider: params.get('provider') ?? '' }
    : { at: 'prepare' };
}

export function hashOfPlace(place: Exclude<ConversationPlace, { at: 'prepare' }>): string {
  if (place.at === 'meeting') return `/conversations?${new URLSearchParams({ meeting: place.id })}`;
  const provider = place.provider === '' ? '' : `&${new URLSearchParams({ provider: place.provider })}`;
  return `/conversations?view=held${provider}`;
}
