import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { DirectoryView } from '../../lib/app/directory/directory-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';

const Context = createContext<DirectoryView | null>(null);

/** Reads the directory once for the whole area, and follows it. Draws nothing before it is there. */
export function WithDirectory({ children }: { children: ComponentChildren }) {
  const c = useText(common);
  const { directory } = useApp().services;
  const [state, setState] = useState<Readonly<{ view: DirectoryView } | { failed: string }> | null>(null);
  useEffect(
    () =>
      directory.live(
        (view) => setState({ view }),
        (failed) => setState({ failed }),
      ),
    [directory],
  );
  if (state === null) return null;
  if ('failed' in state) {
    return (
      <Banner tone="problem" live>
        {failureText(c, state.failed)}
      </Banner>
    );
  }
  return <Context.Provider value={state.view}>{children}</Context.Provider>;
}

export function useDirectory(): DirectoryView {
  const view = useContext(Context);
  if (view === null) throw new Error('A part of the providers area was drawn outside of WithDirectory.');
  return view;
}
