import { describe, expect, it } from 'vitest';
import { EVERYTHING, filterFromQuery, isNarrowed, queryOf, viewOf } from '../../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../../lib/app/log/log-filter.ts';

const NOW = new Date(2026, 10, 23, 14, 2);

describe('the filter in the address', () => {
  it('comes back from the address as it was', () => {
    const filters: readonly LogFilter[] = [
      EVERYTHING,
      {
        scope: 'trash',
        host: 'portal.acme.example:8443',
        provider: 'p1',
        system: 's1',
        time: { kind: 'days-7' },
        sort: 'priority',
        text: 'größe & 100 %',
      },
      { ...EVERYTHING, time: { kind: 'custom', from: '2026-11-01', to: '' } },
      { ...EVERYTHING, scope: 'needs-details', sort: 'host' },
    ];
    for (const filter of filters) expect(filterFromQuery(queryOf(filter))).toEqual(filter);
  });
  it('is not in the address while everything is shown', () => {
    expect(queryOf(EVERYTHING)).toBe('');
  });
  it('shows everything when the address holds nonsense', () => {
    expect(filterFromQuery('view=moon&sort=%00&time=never&from=yesterday&host=')).toEqual(EVERYTHING);
  });
  it('drops a day that is none', () => {
    expect(filterFromQuery('time=custom&from=2026-11-1&to=2026-11-02').time).toEqual({
      kind: 'custom',
      from: '',
      to: '2026-11-02',
    });
  });
});

describe('viewOf', () => {
  it('asks for nothing more than the view when nothing is narrowed', () => {
    expect(viewOf(EVERYTHING, NOW)).toEqual({ scope: 'log', sort: 'newest' });
  });
  it('begins "today" at midnight of the reader', () => {
    expect(viewOf({ ...EVERYTHING, time: { kind: 'today' } }, NOW).from).toBe(
      new Date(2026, 10, 23).toISOString(),
    );
  });
  it('counts today as the last of seven days', () => {
    expect(viewOf({ ...EVERYTHING, time: { kind: 'days-7' } }, NOW).from).toBe(
      new Date(2026, 10, 17).toISOString(),
    );
  });
  it('includes the whole last day of a range', () => {
    const view = viewOf(
      { ...EVERYTHING, time: { kind: 'custom', from: '2026-02-27', to: '2026-02-28' } },
      NOW,
    );
    expect(view.from).toBe(new Date(2026, 1, 27).toISOString());
    expect(view.to).toBe(new Date(2026, 2, 1).toISOString());
  });
  it('knows what counts as narrowed', () => {
    expect(isNarrowed({ ...EVERYTHING, scope: 'trash', sort: 'host' })).toBe(false);
    expect(isNarrowed({ ...EVERYTHING, text: ' ' })).toBe(false);
    expect(isNarrowed({ ...EVERYTHING, host: '' })).toBe(true);
  });
});
