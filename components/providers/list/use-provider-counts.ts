import { useEffect, useState } from 'preact/hooks';
import type { AccountCounts } from '../../../lib/app/accounts/account-service.ts';
import { useApp } from '../../state/app.tsx';

/** How much is open with each provider, kept up to date; null until it is known. */
export function useProviderCounts(): ReadonlyMap<string, AccountCounts> | null {
  const { accounts } = useApp().services;
  const [counts, setCounts] = useState<ReadonlyMap<string, AccountCounts> | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = (): void => {
      accounts.providers().then(
        (found) => wanted && setCounts(found),
        () => undefined, // What is wrong with the log is said by the banner above every screen.
      );
    };
    read();
    const stop = accounts.onChange(read);
    return () => {
      wanted = false;
      stop();
    };
  }, [accounts]);
  return counts;
}
