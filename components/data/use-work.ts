import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Work } from '../../lib/app/export/export-service.ts';

export type WorkProgress = Parameters<NonNullable<Work['onProgress']>>[0];
/** Progress is a signal, so that only the bar is drawn anew and not the whole preview above it. */
export type Running = Readonly<{ progress: ReadonlySignal<WorkProgress | null>; cancelling: boolean }>;

/** How often a screen is told of progress; work itself reports far more often. */
const TELL_EVERY_MS = 100;

/** Long work that can be watched and stopped. A new start stops the one before; leaving the screen stops it too. */
export function useWork(): {
  running: Running | null;
  start<T>(task: (work: Work) => Promise<T>): Promise<T>;
  cancel: () => void;
} {
  const [running, setRunning] = useState<Running | null>(null);
  const told = useMemo(() => signal<WorkProgress | null>(null), []);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    running,
    async start(task) {
      current.current?.abort();
      const mine = new AbortController();
      current.current = mine;
      let toldAt = 0;
      const onProgress = (progress: WorkProgress): void => {
        const now = performance.now();
        if (current.current !== mine || (now - toldAt < TELL_EVERY_MS && progress.done < progress.total))
          return;
        toldAt = now;
        told.value = progress;
      };
      told.value = null;
      setRunning({ progress: told, cancelling: false });
      try {
        return await task({ signal: mine.signal, onProgress });
      } finally {
        if (current.current === mine) {
          current.current = null;
          setRunning(null);
        }
      }
    },
    cancel() {
      current.current?.abort();
      setRunning((now) => (now === null ? null : { ...now, cancelling: true }));
    },
  };
}
