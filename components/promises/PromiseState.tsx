import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import type { PromiseOutcome } from '../../lib/domain/accountability/statistics/promises.ts';
import { msOf } from '../../lib/domain/time/instant.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { DueMark } from '../accounts/DueMark.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';

const SHAPES: Readonly<Record<Exclude<PromiseOutcome, 'openNotDue' | 'openOverdue'>, string>> = {
  onTime: 'M2.5 6.5 5 9 9.5 3.5',
  late: 'M6 3v3.5l2.5 1.5M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  missed: 'M3 3l6 6M9 3l-6 6',
  withdrawn: 'M2.5 6h7',
};

/** What became of a promise, against the date first given; where it was moved both dates are told. */
export function PromiseState({ promise }: Readonly<{ promise: PromiseRow }>) {
  const t = useText(words);
  const format = useFormat();
  const now = useNow();
  const { outcome, dueOriginal, due, moves, deliveredAt } = promise;
  const when = (at: string): string => format.when(at, now);
  const open = outcome === 'openNotDue' || outcome === 'openOverdue';
  return (
    <span class="promise-state small">
      {open ? (
        <DueMark tone={outcome === 'openOverdue' ? 'late' : 'ahead'}>
          {outcome === 'openOverdue'
            ? t.overdueBy(format.elapsed(now.getTime() - msOf(dueOriginal)))
            : t.outcome[outcome]}
        </DueMark>
      ) : (
        <span class={`verdict promise-${outcome}`}>
          <svg
            class="verdict-shape"
            width="12"
            height="12"
            viewBox="0 0 12 12"
            aria-hidden="true"
            focusable="false"
          >
            <path d={SHAPES[outcome]} />
          </svg>
          {t.outcome[outcome]}
        </span>
      )}
      {deliveredAt !== null && (
        <span class="num">
          {t.delivered(when(deliveredAt))}
          {outcome === 'late' && `, ${t.lateBy(format.elapsed(msOf(deliveredAt) - msOf(dueOriginal)))}`}
        </span>
      )}
      {moves.length === 0 ? (
        <span class="num">{t.due(when(dueOriginal))}</span>
      ) : (
        <span class="num">
          {t.moved(when(dueOriginal), moves.length)}, {t.nowDue(when(due))}
          {moves.some(({ agreed }) => !agreed) && ` (${t.movedAlone})`}
        </span>
      )}
    </span>
  );
}
