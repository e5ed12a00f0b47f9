import type { Verdict } from '../../lib/domain/accountability/verdict.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import { useText } from '../state/locale.tsx';
import './marks.css';

const SHAPES: Readonly<Record<Verdict, string>> = {
  met: 'M2.5 6.5 5 9 9.5 3.5',
  missed: 'M3 3l6 6M9 3l-6 6',
  unproven: 'M4 4.5a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2M6 9.6v.01',
  open: 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  overdue: 'M6 1.5v5.5M6 9.6v.01',
  cancelled: 'M2.5 6h7',
};

/** A verdict as word and shape: met, missed, or what cannot be shown. */
export function VerdictMark({ verdict }: Readonly<{ verdict: Verdict }>) {
  const t = useText(accounts).verdict;
  return (
    <span class={`verdict verdict-${verdict}`}>
      <svg
        class="verdict-shape"
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        focusable="false"
      >
        <path d={SHAPES[verdict]} />
      </svg>
      {t[verdict]}
    </span>
  );
}
