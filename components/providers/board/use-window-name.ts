import type { AvailabilityWindow } from '../../../lib/domain/accountability/availability-windows.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';

/** `November 2026`, `Quarter 4, 2026`, `2026`: a window of a contract in the contract's zone. */
export function useWindowName(): (
  window: Pick<AvailabilityWindow, 'span' | 'window'>,
  timeZone: string,
) => string {
  const t = useText(words).availability;
  const { tag } = useFormat();
  return ({ span, window }, timeZone) => {
    const day = new Date(span[0]);
    const part = (options: Intl.DateTimeFormatOptions) =>
      day.toLocaleDateString(tag, { ...options, timeZone });
    if (window === 'month') return part({ month: 'long', year: 'numeric' });
    const year = part({ year: 'numeric' });
    if (window === 'year') return year;
    const month = Number(day.toLocaleDateString('en', { month: 'numeric', timeZone }));
    return t.quarter(String(Math.ceil(month / 3)), year);
  };
}
