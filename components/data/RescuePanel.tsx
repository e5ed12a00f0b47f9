import { useState } from 'preact/hooks';
import type { RescueResult } from '../../lib/app/rescue/rescue-service.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { data } from '../../lib/i18n/data/data.ts';
import { rescue as words } from '../../lib/i18n/rescue/rescue.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useLocale, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { exportFailureText } from './export-failure.ts';
import { PartsLeft } from './PartsLeft.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** For a log that does not open, or not as a whole: what can still be read of it, as one file. */
export function RescuePanel() {
  const t = useText(words);
  const { services } = useApp();
  const { language } = useLocale();
  const work = useWork();
  const [result, setResult] = useState<RescueResult | null>(null);

  async function make(): Promise<void> {
    setResult(null);
    const rescue = await services.rescue();
    const made = await work.start((watched) => rescue.make(language, watched));
    if (made.ok) rescue.deliver(made);
    setResult(made);
  }

  return (
    <section class="data-panel" aria-labelledby="data-rescue">
      <h2 id="data-rescue">{t.heading}</h2>
      <p>{t.sentence}</p>
      {work.running === null ? (
        <div class="data-actions">
          <Button onClick={() => void make()}>{t.make}</Button>
        </div>
      ) : (
        <WorkProgress label={t.working} running={work.running} onCancel={work.cancel} />
      )}
      {result !== null && <Outcome result={result} />}
      {result?.ok && result.more.length > 0 && (
        <PartsLeft
          of={result.more.length + 1}
          onSave={async (part) => (await services.rescue()).deliver(result, part)}
        />
      )}
    </section>
  );
}

function Outcome({ result }: { result: RescueResult }) {
  const t = useText(words);
  const d = useText(data);
  const c = useText(common);
  const format = useFormat();
  if (!result.ok) {
    return (
      <Banner tone={result.code === 'cancelled' ? 'info' : 'problem'} live>
        {exportFailureText(c, d.dialog, result.code)}
      </Banner>
    );
  }
  const { fileName, bytes, entries, pictures, lost } = result;
  return (
    <Banner tone={lost.length > 0 ? 'warning' : 'info'} live>
      <p>{t.done(fileName, format.bytes(bytes), entries, pictures)}</p>
      <p>{lost.length === 0 ? t.nothingLost : t.someLost(lost.length)}</p>
    </Banner>
  );
}
