import type { Directory } from '../../../lib/domain/directory/directory.ts';
import { calendars as words } from '../../../lib/i18n/calendars/calendars.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { byNameOf } from '../of-provider.ts';
import { hrefOf, pathOfRoute } from '../route.ts';
import { useDraft } from '../use-draft.ts';
import { todayIn } from '../use-plain-date.ts';
import { newCalendarDraft } from './calendar-draft.ts';
import type { CalendarDraft } from './calendar-draft.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** Agreements and teams that count in these hours. */
export function usersOf({ agreements, teams }: Directory, id: string): string[] {
  const users = [...agreements.values()].filter(({ versions }) =>
    versions.some(
      ({ calendarId, targets }) =>
        calendarId === id || Object.values(targets).some((target) => target?.calendarId === id),
    ),
  );
  const ours = [...teams.values()].filter(({ calendarId }) => calendarId === id);
  return [...users, ...ours].map(({ name }) => name);
}

/** All working hours, of either side. */
export function CalendarsPage() {
  const t = useText(words);
  const format = useFormat();
  const { directory, managed } = useDirectory();
  const hours = useHoursWords();
  const draft = useDraft<{ calendar: CalendarDraft | null }>('calendar new', () => ({ calendar: null }));
  const all = byNameOf(directory.calendars.values());
  const begin = (): void =>
    draft.change({ calendar: newCalendarDraft(format.zone, `${todayIn(format.zone).slice(0, 4)}-01-01`) });
  const add = (
    <Button variant="primary" onClick={begin}>
      {t.add}
    </Button>
  );
  const { calendar } = draft.value;
  if (calendar !== null) {
    return (
      <div class="prov-page">
        <h1>{t.editor.new}</h1>
        <CalendarEditor
          calendar={null}
          value={calendar}
          onChange={(next) => draft.change({ calendar: next })}
          onDone={(id) => {
            draft.drop();
            if (id !== null) location.hash = pathOfRoute({ place: 'calendar', id });
          }}
        />
      </div>
    );
  }
  if (all.length === 0) {
    return (
      <div class="prov-page">
        <h1 class="hidden-text">{t.heading}</h1>
        <EmptyState title={t.empty} action={add}>
          {t.emptyText}
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="prov-page">
      <header class="prov-head">
        <div>
          <h1>{t.heading}</h1>
          <p class="quiet">{t.intro}</p>
        </div>
        {add}
      </header>
      <table class="prov-table prov-table-stack">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.hours}</th>
            <th scope="col">{t.usedBy}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a class="prov-name" href={hrefOf({ place: 'calendar', id: one.id })}>
                  <PageText text={one.name} />
                </a>
                <span class="prov-under">
                  {one.tz}
                  {managed.has(one.id) && <ManagedMark />}
                </span>
              </th>
              <td>{hours(one, todayIn(one.tz))}</td>
              <td>
                {usersOf(directory, one.id).length === 0 ? (
                  <span class="quiet">{t.unused}</span>
                ) : (
                  <PageText text={usersOf(directory, one.id).join(', ')} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
