import type { Instant } from '../../domain/ledger/primitives.ts';
import type { View } from '../../storage/types/log-view.ts';

export type LogScope = View['scope'];
export type LogSort = View['sort'];

/** Which days to show. Days are `YYYY-MM-DD` on the reader's own calendar, both included; '' = open end. */
export type TimeFilter =
  | Readonly<{ kind: 'any' | 'today' | 'days-7' | 'days-30' | 'month' }>
  | Readonly<{ kind: 'custom'; from: string; to: string }>;
export type TimeKind = TimeFilter['kind'];

/** What the log shows; lives in the address, so that back, reload and a copied tab keep it. */
export type LogFilter = Readonly<{
  scope: LogScope;
  host: string | null;
  /** Ids of the directory; '' = without a provider. */
  provider: string | null;
  system: string | null;
  time: TimeFilter;
  sort: LogSort;
  text: string;
}>;

/** In the order in which they are wanted: what fits beside each other is seen, the rest is in a menu. */
export const SCOPES: readonly LogScope[] = [
  'log',
  'open',
  'waiting-us',
  'waiting-provider',
  'overdue',
  'to-verify',
  'needs-details',
  'recurring',
  'closed',
  'trash',
];
export const SORTS: readonly LogSort[] = ['newest', 'oldest', 'due', 'changed', 'priority', 'title', 'host'];
export const TIMES: readonly TimeKind[] = ['any', 'today', 'days-7', 'days-30', 'month', 'custom'];

export const EVERYTHING: LogFilter = {
  scope: 'log',
  host: null,
  provider: null,
  system: null,
  time: { kind: 'any' },
  sort: 'newest',
  text: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the part of the address after `?`; anything unknown falls back to "everything". */
export function filterFromQuery(query: string): LogFilter {
  const params = new URLSearchParams(query);
  const host = params.get('host');
  return {
    scope: oneOf(SCOPES, params.get('view')) ?? 'log',
    host: host === null || host === '' ? null : host,
    provider: params.get('provider'),
    system: params.get('system'),
    time: timeFrom(params),
    sort: oneOf(SORTS, params.get('sort')) ?? 'newest',
    text: params.get('q') ?? '',
  };
}

/** The shortest query that brings the filter back; '' for everything. */
export function queryOf(filter: LogFilter): string {
  const params = new URLSearchParams();
  if (filter.scope !== 'log') params.set('view', filter.scope);
  if (filter.text !== '') params.set('q', filter.text);
  if (filter.host !== null) params.set('host', filter.host);
  if (filter.provider !== null) params.set('provider', filter.provider);
  if (filter.system !== null) params.set('system', filter.system);
  if (filter.time.kind !== 'any') params.set('time', filter.time.kind);
  if (filter.time.kind === 'custom') {
    if (filter.time.from !== '') params.set('from', filter.time.from);
    if (filter.time.to !== '') params.set('to', filter.time.to);
  }
  if (filter.sort !== 'newest') params.set('sort', filter.sort);
  return params.toString();
}

/** What the store is asked; `now` decides what "today" means. */
export function viewOf(filter: LogFilter, now: Date): View {
  const { from, to } = boundsOf(filter.time, now);
  return {
    scope: filter.scope,
    sort: filter.sort,
    ...(filter.host === null ? {} : { host: filter.host }),
    ...(filter.provider === null ? {} : { provider: filter.provider }),
    ...(filter.system === null ? {} : { system: filter.system }),
    ...(filter.scope === 'overdue' ? { asOf: now.getTime() } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** What is taken back by "Clear filters". */
export const UNFILTERED = {
  text: '',
  host: null,
  provider: null,
  system: null,
  time: { kind: 'any' },
} as const;

/** Anything beyond the views: shown as "Clear filters". */
export function isNarrowed({ text, host, provider, system, time }: LogFilter): boolean {
  return text.trim() !== '' || host !== null || provider !== null || system !== null || time.kind !== 'any';
}

/** Scopes that follow from the accounts. */
const OF_THE_LOG: readonly LogScope[] = ['log', 'needs-details', 'trash'];

/** Whether it hangs on the accounts: then it changes with them. */
export function followsAccounts({ scope, provider, system, sort }: LogFilter): boolean {
  return !OF_THE_LOG.includes(scope) || provider !== null || system !== null || sort === 'due';
}

/** The day of an instant on the reader's calendar, as date inputs write it. */
export function localDay(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

function boundsOf(time: TimeFilter, now: Date): { from: Instant | null; to: Instant | null } {
  const year = now.getFullYear();
  const month = now.getMonth();
  const day = now.getDate();
  switch (time.kind) {
    case 'any':
      return { from: null, to: null };
    case 'today':
      return { from: startOf(year, month, day), to: null };
    case 'days-7':
      return { from: startOf(year, month, day - 6), to: null };
    case 'days-30':
      return { from: startOf(year, month, day - 29), to: null };
    case 'month':
      return { from: startOf(year, month, 1), to: null };
    case 'custom':
      return { from: startOfDay(time.from, 0), to: startOfDay(time.to, 1) };
  }
}

/** Midnight on the reader's calendar; the Date constructor carries day 0 or 32 over and knows daylight saving. */
function startOf(year: number, month: number, day: number): Instant {
  return new Date(year, month, day).toISOString();
}

function startOfDay(day: string, plusDays: number): Instant | null {
  if (!DAY.test(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return startOf(year, month - 1, date + plusDays);
}

function timeFrom(params: URLSearchParams): TimeFilter {
  const kind = oneOf(TIMES, params.get('time')) ?? 'any';
  if (kind !== 'custom') return { kind };
  return { kind, from: dayOr(params.get('from')), to: dayOr(params.get('to')) };
}

function dayOr(value: string | null): string {
  return value !== null && DAY.test(value) ? value : '';
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | undefined {
  return all.find((one) => one === value);
}
