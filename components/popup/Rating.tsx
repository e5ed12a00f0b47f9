import type { CaptureView } from '../../lib/app/client/protocol.ts';
import { Segmented } from '../ui/Segmented.tsx';
import type { Level, PopupController } from './popup-controller.ts';
import { useSpeech } from './words.ts';

const LEVELS: readonly Level[] = [1, 2, 3];

/** Two optional questions; the answer can be taken back by clicking it again. */
export function Rating({ view, controller }: { view: CaptureView; controller: PopupController }) {
  const { t } = useSpeech();
  const recorded = view.state === 'recorded' ? view : null;
  const level = (value: number | null | undefined) => LEVELS.find((one) => one === value) ?? null;
  return (
    <section class="popup-rating">
      <Segmented
        legend={t.impact}
        legendBeside
        clearable
        disabled={!recorded}
        options={LEVELS.map((value) => ({ value, label: t.impactLevel[value] }))}
        value={level(recorded?.impact)}
        onValue={(impact) => void controller.rate({ impact })}
      />
      <Segmented
        legend={t.urgency}
        legendBeside
        clearable
        disabled={!recorded}
        options={LEVELS.map((value) => ({ value, label: t.urgencyLevel[value] }))}
        value={level(recorded?.urgency)}
        onValue={(urgency) => void controller.rate({ urgency })}
      />
    </section>
  );
}
