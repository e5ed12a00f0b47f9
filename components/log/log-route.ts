import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { issueId } from '../../lib/domain/ledger/primitives.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { filterFromQuery, queryOf } from '../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../lib/app/log/log-filter.ts';

/** Where in the log we are; `#/log/<issueId>?view=trash&q=invoice`. */
export type LogRoute = Readonly<{ issue: IssueId | null; filter: LogFilter }>;

/** null when the address is not the log's. */
export function routeOfHash(hash: string): LogRoute | null {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [area, id] = path.split('/');
  if (area !== 'log' && area !== '') return null;
  const parsed = issueId.safeParse(id);
  return { issue: parsed.success ? parsed.data : null, filter: filterFromQuery(query) };
}

export function hashOfRoute({ issue, filter }: LogRoute): string {
  const query = queryOf(filter);
  return `#/log${issue === null ? '' : `/${issue}`}${query === '' ? '' : `?${query}`}`;
}

export type RouteStore = Readonly<{
  route: ReadonlySignal<LogRoute>;
  /** `replace`: no step for the Back button, for what changes with every key typed. */
  go(route: LogRoute, options?: Readonly<{ replace?: boolean }>): void;
  dispose(): void;
}>;

/** The address bar as a signal; back, forward and links arrive through `hashchange`. */
export function createRouteStore(page: Window): RouteStore {
  const now = (): LogRoute | null => routeOfHash(page.location.hash);
  const route = signal<LogRoute>(now() ?? { issue: null, filter: filterFromQuery('') });
  const onHash = (): void => {
    const next = now();
    if (next !== null && hashOfRoute(next) !== hashOfRoute(route.value)) route.value = next;
  };
  page.addEventListener('hashchange', onHash);
  page.addEventListener('popstate', onHash);
  return {
    route,
    go(next, { replace = false } = {}) {
      route.value = next;
      const hash = hashOfRoute(next);
      if (hash === page.location.hash) return;
      if (replace) page.history.replaceState(page.history.state, '', hash);
      else page.location.hash = hash;
    },
    dispose() {
      page.removeEventListener('hashchange', onHash);
      page.removeEventListener('popstate', onHash);
    },
  };
}
