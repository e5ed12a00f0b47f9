import { describe, expect, it } from 'vitest';
import { pathOfRoute, routeOfPath } from '../../../components/providers/route.ts';
import type { ProvidersRoute } from '../../../components/providers/route.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const ROUTES: readonly ProvidersRoute[] = [
  { place: 'list' },
  { place: 'new' },
  { place: 'calendars' },
  { place: 'teams' },
  { place: 'calendar', id },
  { place: 'provider', id, tab: 'overview' },
  { place: 'provider', id, tab: 'systems' },
  { place: 'provider', id, tab: 'agreement' },
  { place: 'provider', id, tab: 'contacts' },
];

describe('the address of a place among the providers', () => {
  it.each(ROUTES)('leads there and back: %o', (route) => {
    expect(routeOfPath(pathOfRoute(route))).toEqual(route);
    expect(routeOfPath(`${pathOfRoute(route)}?period=all`)).toEqual(route);
  });
  it.each([
    '/providers/new/x',
    `/providers/${id}/nothing`,
    `/providers/${id}/systems/x`,
    '/providers/teams/x',
  ])('that leads nowhere says so: %s', (path) => expect(routeOfPath(path)).toEqual({ place: 'unknown' }));
});
