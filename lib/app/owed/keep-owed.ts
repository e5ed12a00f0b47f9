import type { BadgeWords } from '../../i18n/badge/badge.ts';
import type { AccountsService } from '../accounts/account-service.ts';
import type { LocalValues } from '../install-secret.ts';
import { OWED_KEY } from './owed.ts';
import type { OwedSteps } from './owed.ts';
import { owedSteps } from './owed-steps.ts';

type Deps = Readonly<{
  accounts: Pick<AccountsService, 'liveOwed'>;
  local: LocalValues;
  words: () => Promise<BadgeWords>;
  /** The background shows what was written. */
  tell: () => void;
  now: () => Date;
}>;

/** While a page is open, the number on the toolbar button follows what we owe. Returns the end. */
export function keepOwed({ accounts, local, words, tell, now }: Deps): () => void {
  let before = '';
  return accounts.liveOwed(
    (owed) =>
      void (async () => {
        const steps = owedSteps(owed, now().getTime(), await words());
        // Only the moment of writing differs: nothing to tell.
        const same = JSON.stringify(steps.map((step, i) => (i === 0 ? { ...step, from: 0 } : step)));
        if (same === before) return;
        before = same;
        await local.write(OWED_KEY, { v: 1, steps } satisfies OwedSteps);
        tell();
      })().catch(() => undefined),
    // The page itself says that the log cannot be read; the number stays as it was.
    () => undefined,
  );
}
