import { PLUS_MINUS } from '../../lib/app/else/else-draft.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { localMinute } from '../issue/local-minute.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Select, TextField } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import type { ElseModel } from './else-model.ts';

/** Just now, or earlier: then it is a memory, and how exact it is belongs to the record. */
export function WhenPart({ model, bad }: Readonly<{ model: ElseModel; bad: boolean }>) {
  const t = useText(elsewhere);
  const { log } = useApp().services;
  const { when, minute, plusMinusMin } = model.fields.value;
  const named = (minutes: number): string => (minutes < 60 ? t.minutes(minutes) : t.hours(minutes / 60));
  return (
    <div class="else-when">
      <Segmented
        legend={t.when}
        value={when}
        options={[
          { value: 'now', label: t.now },
          { value: 'earlier', label: t.earlier },
        ]}
        onValue={(value) => {
          if (value === null) return;
          const present = localMinute(log.now());
          model.change({ when: value, ...(value === 'earlier' && minute === '' ? { minute: present } : {}) });
        }}
      />
      {when === 'earlier' && (
        <div class="else-earlier">
          <TextField
            label={t.at}
            type="datetime-local"
            required
            value={minute}
            max={localMinute(log.now())}
            error={bad ? t.badTime : undefined}
            onText={(typed) => model.change({ minute: typed })}
          />
          <Select
            label={t.about}
            value={String(plusMinusMin)}
            options={PLUS_MINUS.map((minutes) => ({ value: String(minutes), label: named(minutes) }))}
            onValue={(value) => {
              const chosen = PLUS_MINUS.find((minutes) => String(minutes) === value);
              if (chosen !== undefined) model.change({ plusMinusMin: chosen });
            }}
          />
        </div>
      )}
    </div>
  );
}
