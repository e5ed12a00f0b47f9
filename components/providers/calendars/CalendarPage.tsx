import { useState } from 'preact/hooks';
import { versionOn } from '../../../lib/domain/directory/versions.ts';
import { calendars as words } from '../../../lib/i18n/calendars/calendars.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { Missing } from '../Missing.tsx';
import { pathOfRoute } from '../route.ts';
import { useDraft } from '../use-draft.ts';
import { todayIn, usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { calendarDraft } from './calendar-draft.ts';
import type { CalendarDraft } from './calendar-draft.ts';
import { CalendarEditor } from './CalendarEditor.tsx';
import { usersOf } from './CalendarsPage.tsx';
import { CalendarVersions } from './CalendarVersions.tsx';
import { Fortnight } from './Fortnight.tsx';
import { HoursView } from './HoursView.tsx';
import { NameDialog } from '../NameDialog.tsx';

/** One set of working hours: the week, its exceptions, what they mean in the next days, and what held before. */
export function CalendarPage({ id }: { id: string }) {
  const t = useText(words);
  const p = useText(providers);
  const { directory, managed } = useDirectory();
  const { save, retire } = useSaving();
  const plain = usePlainDate();
  const [naming, setNaming] = useState(false);
  const draft = useDraft<{ hours: CalendarDraft | null }>(`hours of ${id}`, () => ({ hours: null }));
  const calendar = directory.calendars.get(id);
  if (calendar === undefined) return <Missing />;
  const { name, tz, versions, source } = calendar;
  const today = todayIn(tz);
  const current = versionOn(versions, today) ?? versions[0];
  const fixed = managed.has(id);
  const users = usersOf(directory, id);
  const begin = (mode: 'change' | 'correct'): void => {
    if (!current) return;
    const from = mode === 'change' ? today : current.validFrom;
    draft.change({ hours: calendarDraft(calendar, current.hours, mode, from) });
  };

  return (
    <div class="prov-page">
      <header class="prov-head">
        <div>
          <h1>
            <PageText text={name} />
          </h1>
          <p class="quiet prov-facts-line">
            {tz}
            <span>
              {t.usedBy}: <PageText text={users.join(', ') || t.unused} />
            </span>
            {source !== undefined && <PageText text={t.source(source)} />}
            {fixed && <ManagedMark />}
          </p>
        </div>
        {!fixed && (
          <div class="prov-actions">
            <Button onClick={() => setNaming(true)}>{t.edit}</Button>
            <Button
              variant="quiet"
              onClick={() => {
                void retire('calendar', id, p.saving.retired(name)).then((done) => {
                  if (done) location.hash = pathOfRoute({ place: 'calendars' });
                });
              }}
            >
              {t.retire}
            </Button>
          </div>
        )}
      </header>
      <ThingConflict kind="calendar" id={id} name={name} />
      {draft.value.hours ? (
        <CalendarEditor
          calendar={calendar}
          value={draft.value.hours}
          onChange={(hours) => draft.change({ hours })}
          onDone={draft.drop}
        />
      ) : (
        current && (
          <>
            <p class="prov-in-force">{t.holdsSince(plain(current.validFrom))}</p>
            <HoursView hours={current.hours} today={today} />
            {!fixed && (
              <div class="prov-actions">
                <Button onClick={() => begin('correct')}>{t.correct}</Button>
                <Button onClick={() => begin('change')}>{t.change}</Button>
              </div>
            )}
            <Fortnight rules={calendar} from={today} />
          </>
        )
      )}
      <CalendarVersions calendar={calendar} current={current ?? null} fixed={fixed} />
      <NameDialog
        open={naming}
        title={t.editNamed(name)}
        label={t.name}
        value={name}
        missing={t.problem.nameMissing}
        onClose={() => setNaming(false)}
        onSave={(next) => save('calendar', { ...calendar, name: next }, p.saving.saved(next))}
      />
    </div>
  );
}
