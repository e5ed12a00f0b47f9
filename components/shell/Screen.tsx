import { shell } from '../../lib/i18n/shell/shell.ts';
import { useText } from '../state/locale.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { Area } from './areas.ts';
import { LazyScreen } from './LazyScreen.tsx';

const loadLog = async () => (await import('../log/LogScreen.tsx')).LogScreen;
const loadElse = async () => (await import('../else/ElseScreen.tsx')).ElseScreen;
const loadProviders = async () => (await import('../providers/ProvidersScreen.tsx')).ProvidersScreen;
const loadPromises = async () => (await import('../promises/PromisesScreen.tsx')).PromisesScreen;
const loadConversations = async () =>
  (await import('../conversations/ConversationsScreen.tsx')).ConversationsScreen;
const loadData = async () => (await import('../data/DataScreen.tsx')).DataScreen;
const loadSettings = async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen;
const loadWelcome = async () => (await import('../onboarding/WelcomeScreen.tsx')).WelcomeScreen;

/** The screen of a route; each area's code is loaded when it is first opened. */
export function Screen({ area }: { area: Area }) {
  const t = useText(shell);
  switch (area) {
    case 'log':
      return <LazyScreen load={loadLog} props={{ issueId: null }} />;
    case 'else':
      return (
        <div class="shell-pad">
          <LazyScreen load={loadElse} props={{}} />
        </div>
      );
    case 'providers':
      return (
        <div class="shell-pad">
          <LazyScreen load={loadProviders} props={{}} />
        </div>
      );
    case 'promises':
      return (
        <div class="shell-pad">
          <LazyScreen load={loadPromises} props={{}} />
        </div>
      );
    case 'conversations':
      return (
        <div class="shell-pad">
          <LazyScreen load={loadConversations} props={{}} />
        </div>
      );
    case 'data':
      return (
        <div class="shell-pad">
          <DataTabs area={area} />
          <LazyScreen load={loadData} props={{}} />
        </div>
      );
    case 'settings':
      return (
        <div class="shell-pad">
          <DataTabs area={area} />
          <LazyScreen load={loadSettings} props={{}} />
        </div>
      );
    case 'welcome':
      return (
        <div class="shell-pad">
          <LazyScreen load={loadWelcome} props={{}} />
        </div>
      );
    case 'unknown':
      return (
        <>
          <h1 class="hidden-text">{t.notFoundTitle}</h1>
          <EmptyState title={t.notFound} action={<a href="#/log">{t.toLog}</a>} />
        </>
      );
  }
}

function DataTabs({ area }: { area: 'data' | 'settings' }) {
  const t = useText(shell);
  return (
    <nav class="shell-tabs" aria-label={t.data}>
      <a href="#/data" aria-current={area === 'data' ? 'page' : undefined}>
        {t.dataTab}
      </a>
      <a href="#/settings" aria-current={area === 'settings' ? 'page' : undefined}>
        {t.settingsTab}
      </a>
    </nav>
  );
}
