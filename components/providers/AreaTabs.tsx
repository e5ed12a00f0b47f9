import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { hrefOf } from './route.ts';
import type { ProvidersRoute } from './route.ts';

/** Which of the three lists a place belongs to. */
function tabOf({ place }: ProvidersRoute): 'calendars' | 'teams' | 'providers' {
  if (place === 'calendar' || place === 'calendars') return 'calendars';
  return place === 'teams' ? 'teams' : 'providers';
}

export function AreaTabs({ route }: { route: ProvidersRoute }) {
  const t = useText(providers);
  const current = tabOf(route);
  const tabs = [
    ['providers', hrefOf({ place: 'list' })],
    ['calendars', hrefOf({ place: 'calendars' })],
    ['teams', hrefOf({ place: 'teams' })],
  ] as const;
  return (
    <nav class="shell-tabs" aria-label={t.area}>
      {tabs.map(([tab, href]) => (
        <a key={tab} href={href} aria-current={tab === current ? 'page' : undefined}>
          {t.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}
