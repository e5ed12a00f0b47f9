import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppServices } from '../../lib/app/compose-options.ts';
import type { Toasts } from '../ui/toasts.ts';

/** What every screen of the full page works with; provided once, by the entrypoint. */
export type App = Readonly<{ services: AppServices; toasts: Toasts }>;

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A screen was drawn outside of AppContext, so it has no services.');
  return app;
}
