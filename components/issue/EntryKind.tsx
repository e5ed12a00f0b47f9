import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { keyOfEvent } from '../log/keymap.ts';
import { useText } from '../state/locale.tsx';
import { Field } from '../ui/Field.tsx';
import { EVENT_GROUPS } from './likely-events.ts';

type Props = Readonly<{
  value: EventKind | '';
  likely: readonly EventKind[];
  onValue: (event: EventKind) => void;
}>;

/** What happened: everything that can be said, the likeliest first. */
export function EntryKind({ value, likely, onValue, missing }: Props & Readonly<{ missing: boolean }>) {
  const t = useText(timeline);
  const option = (event: EventKind) => (
    <option key={event} value={event}>
      {t.event[event]}
    </option>
  );
  const group = (label: string, events: readonly EventKind[]) => (
    <optgroup label={label}>{events.filter((event) => !likely.includes(event)).map(option)}</optgroup>
  );
  return (
    <Field label={t.entry.what} error={missing ? t.entry.needEvent : undefined}>
      {(control) => (
        <select
          {...control}
          class="input select"
          value={value}
          required
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const known = [...EVENT_GROUPS.they, ...EVENT_GROUPS.we, ...EVENT_GROUPS.other].find(
              (one) => one === chosen,
            );
            if (known !== undefined) onValue(known);
          }}
        >
          <option value="" disabled>
            {t.entry.choose}
          </option>
          <optgroup label={t.groups.likely}>{likely.map(option)}</optgroup>
          {group(t.groups.they, EVENT_GROUPS.they)}
          {group(t.groups.we, EVENT_GROUPS.we)}
          {group(t.groups.other, EVENT_GROUPS.other)}
        </select>
      )}
    </Field>
  );
}

/** The likeliest as buttons: one click, or one key. */
export function LikelyKinds({ value, likely, onValue }: Props) {
  const t = useText(timeline);
  return (
    <div class="entry-likely" role="group" aria-label={t.groups.likely}>
      {likely.map((event) => {
        const key = keyOfEvent(event);
        return (
          <button
            key={event}
            type="button"
            class="entry-kind"
            aria-pressed={value === event}
            aria-keyshortcuts={key ?? undefined}
            onClick={() => onValue(event)}
          >
            {t.event[event]}
            {key !== null && (
              <kbd class="entry-key" aria-hidden="true">
                {key}
              </kbd>
            )}
          </button>
        );
      })}
    </div>
  );
}
