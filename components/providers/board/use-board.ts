import { useEffect, useState } from 'preact/hooks';
import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import { useApp } from '../../state/app.tsx';
import { useFormat } from '../../state/locale.tsx';
import { periodOf } from './period.ts';
import type { PeriodKey } from './period.ts';

/** The board of a provider over a period, kept up to date; null until it is there. The last one stays while it is read anew. */
export function useBoard(providerId: string, period: PeriodKey): ProviderBoard | null {
  const { accounts } = useApp().services;
  const { zone } = useFormat();
  const [board, setBoard] = useState<ProviderBoard | null>(null);
  useEffect(
    () =>
      accounts.liveBoard(
        providerId,
        periodOf(period, Date.now(), zone),
        setBoard,
        // What is wrong with the log is said by the banner above every screen.
        () => undefined,
      ),
    [accounts, providerId, period, zone],
  );
  return board;
}
