import { useEffect, useRef } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { AreaKeys } from './AreaKeys.tsx';
import { AreaTabs } from './AreaTabs.tsx';
import { CalendarPage } from './calendars/CalendarPage.tsx';
import { CalendarsPage } from './calendars/CalendarsPage.tsx';
import { Notices } from './conflicts/Notices.tsx';
import { WithDirectory } from './directory-context.tsx';
import { ListPage } from './list/ListPage.tsx';
import { Missing } from './Missing.tsx';
import { ProviderPage } from './provider/ProviderPage.tsx';
import { QuickStart } from './quick-start/QuickStart.tsx';
import { routeOfPath } from './route.ts';
import type { ProvidersRoute } from './route.ts';
import { TeamsPage } from './teams/TeamsPage.tsx';
import { WithSaving } from './use-saving.tsx';
import './forms.css';
import './providers.css';

/** Providers: who is responsible for what, what was agreed, and how both sides keep it. */
export function ProvidersScreen() {
  const t = useText(providers);
  const [path] = useHashLocation();
  const route = routeOfPath(path);
  const page = useRef<HTMLDivElement>(null);
  const place = route.place === 'provider' || route.place === 'calendar' ? route.id : route.place;
  useFocusOnNewPlace(place, page);
  return (
    <div class="prov" ref={page} tabIndex={-1} aria-label={t.area}>
      <AreaTabs route={route} />
      <WithSaving>
        <AreaKeys />
        <WithDirectory>
          <Notices />
          <Place route={route} />
        </WithDirectory>
      </WithSaving>
    </div>
  );
}

function Place({ route }: { route: ProvidersRoute }) {
  switch (route.place) {
    case 'list':
      return <ListPage />;
    case 'new':
      return <QuickStart />;
    case 'provider':
      return <ProviderPage key={route.id} id={route.id} tab={route.tab} />;
    case 'calendars':
      return <CalendarsPage />;
    case 'calendar':
      return <CalendarPage key={route.id} id={route.id} />;
    case 'teams':
      return <TeamsPage />;
    case 'unknown':
      return <Missing />;
  }
}

/** After going to another page of the area one is at its top, and the keyboard goes on there unless a form has it. */
function useFocusOnNewPlace(place: string, page: { current: HTMLElement | null }): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const { current } = page;
    current?.closest('main')?.scrollTo(0, 0);
    if (current && !current.contains(document.activeElement)) current.focus();
  }, [place]);
}
