import { useState } from 'preact/hooks';
import type { CalendarFileResult } from '../../lib/app/calendar-file/calendar-file-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { useApp } from '../state/app.tsx';
import { useLocale, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';

/** What is due, for one's own calendar; says what it did below the buttons. */
export function CalendarFile() {
  const t = useText(words).calendar;
  const c = useText(common);
  const { services } = useApp();
  const { language } = useLocale();
  const [result, setResult] = useState<CalendarFileResult | null>(null);
  const said =
    result === null
      ? ''
      : !result.ok
        ? failureText(c, result.code)
        : result.promises + result.dues === 0
          ? t.nothing
          : t.done(result.promises, result.dues);
  return (
    <>
      <Button onClick={() => void services.calendarFile.save(language).then(setResult)}>{t.save}</Button>
      <p class="promises-said quiet small" aria-live="polite">
        {said}
      </p>
    </>
  );
}
