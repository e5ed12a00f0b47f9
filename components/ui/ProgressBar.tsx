import { useId } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from './Button.tsx';
import './progress.css';

/** Long work with counts and a way to stop it. `total` null: not known yet. */
export function ProgressBar({
  label,
  done,
  total,
  detail,
  onCancel,
  cancelling = false,
}: {
  label: string;
  done: number;
  total: number | null;
  /** What is being worked on, or a size; replaces the bare counts. */
  detail?: string | undefined;
  onCancel?: (() => void) | undefined;
  cancelling?: boolean;
}) {
  const t = useText(common);
  const format = useFormat();
  const id = useId();
  const counts = total === null ? '' : t.progressOf(format.number(done), format.number(total));
  return (
    <div class="progress">
      <div class="progress-head">
        <label for={id}>{label}</label>
        <span class="quiet num">{cancelling ? t.cancelling : (detail ?? counts)}</span>
      </div>
      <div class="progress-row">
        <progress
          id={id}
          class="progress-bar"
          max={total ?? 1}
          {...(total === null ? {} : { value: Math.min(done, total) })}
        />
        {onCancel && (
          <Button size="s" busy={cancelling} onClick={onCancel}>
            {t.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
