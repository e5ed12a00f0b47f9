import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';

/** For what the toolbar button cannot see. */
export function RecordElse() {
  const t = useText(log);
  return (
    <a class="button button-plain button-m log-else" href="#/else" title={t.recordElseHint}>
      {t.recordElse}
    </a>
  );
}
