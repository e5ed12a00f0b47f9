import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import type { PromiseOutcome } from '../../lib/domain/accountability/statistics/promises.ts';

export const VIEWS = ['open', 'overdue', 'kept', 'late', 'missed', 'withdrawn', 'all'] as const;
export type PromiseView = (typeof VIEWS)[number];
export type Whose = 'both' | 'us' | 'provider';

/** What the page shows; `#/promises?view=overdue&whose=us&provider=…`. */
export type PromisesRoute = Readonly<{ view: PromiseView; whose: Whose; providerId: string | null }>;

/** @param path the address after `#` */
export function promisesRouteOf(path: string): PromisesRoute {
  const params = new URLSearchParams(path.split('?')[1] ?? '');
  const whose = params.get('whose');
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? 'open',
    whose: whose === 'us' || whose === 'provider' ? whose : 'both',
    providerId: params.get('provider'),
  };
}

export function hashOfPromises({ view, whose, providerId }: PromisesRoute): string {
  const params = new URLSearchParams();
  if (view !== 'open') params.set('view', view);
  if (whose !== 'both') params.set('whose', whose);
  if (providerId !== null) params.set('provider', providerId);
  const query = params.toString();
  return `/promises${query === '' ? '' : `?${query}`}`;
}

/** Open are those that are overdue as well: they still wait for somebody. */
const HOLDS: Readonly<Record<PromiseView, readonly PromiseOutcome[] | null>> = {
  open: ['openNotDue', 'openOverdue'],
  overdue: ['openOverdue'],
  kept: ['onTime'],
  late: ['late'],
  missed: ['missed'],
  withdrawn: ['withdrawn'],
  all: null,
};

export function isInView({ outcome }: Pick<PromiseRow, 'outcome'>, view: PromiseView): boolean {
  return HOLDS[view]?.includes(outcome) ?? true;
}

export function isChosen(
  { owner, providerId: of }: Pick<PromiseRow, 'owner' | 'providerId'>,
  { whose, providerId }: PromisesRoute,
): boolean {
  return (whose === 'both' || owner === whose) && (providerId === null || of === providerId);
}

/** What is still open by its date, soonest first; what has ended by its date, latest first. */
export function inOrder(rows: readonly PromiseRow[], view: PromiseView): readonly PromiseRow[] {
  return view === 'open' || view === 'overdue' ? rows : rows.toReversed();
}
