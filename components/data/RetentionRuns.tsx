import { useEffect } from 'preact/hooks';
import type { RetentionRun } from '../../lib/app/retention/retention-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { retention } from '../../lib/i18n/retention/retention.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';

type Done = Extract<RetentionRun, { ok: true }>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Carries out the rule while the page is open, and says what it did, with the way back. Shows nothing itself. */
export function RetentionRuns() {
  const { services, toasts } = useApp();
  const t = useText(retention);
  const c = useText(common);

  const failed = (code: string): void =>
    toasts.show({ tone: 'problem', text: t.failed(failureText(c, code)) });

  async function back(undo: NonNullable<Done['undo']>): Promise<void> {
    const undone = await undo({ signal: new AbortController().signal, onProgress: () => undefined });
    if (!undone.ok) toasts.show({ tone: 'problem', text: failureText(c, undone.code) });
  }

  function tell(run: RetentionRun | null): void {
    if (run === null || !run.ok) return;
    const { trashed, purged, undo } = run;
    if (run.failed !== null) failed(run.failed);
    if (trashed + purged === 0) return;
    toasts.show({
      // Stays until somebody has read it: nobody pressed anything just now.
      tone: 'problem',
      text: t.ran(trashed, purged),
      ...(undo && { action: { label: t.undo, run: () => void back(undo) } }),
    });
  }

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function once(): Promise<void> {
      const service = await services.retention();
      const run = await service.runDaily({ signal: stop.signal, onProgress: () => undefined });
      if (stop.signal.aborted) return;
      tell(run);
      timer = setTimeout(() => void once(), run?.ok === false ? MINUTE_MS : HOUR_MS);
    }
    timer = setTimeout(() => void once(), MINUTE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
    // The words may change with the language; what is waited for does not.
  }, [services]);
  return null;
}
