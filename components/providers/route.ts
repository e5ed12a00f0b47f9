/** The parts of a provider's page, in the order of its tabs. */
export const PROVIDER_TABS = ['overview', 'systems', 'agreement', 'contacts', 'tickets'] as const;
export type ProviderTab = (typeof PROVIDER_TABS)[number];

/** Where in the area we are. */
export type ProvidersRoute = Readonly<
  | { place: 'list' | 'new' | 'calendars' | 'teams' | 'unknown' }
  | { place: 'calendar'; id: string }
  | { place: 'provider'; id: string; tab: ProviderTab }
>;

const PLACES = ['new', 'calendars', 'teams'] as const;

/** `/providers/<id>/systems`; ids are UUIDs, so that the words for places cannot be one. */
export function routeOfPath(path: string): ProvidersRoute {
  const [place = ''] = path.split('?');
  const [, first, second, ...more] = place.split('/').filter((part) => part !== '');
  if (more.length > 0) return { place: 'unknown' };
  if (first === undefined) return { place: 'list' };
  if (first === 'calendars' && second !== undefined) return { place: 'calendar', id: second };
  const named = PLACES.find((one) => one === first);
  if (named !== undefined) return { place: second === undefined ? named : 'unknown' };
  const tab = second === undefined ? 'overview' : PROVIDER_TABS.find((one) => one === second);
  return tab === undefined ? { place: 'unknown' } : { place: 'provider', id: first, tab };
}

export function pathOfRoute(route: ProvidersRoute): string {
  switch (route.place) {
    case 'provider':
      return `/providers/${route.id}${route.tab === 'overview' ? '' : `/${route.tab}`}`;
    case 'calendar':
      return `/providers/calendars/${route.id}`;
    case 'new':
    case 'calendars':
    case 'teams':
      return `/providers/${route.place}`;
    case 'list':
    case 'unknown':
      return '/providers';
  }
}

export const hrefOf = (route: ProvidersRoute): string => `#${pathOfRoute(route)}`;
