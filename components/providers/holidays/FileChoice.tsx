import { useRef, useState } from 'preact/hooks';
import {
  CALENDAR_FILE_BYTES,
  readCalendarFile,
  type CalendarFileProblem,
  type CalendarFileResult,
} from '../../../lib/app/holidays/calendar-file.ts';
import type { DayOff } from '../../../lib/domain/directory/day-off.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { holidays } from '../../../lib/i18n/holidays/holidays.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

type Props = Readonly<{
  years: Readonly<{ from: number; to: number }>;
  /** null: nothing to show, because another file was looked at. */
  onDays: (found: Readonly<{ days: readonly DayOff[]; fileName: string }> | null) => void;
}>;

/** Choose or drop an .ics file; says in one sentence why one was not taken. */
export function FileChoice({ years, onDays }: Props) {
  const t = useText(holidays);
  const input = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<Readonly<{ name: string; result: CalendarFileResult }> | null>(null);
  const [over, setOver] = useState(false);

  async function look(file: File | undefined): Promise<void> {
    if (!file) return;
    const result = await readCalendarFile(file, years);
    setLooked({ name: file.name, result });
    onDays(result.ok ? { days: result.days, fileName: file.name } : null);
  }
  return (
    <>
      <div
        class={over ? 'setup-drop setup-drop-over' : 'setup-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void look(event.dataTransfer?.files[0]);
        }}
      >
        <input
          ref={input}
          class="hidden-text"
          type="file"
          accept=".ics,text/calendar"
          aria-label={t.chooseFile}
          tabIndex={-1}
          onChange={(event) => {
            void look(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // so that the same file can be chosen again
          }}
        />
        <Button onClick={() => input.current?.click()}>{t.chooseFile}</Button>
        <span class="quiet">{t.dropFile}</span>
      </div>
      <p class="quiet small">{t.fileHint}</p>
      <div role="status">
        {looked?.result.ok === true && <Shown name={looked.name} result={looked.result} />}
      </div>
      {looked?.result.ok === false && <Problem code={looked.result.code} years={years} />}
    </>
  );
}

function Shown({ name, result }: { name: string; result: Extract<CalendarFileResult, { ok: true }> }) {
  const t = useText(holidays);
  const { timed, unread } = result;
  return (
    <>
      <p class="holidays-file">{t.fileShown(visibleText(name))}</p>
      {timed > 0 && <p class="quiet small">{t.timed(timed)}</p>}
      {unread > 0 && <p class="quiet small">{t.unread(unread)}</p>}
    </>
  );
}

function Problem({ code, years }: { code: CalendarFileProblem; years: Props['years'] }) {
  const t = useText(holidays);
  const format = useFormat();
  const sentence = () => {
    if (code === 'too-large') return t.refused[code](format.bytes(CALENDAR_FILE_BYTES));
    if (code === 'no-days') return t.refused[code](String(years.from), String(years.to));
    return t.refused[code];
  };
  return (
    <Banner tone="problem" live>
      <p>
        {sentence()} {t.nothingChanged}
      </p>
    </Banner>
  );
}
