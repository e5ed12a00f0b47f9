import type { Chip as ChipFact } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { chipText } from '../issue/chip-text.ts';
import { Chip } from '../ui/Chip.tsx';
import type { PopupController } from './popup-controller.ts';
import { useSpeech } from './words.ts';

/** What was read from the page; each finding can be left out. */
export function Findings({ chips, controller }: { chips: readonly ChipFact[]; controller: PopupController }) {
  const { t } = useSpeech();
  if (chips.length === 0) return null;
  return (
    <section class="popup-found">
      <h2 class="popup-found-title">{t.found}</h2>
      <ul class="popup-chips">
        {chips.map((chip) => {
          const text = chipText(chip, t);
          return (
            <li key={chip.id}>
              <Chip
                title={visibleText(chip.value === '' ? text : `${t.chipKind[chip.kind]}: ${chip.value}`)}
                removeLabel={t.removeChip(text)}
                onRemove={() => void controller.removeChip(chip.id)}
              >
                <bdi>{text}</bdi>
              </Chip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
