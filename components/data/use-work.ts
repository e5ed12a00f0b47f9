import { useEffect, useRef, useState } from 'preact/hooks';
import type { Work } from '../../lib/app/export/export-service.ts';

export type WorkProgress = Parameters<NonNullable<Work['onProgress']>>[0];
export type Running = Readonly<{ progress: WorkProgress | null; cancelling: boolean }>;

/** How often a screen is told of progress; work itself reports far more often. */
const TELL_EVERY_MS = 80;

/** Long work that can be watched and stopped. A new start stops the one before; leaving the screen stops it too. */
export function useWork(): {
  running: Running | null;
  start<T>(task: (work: Work) => Promise<T>): Promise<T>;
  cancel: () => void;
} {
  const [running, setRunning] = useState<Running | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    running,
    async start(task) {
      current.current?.abort();
      const mine = new AbortController();
      current.current = mine;
      let told = 0;
      const onProgress = (progress: WorkProgress): void => {
        const now = performance.now();
        if (current.current !== mine || (now - told < TELL_EVERY_MS && progress.done < progress.total))
          return;
        told = now;
        setRunning({ progress, cancelling: false });
      };
      setRunning({ progress: null, cancelling: false });
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
