import { describe, expect, it } from 'vitest';
import { hashOfRoute, routeOfHash } from '../../../components/log/log-route.ts';
import { EVERYTHING } from '../../../lib/app/log/log-filter.ts';
import { seedIssueId } from '../../support/seed.ts';

describe('the address of the log', () => {
  it('brings issue and filter back', () => {
    const route = {
      issue: seedIssueId(4),
      filter: { ...EVERYTHING, text: 'a/b?c#d&e=ü', host: 'x.example:1' },
    };
    expect(routeOfHash(hashOfRoute(route))).toEqual(route);
  });
  it('is the log when nothing is said', () => {
    for (const hash of ['', '#', '#/', '#/log', '#/log/'])
      expect(routeOfHash(hash)).toEqual({ issue: null, filter: EVERYTHING });
  });
  it('shows the list when the id is none', () => {
    expect(routeOfHash('#/log/<script>')?.issue).toBeNull();
  });
  it('leaves other areas alone', () => {
    expect(routeOfHash('#/settings')).toBeNull();
  });
});
