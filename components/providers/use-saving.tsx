import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useMemo, useRef } from 'preact/hooks';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { createSaving } from './create-saving.ts';
import type { Saving, SavingWords } from './create-saving.ts';

const Context = createContext<Saving | null>(null);

/** One for the whole area, so that `z` knows the latest change wherever it was made. */
export function WithSaving({ children }: { children: ComponentChildren }) {
  const { services, toasts } = useApp();
  const t = useText(providers).saving;
  const c = useText(common);
  const words = useRef<SavingWords | null>(null);
  const current: SavingWords = { ...t, failed: (code) => t.failed(failureText(c, code)) };
  words.current = current;
  const saving = useMemo(
    () => createSaving(services.directory, toasts, () => words.current ?? current),
    [services.directory, toasts],
  );
  return <Context.Provider value={saving}>{children}</Context.Provider>;
}

export function useSaving(): Saving {
  const saving = useContext(Context);
  if (saving === null) throw new Error('A part of the providers area was drawn outside of WithSaving.');
  return saving;
}
