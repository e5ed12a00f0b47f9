import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import { calendars as words } from '../../../lib/i18n/calendars/calendars.ts';
import type { CalendarWords } from '../../../lib/i18n/calendars/calendars.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useApp } from '../../state/app.tsx';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { HolidayPanel } from '../HolidayPanel.tsx';
import { useFirstError } from '../use-first-error.ts';
import { todayIn, usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { ZoneField } from '../ZoneField.tsx';
import { calendarFrom, calendarProblems, exceptionDrafts, hoursFrom, isFine } from './calendar-draft.ts';
import type { CalendarDraft, CalendarProblems } from './calendar-draft.ts';
import { ExceptionsEditor } from './ExceptionsEditor.tsx';
import { Fortnight } from './Fortnight.tsx';
import { WeekEditor } from './WeekEditor.tsx';
import { YearlyEditor } from './YearlyEditor.tsx';

type Props = Readonly<{
  /** null: it is not there yet. */
  calendar: WorkingCalendar | null;
  value: CalendarDraft;
  onChange: (value: CalendarDraft) => void;
  /** With the id of what was saved; null when it was given up. */
  onDone: (id: string | null) => void;
}>;

const NONE: CalendarProblems = {
  week: new Map(),
  exceptionDates: new Map(),
  exceptionHours: new Map(),
  yearlyDays: new Map(),
  yearlyHours: new Map(),
};

/** A week, its exceptions and yearly closures, with the next two weeks worked out beside it. */
export function CalendarEditor({ calendar, value, onChange, onDone }: Props) {
  const t = useText(words);
  const p = useText(providers);
  const c = useText(common);
  const { directory: service } = useApp().services;
  const { save } = useSaving();
  const plain = usePlainDate();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const change = (part: Partial<CalendarDraft>): void => onChange({ ...value, ...part });
  const found = calendarProblems(value);
  const problems = tried ? found : NONE;
  const { name: _unnamed, ...withoutName } = found;
  const made = calendarFrom(value, calendar, calendar?.id ?? 'new');
  const preview = isFine(withoutName) ? made : null;
  const today = todayIn(found.tz ? 'UTC' : value.tz);

  async function submit(): Promise<void> {
    setTried(true);
    if (!isFine(found)) return toFirstError();
    const next = calendarFrom(value, calendar, calendar?.id ?? service.newId());
    const said = calendar === null ? t.editor.added(next.name) : t.editor.saved(next.name);
    if (await save('calendar', next, said)) onDone(next.id);
  }
  return (
    <form
      class="prov-editor"
      ref={form}
      noValidate
      aria-label={t.editor[value.mode]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {value.mode === 'new' ? (
        <div class="prov-row">
          <TextField
            label={t.name}
            hint={t.nameHint}
            error={problems.name && t.problem.nameMissing}
            value={value.name}
            maxLength={200}
            onText={(name) => change({ name })}
          />
          <ZoneField
            label={t.zone}
            error={problems.tz && t.problem.zone}
            value={value.tz}
            onText={(tz) => change({ tz })}
          />
        </div>
      ) : (
        <h2>{t.editor[value.mode]}</h2>
      )}
      {value.mode === 'change' && (
        <TextField
          label={t.editor.from}
          hint={fromHint(calendar, value.validFrom, t, plain)}
          error={problems.validFrom && t.problem.from}
          type="date"
          value={value.validFrom}
          onText={(validFrom) => change({ validFrom })}
        />
      )}
      {value.mode === 'correct' && <p class="quiet">{t.editor.correctHint}</p>}
      <WeekEditor week={value.week} problems={problems.week} onChange={(week) => change({ week })} />
      <ExceptionsEditor
        value={value.exceptions}
        today={today}
        dates={problems.exceptionDates}
        hours={problems.exceptionHours}
        carried={value.mode === 'correct' && (calendar?.versions.at(-1)?.validFrom ?? '') > value.validFrom}
        onChange={(exceptions) => change({ exceptions })}
      />
      <HolidayPanel
        calendar={made}
        hours={hoursFrom(value)}
        from={today}
        onApply={({ exceptions, source }) =>
          change({ exceptions: exceptionDrafts(exceptions), ...(source === undefined ? {} : { source }) })
        }
      />
      <YearlyEditor
        value={value.yearly}
        days={problems.yearlyDays}
        hours={problems.yearlyHours}
        onChange={(yearly) => change({ yearly })}
      />
      <details class="prov-fold">
        <summary>{t.editor.details}</summary>
        <div class="prov-fields">
          <Select
            label={t.policy.term}
            hint={t.policy.text}
            value={value.policy}
            options={(['date', 'shift'] as const).map((policy) => ({
              value: policy,
              label: t.policy[policy],
            }))}
            onValue={(policy) => change({ policy })}
          />
        </div>
      </details>
      <Fortnight rules={preview} from={value.validFrom > today ? value.validFrom : today} />
      <div class="prov-actions">
        <Button type="submit" variant="primary">
          {t.editor.save}
        </Button>
        <Button onClick={() => onDone(null)}>{c.cancel}</Button>
        <span class="quiet small">{p.draft}</span>
      </div>
    </form>
  );
}

function fromHint(
  calendar: WorkingCalendar | null,
  date: string,
  t: CalendarWords,
  plain: (date: string) => string,
): string {
  const versions = calendar?.versions ?? [];
  if (versions.some(({ validFrom }) => validFrom === date)) return t.editor.replaces;
  const next = versions.find(({ validFrom }) => validFrom > date);
  return next && date !== '' ? t.editor.endsAt(plain(next.validFrom)) : t.editor.fromHint;
}
