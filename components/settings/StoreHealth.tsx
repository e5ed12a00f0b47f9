import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoreReport } from '../../lib/app/health/health-service.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { settings as words } from '../../lib/i18n/settings/settings.ts';
import { Facts } from '../issue/Facts.tsx';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

type Progress = Readonly<{ done: number; of: number }>;

/** What is in the store, whether it is sound, and the repair. */
export function StoreHealth() {
  const t = useText(words).health;
  const c = useText(common);
  const { services, toasts } = useApp();
  const [report, setReport] = useState<StoreReport | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  const read = (): void => {
    services.health.report().then(setReport, () => setReport(null));
  };
  useEffect(() => {
    read();
    return services.log.onChange(read, () => setReport(null));
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  async function rebuild(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, of: 0 });
    try {
      const result = await services.health.rebuild({
        signal: controller.signal,
        onProgress: (done, of) => setProgress({ done, of }),
      });
      if (result.ok) toasts.show({ text: t.rebuilt });
      else toasts.show({ text: result.code === 'cancelled' ? t.stopped : failureText(c, result.code) });
    } catch (error) {
      toasts.show({ tone: 'problem', text: failureText(c, failureCode(error)) });
    } finally {
      running.current = null;
      setProgress(null);
      read();
    }
  }
  return (
    <section class="settings-part" aria-labelledby="settings-health">
      <h2 id="settings-health">{t.heading}</h2>
      {report !== null && <ReportFacts report={report} />}
      {progress === null ? (
        <p>
          <Button size="s" onClick={() => void rebuild()}>
            {t.rebuild}
          </Button>
        </p>
      ) : (
        <ProgressBar
          label={t.rebuild}
          done={progress.done}
          total={progress.of === 0 ? null : progress.of}
          detail={t.rebuilding(progress.done, progress.of)}
          onCancel={() => running.current?.abort()}
        />
      )}
      <p class="field-hint">{t.rebuildHint}</p>
    </section>
  );
}

function ReportFacts({ report }: Readonly<{ report: StoreReport }>) {
  const t = useText(words).health;
  const format = useFormat();
  const own = report.ledgers.find((ledger) => ledger.own);
  const lines = report.ledgers.reduce((sum, ledger) => sum + ledger.n, 0);
  const state = report.state === 'open' || report.state === 'opening' ? report.state : 'trouble';
  return (
    <Facts
      facts={[
        { name: t.state, value: t.states[state] },
        { name: t.issues, value: format.number(report.counts.all) },
        { name: t.trash, value: format.number(report.counts.trash) },
        { name: t.entries, value: format.number(lines) },
        { name: t.used, value: report.usedBytes === null ? '' : format.bytes(report.usedBytes) },
        {
          name: t.persisted,
          value: report.persisted === null ? '' : report.persisted ? t.persistedYes : t.persistedNo,
        },
        { name: t.ledger, value: own === undefined ? '' : own.code },
        { name: t.head, value: own === undefined ? '' : <code class="settings-hash">{own.link}</code> },
        { name: t.states.trouble, value: report.quarantined === 0 ? '' : t.quarantined(report.quarantined) },
      ]}
    />
  );
}
