import { useRef } from 'preact/hooks';
import type { HoursProblem } from '../../../lib/domain/directory/read-hours.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ExceptionDraft } from './calendar-draft.ts';
import { useDayDate } from './ExceptionsView.tsx';
import { useHoursProblem } from './use-hours-problem.ts';

type Props = Readonly<{
  value: readonly ExceptionDraft[];
  today: string;
  dates: ReadonlyMap<number, 'date' | 'twice'>;
  hours: ReadonlyMap<number, HoursProblem>;
  /** There are later versions that get the same dates. */
  carried: boolean;
  onChange: (value: readonly ExceptionDraft[]) => void;
}>;

/** Dates with hours of their own: a line each. Past ones are folded away, they are rarely wrong. */
export function ExceptionsEditor({ value, today, dates, hours, carried, onChange }: Props) {
  const t = useText(calendars);
  const list = useRef<HTMLFieldSetElement>(null);
  const lines = value.map((exception, at) => ({ exception, at }));
  const isPast = ({ exception: { date }, at }: (typeof lines)[number]): boolean =>
    date !== '' && date < today && !dates.has(at) && !hours.has(at);
  const past = lines.filter(isPast);
  const line = ({ exception, at }: (typeof lines)[number]) => (
    <ExceptionLine
      key={at}
      at={at}
      value={exception}
      dateProblem={dates.get(at)}
      hoursProblem={hours.get(at)}
      onChange={(part) => onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)))}
      onRemove={() => onChange(value.filter((_, i) => i !== at))}
    />
  );
  return (
    <fieldset class="prov-list-editor" ref={list}>
      <legend class="field-label">{t.exceptions}</legend>
      <p class="field-hint">
        {t.editor.exceptionHint} {carried && t.editor.carried}
      </p>
      {past.length > 0 && (
        <details class="prov-fold">
          <summary>{t.exceptionsPast(past.length)}</summary>
          {past.map(line)}
        </details>
      )}
      {lines.filter((one) => !isPast(one)).map(line)}
      <div class="prov-actions">
        <Button
          size="s"
          onClick={() => {
            onChange([...value, { date: '', hours: '' }]);
            requestAnimationFrame(() => {
              [...(list.current?.querySelectorAll<HTMLElement>('input[type=date]') ?? [])].at(-1)?.focus();
            });
          }}
        >
          {t.editor.addException}
        </Button>
      </div>
    </fieldset>
  );
}

function ExceptionLine({
  at,
  value: { date, hours },
  dateProblem,
  hoursProblem,
  onChange,
  onRemove,
}: {
  at: number;
  value: ExceptionDraft;
  dateProblem: 'date' | 'twice' | undefined;
  hoursProblem: HoursProblem | undefined;
  onChange: (part: Partial<ExceptionDraft>) => void;
  onRemove: () => void;
}) {
  const t = useText(calendars);
  const dayDate = useDayDate();
  const say = useHoursProblem();
  return (
    <div class="prov-list-line">
      <TextField
        label={t.editor.exceptionDate(at + 1)}
        labelHidden
        type="date"
        value={date}
        error={dateProblem && t.problem[dateProblem]}
        onText={(typed) => onChange({ date: typed })}
      />
      <TextField
        label={t.editor.exceptionHours(at + 1)}
        labelHidden
        placeholder={t.closed}
        value={hours}
        error={say(hoursProblem)}
        maxLength={500}
        autocomplete="off"
        onText={(typed) => onChange({ hours: typed })}
      />
      <IconButton
        icon="close"
        label={t.editor.removeException(date === '' ? String(at + 1) : dayDate(date))}
        onClick={onRemove}
      />
    </div>
  );
}
