// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WelcomeScreen } from '../../../components/onboarding/WelcomeScreen.tsx';
import { areaOf, AREAS } from '../../../components/shell/areas.ts';
import { LazyScreen } from '../../../components/shell/LazyScreen.tsx';
import { Navigation } from '../../../components/shell/Navigation.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { applyAppearance, readAppearance, rememberAppearance } from '../../../components/state/appearance.ts';
import { LocaleProvider } from '../../../components/state/locale.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { LogCounts } from '../../../lib/app/log/log-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';

const COUNTS: LogCounts = { all: 3, trash: 0, needsDetails: 0, sinceBackup: 3, lastBackup: null };

/** The few services that the frame itself uses. */
function fakeApp(counts: LogCounts, shortcut: string, isFirefox = false): App {
  const services = {
    log: {
      onChange(listener: (counts: LogCounts) => void) {
        listener(counts);
        return () => undefined;
      },
    },
    settings: {
      subscribe(listener: (settings: typeof DEFAULT_SETTINGS) => void) {
        listener(DEFAULT_SETTINGS);
        return () => undefined;
      },
      commands: () => Promise.resolve([{ name: '_execute_action', description: '', shortcut }]),
    },
    system: { isFirefox },
  };
  return { services: services as unknown as App['services'], toasts: createToasts() }; // as: only what the frame calls
}

function show(app: App, what: preact.ComponentChildren, language: 'en' | 'de' = 'en') {
  render(
    <AppContext.Provider value={app}>
      <LocaleProvider locale={{ language, tag: language }} zone="Europe/Berlin">
        {what}
      </LocaleProvider>
    </AppContext.Provider>,
  );
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('areas', () => {
  it('knows every link of the navigation', () => {
    for (const { path, holds } of AREAS) expect(holds).toContain(areaOf(path));
  });
  it('opens the log on an issue, whatever filter follows', () => {
    expect(areaOf('/')).toBe('log');
    expect(areaOf('/log/01890a5d?view=trash&q=a/b')).toBe('log');
    expect(areaOf('/settings')).toBe('settings');
  });
  it('calls a made-up address unknown', () => {
    for (const path of ['/nowhere', '/data/x', '/constructor', '/__proto__'])
      expect(areaOf(path)).toBe('unknown');
  });
});

describe('navigation', () => {
  it('marks the open area', () => {
    show(fakeApp(COUNTS, ''), <Navigation area="settings" />);
    const nav = within(screen.getByRole('navigation', { name: 'Areas' }));
    expect(nav.getByRole('link', { current: 'page' }).textContent).toBe('Data & settings');
  });
  it('always says when the last backup was', () => {
    show(fakeApp(COUNTS, ''), <Navigation area="log" />);
    screen.getByText('No backup yet');
    cleanup();
    const lastBackup = { at: '2025-11-03T13:02:00.000Z', entries: 1, pictures: 0, bytes: 10 };
    show(fakeApp({ ...COUNTS, lastBackup }, ''), <Navigation area="log" />);
    screen.getByText(/^Last backup: .*2025/);
    screen.getByText('Backup due');
  });
});

describe('welcome', () => {
  it('shows the shortcut that the browser really bound', async () => {
    show(fakeApp(COUNTS, 'Strg+Umschalt+Y'), <WelcomeScreen />, 'de');
    await screen.findByText('Strg+Umschalt+Y');
  });
  it('says so when the browser bound none', async () => {
    show(fakeApp(COUNTS, ''), <WelcomeScreen />);
    await screen.findByText(/No keyboard shortcut is set/);
  });
  it('tells each browser’s user where the pin is', () => {
    show(fakeApp(COUNTS, '', true), <WelcomeScreen />);
    screen.getByText(/Pin to Toolbar/);
  });
});

describe('screens that load late', () => {
  it('says what helps when the code could not be loaded', async () => {
    const load = () => Promise.reject(new Error('The file is gone.'));
    show(fakeApp(COUNTS, ''), <LazyScreen load={load} props={{}} />);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The log is safe.'));
  });
});

describe('appearance', () => {
  it('is remembered for the first paint', () => {
    rememberAppearance(() => localStorage, { language: 'de', theme: 'dark' });
    expect(readAppearance(() => localStorage)).toEqual({ language: 'de', theme: 'dark' });
  });
  it('falls back to automatic where the browser refuses localStorage', () => {
    const refuse = () => {
      throw new Error('Access is denied for this document.');
    };
    rememberAppearance(refuse, { language: 'de', theme: 'dark' });
    expect(readAppearance(refuse)).toEqual({ language: 'auto', theme: 'auto' });
  });
  it('leaves the theme to the system again', () => {
    const root = document.createElement('div');
    applyAppearance(root, 'dark', 'de');
    expect(root.dataset['theme']).toBe('dark');
    applyAppearance(root, 'auto', 'en');
    expect(root.hasAttribute('data-theme')).toBe(false);
  });
});
