import { useState } from 'preact/hooks';
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
import { FileDrop } from '../../ui/FileDrop.tsx';

type Props = Readonly<{
  years: Readonly<{ from: number; to: number }>;
  /** null: nothing to show, because another file was looked at. */
  onDays: (found: Readonly<{ days: readonly DayOff[]; fileName: string }> | null) => void;
}>;

/** Choose or drop an .ics file; says in one sentence why one was not taken. */
export function FileChoice({ years, onDays }: Props) {
  const t = useText(holidays);
  const [looked, setLooked] = useState<Readonly<{ name: string; result: CalendarFileResult }> | null>(null);

  async function look(file: File): Promise<void> {
    const result = await readCalendarFile(file, years);
    setLooked({ name: file.name, result });
    onDays(result.ok ? { days: result.days, fileName: file.name } : null);
  }
  return (
    <>
      <FileDrop
        choose={t.chooseFile}
        hint={t.dropFile}
        accept=".ics,text/calendar"
        onFile={(file) => void look(file)}
      />
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
