import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reading, ReconcileService } from '../../lib/app/reconcile/reconcile-service.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { reconcileWords } from '../../lib/i18n/reconcile/reconcile.ts';
import { PackPreview } from '../conversations/PackPreview.tsx';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FileDrop } from '../ui/FileDrop.tsx';
import type { Days } from './period.ts';
import { ReadingForm } from './ReadingForm.tsx';
import { useProblemText } from './use-problem-text.ts';
import { useComparison, type Refused, type TheirFile } from './use-comparison.ts';
import '../conversations/conversations.css';
import './reconcile.css';

/** Their tickets beside our log: choose their file, see how it is read, hand the comparison over. Nothing is kept of it. */
export function ReconcileTab({ provider }: { provider: Provider }) {
  const words = useText(reconcileWords);
  const t = words.screen;
  const c = useText(common);
  const { zone } = useFormat();
  const problem = useProblemText();
  const { reconcile } = useApp().services;
  const [service, setService] = useState<ReconcileService | null>(null);
  const [state, setState] = useState<'start' | 'reading' | Refused | TheirFile>('start');
  const [reading, setReading] = useState<Reading | null>(null);
  const [days, setDays] = useState<Days | null>(null);
  const [saved, setSaved] = useState('');
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const file = typeof state === 'object' && 'table' in state ? state : null;
  const refused = typeof state === 'object' && 'ok' in state && !state.ok ? state : null;
  const compared = useComparison(provider, service, file, reading, days);
  const { made, lack, failure } = compared;

  async function open(chosen: File): Promise<void> {
    work.current?.abort();
    const mine = new AbortController();
    work.current = mine;
    setState('reading');
    setSaved('');
    const made = await reconcile();
    setService(made);
    const opened = await made.open(chosen, provider.id, provider.tz ?? zone, mine.signal);
    if (mine.signal.aborted) return;
    if (!opened.ok) return setState(opened);
    setDays(null);
    setReading(opened.reading);
    setState({ table: opened.table, reading: opened.reading, name: chosen.name });
  }
  function change(to: Partial<Reading>): void {
    if (reading === null || file === null) return;
    const next = { ...reading, ...to };
    setReading(next);
    setSaved('');
    void service?.remember(provider.id, file.table, next);
  }
  async function send(form: 'html' | 'markdown' | 'csv'): Promise<void> {
    if (made !== null && service !== null) setSaved(await service.deliver(made, form));
  }

  const lacking = { number: t.needNumber, order: t.needOrder, period: t.needPeriod, zone: t.zoneUnknown };
  return (
    <section class="recon" aria-labelledby="recon">
      <h2 id="recon">{t.heading}</h2>
      <p class="recon-lead">{t.lead}</p>
      <FileDrop
        choose={t.choose}
        hint={t.drop}
        accept=".csv,.txt,.tsv,text/csv"
        onFile={(chosen) => void open(chosen)}
      />
      {state === 'reading' && (
        <p class="quiet" role="status">
          {t.reading}
        </p>
      )}
      {refused !== null && refused.code !== 'cancelled' && (
        <Banner tone="problem" live>
          {problem(refused)}
        </Banner>
      )}
      {failure !== null && (
        <Banner tone="problem" live>
          {failureText(c, failure)}
        </Banner>
      )}
      {file !== null && reading !== null && (
        <>
          <p class="recon-read" role="status">
            <bdi>{t.read(visibleText(file.name), file.table.rows.length)}</bdi>
          </p>
          <ReadingForm
            table={file.table}
            reading={reading}
            order={compared.toChoose ? compared.order : null}
            days={days}
            covered={compared.covered}
            onReading={change}
            onDays={setDays}
          />
          {lack !== null && (
            <Banner tone="warning" live>
              {lacking[lack]}
            </Banner>
          )}
          {saved !== '' && (
            <Banner tone="info" live>
              {t.done(saved)}
            </Banner>
          )}
          {lack === null && failure === null && (
            <div class="recon-result">
              <div class="recon-actions">
                <h3>{t.preview}</h3>
                <Button busy={made === null} onClick={() => void send('csv')}>
                  {t.csv}
                </Button>
                <Button busy={made === null} onClick={() => void send('markdown')}>
                  {t.markdown}
                </Button>
                <Button variant="primary" busy={made === null} onClick={() => void send('html')}>
                  {t.html}
                </Button>
              </div>
              {made === null ? (
                <p class="quiet" role="status">
                  {t.comparing}
                </p>
              ) : (
                <PackPreview doc={made.doc} label={t.preview} />
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
