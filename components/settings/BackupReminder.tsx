import { useEffect, useState } from 'preact/hooks';
import type { LogCounts } from '../../lib/app/log/log-service.ts';
import type { Settings } from '../../lib/app/settings/settings.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { TextField } from '../ui/Field.tsx';
import type { SetSettings } from './SettingsScreen.tsx';

type Props = Readonly<{ settings: Settings; onSet: SetSettings }>;

export function BackupReminder({ settings, onSet }: Props) {
  const t = useText(words).backup;
  const format = useFormat();
  const { services } = useApp();
  const counts = useLive<LogCounts | null>(
    (listener) => services.log.onChange(listener, () => undefined),
    null,
    [services.log],
  );
  const last = counts?.lastBackup ?? null;
  return (
    <section class="settings-part" aria-labelledby="settings-backup">
      <h2 id="settings-backup">{t.heading}</h2>
      <p class="num">
        {counts !== null && (last === null ? t.never : t.last(format.full(last.at)))}{' '}
        {counts !== null && counts.sinceBackup > 0 && last !== null && `${t.sinceLast(counts.sinceBackup)}.`}{' '}
        <a href="#/data">{t.make}</a>
      </p>
      <div class="settings-row">
        <WholeNumber
          label={t.days}
          value={settings.reminderDays}
          min={1}
          max={365}
          onNumber={(reminderDays) => onSet({ reminderDays })}
        />
        <WholeNumber
          label={t.issues}
          value={settings.reminderIssues}
          min={0}
          max={10_000}
          onNumber={(reminderIssues) => onSet({ reminderIssues })}
        />
      </div>
      <p class="field-hint">{t.hint}</p>
    </section>
  );
}

type NumberProps = Readonly<{
  label: string;
  value: number;
  min: number;
  max: number;
  onNumber: (value: number) => void;
}>;

/** Kept when it is a whole number in range, on leaving the field; otherwise says what is wanted. */
function WholeNumber({ label, value, min, max, onNumber }: NumberProps) {
  const t = useText(words).backup;
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const good = number >= min && number <= max;
  return (
    <TextField
      label={label}
      type="number"
      min={min}
      max={max}
      step={1}
      value={text}
      error={good ? undefined : t.range(min, max)}
      onText={setText}
      onBlur={() => {
        if (good && number !== value) onNumber(number);
      }}
    />
  );
}
