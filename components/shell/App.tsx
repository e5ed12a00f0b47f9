import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import type { Settings } from '../../lib/app/settings/settings.ts';
import { wordsOf } from '../../lib/i18n/area.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { resolveLocale } from '../../lib/i18n/locale.ts';
import { shell } from '../../lib/i18n/shell/shell.ts';
import { RetentionRuns } from '../data/RetentionRuns.tsx';
import { AppContext } from '../state/app.tsx';
import type { App as AppParts } from '../state/app.tsx';
import { applyAppearance, readAppearance, rememberAppearance } from '../state/appearance.ts';
import { LocaleProvider } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { areaOf } from './areas.ts';
import type { Area } from './areas.ts';
import { Navigation } from './Navigation.tsx';
import { Screen } from './Screen.tsx';
import './shell.css';

const WORD = {
  log: 'log',
  else: 'else',
  providers: 'providers',
  promises: 'promises',
  conversations: 'conversations',
  data: 'data',
  settings: 'settingsTab',
  welcome: 'welcome',
  unknown: 'notFoundTitle',
} as const;

/** The full page: navigation, messages about the log's health, one screen. `banner` is drawn above every screen. */
export function App({ app, banner }: { app: AppParts; banner: ComponentChildren }) {
  const [path] = useHashLocation();
  const area = areaOf(path);
  const settings = useLive<Settings | null>(app.services.settings.subscribe, null);
  const { language, theme } = settings ?? readAppearance(() => localStorage);
  const locale = resolveLocale(language, navigator.languages);
  const t = wordsOf(shell, locale.language);
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    applyAppearance(document.documentElement, theme, locale.language);
    if (settings) rememberAppearance(() => localStorage, { language, theme });
  }, [settings, theme, language, locale.language]);
  useEffect(() => {
    document.title = `${t[WORD[area]]} – ${wordsOf(common, locale.language).appName}`;
  }, [area, locale.language]);
  useFocusOnNewArea(area, main);

  return (
    <AppContext.Provider value={app}>
      <LocaleProvider locale={locale} zone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
        <div class="shell">
          <a
            class="shell-skip"
            href="#content"
            onClick={(event) => {
              event.preventDefault(); // The address after # is the route.
              main.current?.focus();
            }}
          >
            {t.skipToContent}
          </a>
          <Navigation area={area} />
          <main id="content" class="shell-main" tabIndex={-1} ref={main}>
            <div class="shell-banner">{banner}</div>
            <Screen area={area} />
          </main>
        </div>
        <RetentionRuns />
        <ToastRegion toasts={app.toasts} />
      </LocaleProvider>
    </AppContext.Provider>
  );
}

/** After a change of area the keyboard goes on in the new screen, as after loading a page. */
function useFocusOnNewArea(area: Area, main: { current: HTMLElement | null }): void {
  const before = useRef(area);
  useEffect(() => {
    if (before.current === area) return;
    before.current = area;
    main.current?.focus();
  }, [area]);
}
