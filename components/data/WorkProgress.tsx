import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { Running } from './use-work.ts';

/** What is being worked on, how far, and a way to stop it. */
export function WorkProgress({
  label,
  running,
  onCancel,
}: {
  label: string;
  running: Running;
  onCancel: () => void;
}) {
  const t = useText(data);
  const { cancelling } = running;
  const progress = running.progress.value;
  const known = progress !== null && progress.total > 0;
  return (
    <ProgressBar
      label={progress === null ? label : `${label}: ${t.progress[progress.what]}`}
      done={progress?.done ?? 0}
      total={known ? progress.total : null}
      onCancel={onCancel}
      cancelling={cancelling}
    />
  );
}
