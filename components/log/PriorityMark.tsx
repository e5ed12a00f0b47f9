import { common } from '../../lib/i18n/common/common.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';
import './priority.css';

type Level = 1 | 2 | 3 | 4 | 5;
const BARS = [1, 2, 3, 4, 5] as const;

export function isLevel(value: number | null): value is Level {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5;
}

/** Priority as a word with five steps, the more filled the more urgent; readable without any colour. */
export function PriorityMark({ priority, quiet = true }: { priority: number | null; quiet?: boolean }) {
  const t = useText(log);
  const c = useText(common);
  if (!isLevel(priority))
    return quiet ? (
      <span class="hidden-text">{t.noPriority}</span>
    ) : (
      <span class="quiet">{t.noPriority}</span>
    );
  return (
    <span class="priority">
      <svg
        class="priority-shape"
        width="16"
        height="12"
        viewBox="0 0 16 12"
        aria-hidden="true"
        focusable="false"
      >
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 3.2 + 0.5}
            y={10.5 - bar * 2}
            width="2"
            height={bar * 2}
            stroke-width="1"
            data-on={bar <= 6 - priority ? '' : undefined}
          />
        ))}
      </svg>
      {t.priorityOf(priority, c.priorityLevel[priority])}
    </span>
  );
}
